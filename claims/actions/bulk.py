"""One step on many claims: each is a call, a transaction and an event of its own."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from accounts.models import User
from claims import policy
from claims.actions import assignments, glances, triage, undo, verdicts
from claims.filters import claim_order, filter_claims
from claims.models import Claim
from claims.moves import claim_changed
from claims.workflow import WorkflowError


class Step(NamedTuple):
    """`act(claim, by, data)` takes the step; `right` is its name in the policy."""

    right: str
    act: Callable[[Any, Any, dict], None]


class Done(NamedTuple):
    """What became of one claim; `claim` is None where it is not to be seen, `error` where it went well."""

    pk: int
    claim: Claim | None
    error: Exception | None


def _words(data):
    return data.get("reason") or data.get("note") or ""


def _needed(data, name):
    if name not in data:
        raise ValidationError({name: _("This field is required.")})
    return data[name]


def _assign(claim, by, data):
    assignee = User.objects.filter(pk=_needed(data, "assignee")).first()
    assignments.assign(claim, by=by, assignee=assignee)


def _plan(claim, by, data):
    """Risk and deadline, each as it is where `data` does not name it."""
    triage.plan(claim, by=by, risk=data.get("risk", claim.risk), due_at=data.get("due_at", claim.due_at))


def _sign_off(claim, by, data):
    verdicts.sign_off(claim, by=by, verdict=_needed(data, "verdict"), note=_words(data))


STEPS = {
    "accept": Step("accept", lambda c, by, data: triage.accept(c, by=by)),
    "dismiss": Step("dismiss", lambda c, by, data: triage.dismiss(c, by=by, reason=_words(data))),
    "restore": Step("restore", lambda c, by, data: triage.restore(c, by=by)),
    "take": Step("take", lambda c, by, data: assignments.take(c, by=by)),
    "assign": Step("assign", _assign),
    "release": Step("release", lambda c, by, data: assignments.release(c, by=by)),
    "withdraw": Step("withdraw", lambda c, by, data: verdicts.withdraw(c, by=by)),
    "return": Step("return", lambda c, by, data: verdicts.return_claim(c, by=by, note=_words(data))),
    "reopen": Step("reopen", lambda c, by, data: verdicts.reopen(c, by=by, reason=_words(data))),
    "sign-off": Step("sign_off", _sign_off),
    "seen": Step("seen", lambda c, by, data: glances.seen(c, by=by)),
    "plan": Step("plan", _plan),
    "undo": Step("undo", lambda c, by, data: undo.undo(c, by=by)),
}


def steppable(user):
    """The claims `user` may see, with what policy and actions ask of one."""
    return policy.visible_claims(user).select_related("article", "assignee", "verdict")


def require_version(claim, data):
    """Raise ClaimChanged if `data` names a version that is no longer the claim's."""
    if data.get("version", claim.version) != claim.version:
        raise claim_changed(claim)


def take_step(name, claim, data, *, by):
    """One step; `data` may name the `version` that was seen. Raises ClaimChanged for a newer one."""
    step = STEPS[name]
    policy.require(by, step.right, claim)
    require_version(claim, data)
    step.act(claim, by, data)


def by_ids(ids, *, by):
    """Pairs of an id and its claim (None: not to be seen), in the order given, each once."""
    found = steppable(by).in_bulk(ids)
    return [(pk, found.get(pk)) for pk in dict.fromkeys(ids)]


def by_filters(filters, *, by, most):
    """Such pairs of the first `most` claims that the filters name, in the order that they name."""
    chosen = filter_claims(steppable(by), filters, by=by).order_by(*claim_order(filters))[:most]
    return [(claim.pk, claim) for claim in chosen]


def take_steps(name, chosen, data, *, by, versions=None):
    """Yield a Done for each of the pairs `chosen`; `versions` are those seen, by id."""
    for pk, claim in chosen:
        seen = {"version": versions[pk]} if versions and pk in versions else {}
        yield Done(pk, claim, _refusal(name, claim, data | seen, by))


def _refusal(name, claim, data, by):
    if claim is None:
        return ObjectDoesNotExist()
    try:
        take_step(name, claim, data, by=by)
    except (WorkflowError, PermissionDenied, ValidationError) as error:
        return error
    return None
