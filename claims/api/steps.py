"""The steps of a claim: a table of what each calls, one view for all of them, and the bulk of them."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from rest_framework.response import Response

from accounts.models import User
from claims import policy
from claims.actions import assignments, glances, triage, undo, verdicts
from claims.api import inputs, outputs, rows
from claims.api.doors import Door, read
from claims.api.errors import described
from claims.api.schema import call
from claims.filters import claim_order, filter_claims
from claims.moves import claim_changed
from claims.workflow import WorkflowError


class Step(NamedTuple):
    """`act(claim, by, data)` takes the step; `right` is its name in the policy."""

    right: str
    summary: str
    act: Callable[[Any, Any, dict], None]


def _words(data):
    return data["reason"] or data["note"]


def _assign(claim, by, data):
    assignee = User.objects.filter(pk=_needed(data, "assignee")).first()
    assignments.assign(claim, by=by, assignee=assignee)


def _sign_off(claim, by, data):
    verdicts.sign_off(claim, by=by, verdict=_needed(data, "verdict"), note=_words(data))


def _needed(data, name):
    if name not in data:
        raise ValidationError({name: "This field is required."})
    return data[name]


STEPS = {
    "accept": Step("accept", "Accept a suggestion", lambda c, by, data: triage.accept(c, by=by)),
    "dismiss": Step(
        "dismiss",
        "Not to be checked; reason compulsory",
        lambda c, by, data: triage.dismiss(c, by=by, reason=_words(data)),
    ),
    "restore": Step("restore", "Open a dismissed claim", lambda c, by, data: triage.restore(c, by=by)),
    "take": Step("take", "Take an open claim", lambda c, by, data: assignments.take(c, by=by)),
    "assign": Step("assign", "Give a claim to `assignee`", _assign),
    "release": Step("release", "Back into the queue", lambda c, by, data: assignments.release(c, by=by)),
    "withdraw": Step("withdraw", "Take back your verdict", lambda c, by, data: verdicts.withdraw(c, by=by)),
    "return": Step(
        "return",
        "Back to the checker; note compulsory",
        lambda c, by, data: verdicts.return_claim(c, by=by, note=_words(data)),
    ),
    "reopen": Step(
        "reopen",
        "Check a resolved claim again; reason compulsory",
        lambda c, by, data: verdicts.reopen(c, by=by, reason=_words(data)),
    ),
    "sign-off": Step("sign_off", "Approve the `verdict` that was seen", _sign_off),
    "seen": Step("seen", "The changed words were looked at", lambda c, by, data: glances.seen(c, by=by)),
    "undo": Step("undo", "Take back your last step", lambda c, by, data: undo.undo(c, by=by)),
}


def steppable(user):
    """The claims `user` may see, with what policy and actions ask of one."""
    return policy.visible_claims(user).select_related("article", "assignee", "verdict")


def find(request, pk):
    """The claim with this id, if the sender of `request` may see it; else Http404."""
    claim = steppable(request.user).filter(pk=pk).first()
    if claim is None:
        raise Http404
    return claim


def require_version(claim, data):
    """Raise ClaimChanged if `data` names a version that is no longer the claim's."""
    if data.get("version", claim.version) != claim.version:
        raise claim_changed(claim)


def view_of(name):
    """The view of one step."""
    step = STEPS[name]

    class OneStep(Door):
        @call(step.summary, outputs.ClaimOutput, body=inputs.StepInput, operation_id=f"claims_{step.right}")
        def post(self, request, pk):
            claim = find(request, pk)
            policy.require(request.user, step.right, claim)  # a refusal comes before words about the body
            data = read(inputs.StepInput, request)
            require_version(claim, data)
            step.act(claim, request.user, data)
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
        if data["step"] not in STEPS:
            raise ValidationError({"step": f"Choose one of {', '.join(STEPS)}."})
        step = STEPS[data["step"]]
        return Response(
            [self._taken(request.user, step, pk, claim, data) for pk, claim in self._chosen(request, data)]
        )

    def _chosen(self, request, data):
        """Pairs of an id and its claim (None: not to be seen), in the order asked for."""
        claims = steppable(request.user)
        if "ids" in data:
            found = claims.in_bulk(data["ids"])
            return [(pk, found.get(pk)) for pk in dict.fromkeys(data["ids"])]
        filters = data["filters"]
        chosen = filter_claims(claims, filters, by=request.user).order_by(*claim_order(filters))
        chosen = list(chosen[: inputs.MOST_AT_ONCE + 1])
        if len(chosen) > inputs.MOST_AT_ONCE:
            raise ValidationError(
                {"filters": f"These are more than {inputs.MOST_AT_ONCE:,} claims. Narrow them."}
            )
        return [(claim.pk, claim) for claim in chosen]

    def _taken(self, user, step, pk, claim, data):
        try:
            if claim is None:
                raise Http404
            policy.require(user, step.right, claim)
            require_version(claim, data)
            step.act(claim, user, data)
        except (WorkflowError, PermissionDenied, ValidationError, Http404) as error:
            return {"id": pk, "ok": False, "error": described(error)[1]}
        return {"id": pk, "ok": True, "status": claim.status, "version": claim.version}
