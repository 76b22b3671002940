"""The steps of a claim as buttons: what workflow and policy allow this person right now."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Event
from accounts.policy import is_editor
from claims import policy
from claims.actions import words_before
from claims.actions.undo import is_undoable, right_of
from claims.workflow import FINAL, STEPS, Status


class Button(NamedTuple):
    """`reason` is the label of a compulsory text, sent as `field`; "" for a step of one press."""

    name: str
    label: str | Promise
    icon: str
    key: str = ""
    reason: str | Promise = ""
    field: str = "reason"
    primary: bool = False
    url: str = ""


BUTTONS = [
    Button("accept", _("Accept"), "check", key="a", primary=True),
    Button("take", _("Take"), "hand", key="t", primary=True),
    Button("restore", _("Restore"), "undo-2"),
    Button("reopen", _("Reopen"), "rotate-ccw", reason=_("Why is it reopened?")),
    Button("withdraw", _("Withdraw verdict"), "undo-2"),
    Button("release", _("Release"), "log-out"),
    Button("dismiss", _("Dismiss"), "x", key="d", reason=_("Why is this not to be checked?")),
]
HOLDERS_OWN = {
    Status.OPEN,
    Status.IN_CHECK,
    Status.AWAITING_SECOND_CHECK,
}  # here a claim is its holder's, or an editor's, to let go


def buttons(user, claim):
    """The buttons of `claim` for `user`, the likeliest first."""
    allowed = policy.steps_for(user, claim)
    return [
        button._replace(url=reverse(f"claim-{button.name}", args=[claim.pk]))
        for button in BUTTONS
        if policy.right_to(button.name, claim) in allowed
        and claim.status in STEPS[button.name]
        and _theirs(user, claim, button.name)
    ]


def can(user, claim, step):
    """Whether `user` may take `step` on `claim` now."""
    right = policy.right_to(step, claim)
    return claim.status in STEPS[step] and policy.may(user, right, claim) and _theirs(user, claim, step)


def _theirs(user, claim, step):
    if step == "propose":
        return claim.assignee_id == user.pk
    if claim.status == Status.AWAITING_SECOND_CHECK and step in {"take", "withdraw"}:
        return claim.assignee_id is None
    if step == "withdraw":
        return claim.second_verdict_id is None
    if step == "release" and claim.assignee_id is None:
        return False
    if step in {"release", "dismiss"} and claim.status in HOLDERS_OWN:
        return claim.assignee_id == user.pk or is_editor(user)
    return True


def undoable(user, claim, events):
    """Whether the last of `events`, the history of `claim`, is a step that `user` may take back."""
    last = events[-1] if events else None
    if last is None or last.by_id != user.pk or not is_undoable(last):
        return False
    if policy.stays_blind(user, claim) and Event.objects.about(claim).filter(pk__gt=last.pk).exists():
        return False  # they do not read every step: the last one is another's
    if not policy.may(user, right_of(last), claim):
        return False
    if last.kind in words_before.STEPS and not words_before.still_stand(last, claim.article):
        return False
    return policy.may(user, "undo", claim) and claim.article.status not in FINAL
