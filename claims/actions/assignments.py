"""Who holds a claim."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from accounts.models import User
from claims import policy
from claims.moves import claim_changed, move, require_holder, require_step
from claims.workflow import FREE_IN, HELD_IN, ClaimChanged, Status

CANDIDATES = 20  # claims that *take next* looks at before it asks again


def take(claim, *, by):
    """A reviewer takes an open claim, or one that waits for its second check."""
    policy.require(by, policy.taking(claim), claim)
    require_step(claim, "take")
    if claim.status == Status.AWAITING_SECOND_CHECK and claim.assignee_id is not None:
        raise claim_changed(claim)
    move(claim, HELD_IN[claim.status], by=by, step="take", assignee=by, returned_at=None)


def take_next(claims, *, by):
    """Take the first claim of the queryset `claims`, in its order, that is free and may be taken.

    What waits for a second check comes first: somebody's verdict waits with it.
    Returns the claim, or None when there is none. Somebody faster just means the next one.
    """
    policy.require_review(by)
    waiting = [policy.second_checks_for(by, claims), claims.free().written_by_others(by)]
    return next((claim for free in waiting if (claim := _take_first(free, by=by)) is not None), None)


def _take_first(claims, *, by):
    passed = set()
    while True:
        free = claims.exclude(pk__in=passed)
        batch = list(free.select_related("article", "verdict")[:CANDIDATES])
        if not batch:
            return None
        for claim in batch:
            passed.add(claim.pk)
            try:
                take(claim, by=by)
            except (ClaimChanged, PermissionDenied):
                continue
            return claim


def assign(claim, *, by, assignee):
    """An editor gives a claim that is open, in check or awaiting its second check to somebody who may."""
    policy.require(by, "assign", claim)
    if assignee is None or not policy.people_who_see(claim.article).filter(pk=assignee.pk).exists():
        wrong = _("This person is not on the desk, or may not see the article.")
        raise ValidationError({"assignee": wrong})
    if why := policy.refusal(assignee, policy.taking(claim), claim):
        said = _("{name} cannot check this claim. {why}").format(name=assignee.name, why=why)
        raise PermissionDenied(said)
    require_step(claim, "assign")
    move(
        claim,
        HELD_IN[claim.status],
        by=by,
        step="assign",
        note=assignee.name,
        assignee=assignee,
        returned_at=None,
    )


def release(claim, *, by):
    """The holder, or an editor, puts a claim back into the queue."""
    policy.require(by, "release", claim)
    require_step(claim, "release")
    require_holder(claim, by, or_editor=True)
    if claim.assignee_id is None:  # a second check that nobody has taken
        raise claim_changed(claim)
    move(claim, FREE_IN[claim.status], by=by, step="release", assignee=None, returned_at=None)


def still_held(claim, before):
    """What a step began with, as its event tells it `before`: to undo it.

    A holder who may no longer check the claim leaves it to the next.
    """
    holder, status = User.objects.filter(pk=before["assignee"]).first(), Status(before["status"])
    right = "take_second" if status == Status.AWAITING_SECOND_CHECK else "take"
    if holder is None or policy.may_hold(holder, claim, right):
        return before
    return before | {"status": FREE_IN[status], "assignee": None, "returned_at": None}
