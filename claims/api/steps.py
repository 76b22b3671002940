"""The steps of a claim: one view for all of them, and the bulk of them."""

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404
from rest_framework.response import Response

from claims import policy
from claims.actions import bulk
from claims.api import inputs, outputs, rows
from claims.api.doors import Door, read
from claims.api.errors import described
from claims.api.schema import call

SUMMARIES = {
    "accept": "Accept a suggestion",
    "dismiss": "Not to be checked; reason compulsory",
    "restore": "Open a dismissed claim",
    "take": "Take an open claim",
    "assign": "Give a claim to `assignee`",
    "release": "Back into the queue",
    "withdraw": "Take back your verdict",
    "return": "Back to the checker; note compulsory",
    "reopen": "Check a resolved claim again; reason compulsory",
    "sign-off": "Approve the `verdict` that was seen",
    "seen": "The changed words were looked at",
    "plan": "Set `risk` and `due_at` of unfinished claims; what is not sent stays",
    "undo": "Take back your last step",
}


def find(request, pk):
    """The claim with this id, if the sender of `request` may see it; else Http404."""
    claim = bulk.steppable(request.user).filter(pk=pk).first()
    if claim is None:
        raise Http404
    return claim


def view_of(name):
    """The view of one step."""
    right = bulk.STEPS[name].right

    class OneStep(Door):
        @call(SUMMARIES[name], outputs.ClaimOutput, body=inputs.StepInput, operation_id=f"claims_{right}")
        def post(self, request, pk):
            claim = find(request, pk)
            policy.require(request.user, right, claim)  # a refusal comes before words about the body
            bulk.take_step(name, claim, read(inputs.StepInput, request), by=request.user)
            return Response(rows.claim_row(claim, request.user))

    return OneStep.as_view()


class Bulk(Door):
    @call(
        "Take one step on up to 1,000 claims: what became of each",
        outputs.BulkResult(many=True),
        body=inputs.BulkStep,
    )
    def post(self, request):
        data = read(inputs.BulkStep, request)
        if data["step"] not in bulk.STEPS:
            raise ValidationError({"step": f"Choose one of {', '.join(bulk.STEPS)}."})
        chosen = self._chosen(request.user, data)
        return Response(
            [_told(done) for done in bulk.take_steps(data["step"], chosen, data, by=request.user)]
        )

    def _chosen(self, user, data):
        if "ids" in data:
            return bulk.by_ids(data["ids"], by=user)
        chosen = bulk.by_filters(data["filters"], by=user, most=inputs.MOST_AT_ONCE + 1)
        if len(chosen) > inputs.MOST_AT_ONCE:
            raise ValidationError(
                {"filters": f"These are more than {inputs.MOST_AT_ONCE:,} claims. Narrow them."}
            )
        return chosen


def _told(done):
    if done.error is not None:
        error = Http404() if isinstance(done.error, ObjectDoesNotExist) else done.error
        return {"id": done.pk, "ok": False, "error": described(error)[1]}
    return {"id": done.pk, "ok": True, "status": done.claim.status, "version": done.claim.version}
