"""Claims: the queue, one claim, marking by hand, and taking the next."""

from functools import partial

from django.shortcuts import get_object_or_404
from rest_framework.response import Response

from claims import policy
from claims.actions import assignments, glances, triage
from claims.actions.bulk import STEPS
from claims.api import inputs, outputs, rows
from claims.api.doors import PAGING, Door, paged, read
from claims.api.schema import call, listing
from claims.api.steps import find
from claims.filters import CLAIM_FILTERS, claim_order, filter_claims
from claims.workflow import STEPS as MOMENTS


class Claims(Door):
    parameters = (*PAGING, *CLAIM_FILTERS, "order")

    @call(
        "Claims that the filters name",
        listing(outputs.ClaimOutput),
        operation_id="claims_list",
        parameters=parameters,
    )
    def get(self, request):
        asked, user = request.query_params, request.user
        found = filter_claims(policy.visible_claims(user), asked, by=user)
        shape = partial(rows.claim_rows, user=user)
        return paged(request, rows.claims_of(found), claim_order(asked), shape)

    @call("Mark words of the newest revision as a claim", outputs.ClaimOutput, status=201, body=inputs.Mark)
    def post(self, request):
        data = read(inputs.Mark, request)
        article = get_object_or_404(policy.visible_articles(request.user), pk=data.pop("article"))
        claim = triage.mark_claim(article, by=request.user, **data)
        return Response(rows.claim_row(claim, request.user), 201)


class OneClaim(Door):
    @call("One claim with all that was gathered", outputs.ClaimDetail)
    def get(self, request, pk):
        claim, user = find(request, pk), request.user
        return Response(
            rows.claim_row(claim, user)
            | {
                "evidence": rows.evidence_rows(rows.evidence_of(claim, user), claim, user),
                "verdicts": rows.verdict_rows(rows.valued(policy.verdicts_for(user, claim), rows.VERDICT)),
                "notes": rows.note_rows(rows.valued(policy.notes_for(user, claim), rows.NOTE))
                if policy.reads_work(user)
                else [],
                "steps": steps_now(claim, user),
            }
        )


def steps_now(claim, user):
    """The names of the steps that `user` may take and that begin where `claim` stands."""
    rights = policy.steps_for(user, claim)
    moments = {
        step
        for step, begins in MOMENTS.items()
        if claim.status in begins and policy.right_to(step, claim) in rights
    }
    if glances.waits(claim):
        moments |= {"seen"} & rights
    return [name for name, step in STEPS.items() if step.right in moments]


class Next(Door):
    @call(
        "Take the next free claim that the filters name; 204 where there is none",
        {200: outputs.ClaimOutput, 204: None},
        body=inputs.Filters,
    )
    def post(self, request):
        user = request.user
        asked = read(inputs.Filters, request)
        claims = filter_claims(policy.visible_claims(user), asked, by=user).order_by(*claim_order(asked))
        claim = assignments.take_next(claims, by=user)
        return Response(status=204) if claim is None else Response(rows.claim_row(claim, user))
