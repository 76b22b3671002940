"""What is gathered under a claim: evidence and verdicts, and its history."""

from django.core.exceptions import ValidationError
from rest_framework.response import Response

from claims import policy
from claims.actions import evidence, verdicts
from claims.actions.bulk import require_version
from claims.api import inputs, outputs, rows
from claims.api.doors import PAGING, Door, paged, read
from claims.api.schema import call, listing
from claims.api.steps import find
from claims.models import Verdict

OLDEST_FIRST = ("id",)


class EvidenceOfClaim(Door):
    parameters = PAGING

    @call("Evidence, oldest first", listing(outputs.EvidenceOutput), parameters=PAGING)
    def get(self, request, pk):
        claim = find(request, pk)
        policy.require_reads_verdicts(request.user, claim)
        return paged(
            request,
            rows.evidence_of(claim, request.user),
            OLDEST_FIRST,
            lambda records: rows.evidence_rows(records, claim, request.user),
        )

    @call("Record a source", outputs.EvidenceOutput, status=201, body=inputs.EvidenceInput)
    def post(self, request, pk):
        claim = find(request, pk)
        policy.require(request.user, "add_evidence", claim)
        record = evidence.add_evidence(claim, by=request.user, **read(inputs.EvidenceInput, request))
        return Response(rows.evidence_rows([record], claim, request.user)[0], 201)


class VerdictsOfClaim(Door):
    parameters = PAGING

    @call("Verdicts, oldest first", listing(outputs.VerdictOutput), parameters=PAGING)
    def get(self, request, pk):
        claim = find(request, pk)
        policy.require_reads_verdicts(request.user, claim)
        found = rows.valued(policy.verdicts_for(request.user, claim), rows.VERDICT)
        return paged(request, found, OLDEST_FIRST, rows.verdict_rows)

    @call(
        "Propose a verdict on a claim you hold", outputs.VerdictOutput, status=201, body=inputs.VerdictInput
    )
    def post(self, request, pk):
        claim = find(request, pk)
        policy.require(request.user, policy.proposing(claim), claim)
        data = read(inputs.VerdictInput, request)
        require_version(claim, data)
        data.pop("version", None)
        shown = policy.evidence_for(request.user, claim)
        rests_on = {record.pk: record for record in shown.filter(pk__in=data["evidence"])}
        if unknown := [pk for pk in data["evidence"] if pk not in rests_on]:
            raise ValidationError({"evidence": f"There is no evidence {unknown[0]} on this claim."})
        data |= {"rating": _rating(claim, data["rating"]), "evidence": list(rests_on.values())}
        verdict = verdicts.propose_verdict(claim, by=request.user, **data)
        made = rows.valued(Verdict.objects.filter(pk=verdict.pk), rows.VERDICT)
        return Response(rows.verdict_rows(made)[0], 201)


def _rating(claim, name):
    """The rating with this id or slug on the scale of the claim's article."""
    ratings = claim.article.scale.ratings.all()
    rating = next((rating for rating in ratings if name in (str(rating.pk), rating.slug)), None)
    if rating is None:
        choices = ", ".join(rating.slug for rating in ratings)
        raise ValidationError({"rating": f"This is not on the scale of the article. Choose from {choices}."})
    return rating


class History(Door):
    parameters = PAGING

    @call("Every step, oldest first", listing(outputs.EventOutput), parameters=PAGING)
    def get(self, request, pk):
        claim = find(request, pk)
        policy.require_reads_work(request.user)
        events = rows.valued(policy.history_of_claim(request.user, claim), rows.EVENT)
        return paged(request, events, OLDEST_FIRST, rows.plain(rows.EVENT))
