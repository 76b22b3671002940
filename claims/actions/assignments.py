"""Who holds a claim."""

from django.core.exceptions import PermissionDenied, ValidationError

from claims import policy
from claims.moves import move, require_holder, require_step
from claims.workflow import ClaimChanged, Status

CANDIDATES = 20  # claims that *take next* looks at before it asks again


def take(claim, *, by):
    """A reviewer takes an open claim."""
    policy.require(by, "take", claim)
    require_step(claim, "take")
    move(claim, Status.IN_CHECK, by=by, step="take", assignee=by, returned_at=None)


def take_next(claims, *, by):
    """Take the first claim of the queryset `claims`, in its order, that is free and may be taken.

    Returns the claim, or None when there is none. Somebody faster just means the next one.
    """
    policy.require_review(by)
    passed = set()
    while True:
        free = claims.free().written_by_others(by).exclude(pk__in=passed)
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
    """An editor gives an open claim, or one in check, to somebody who may check it."""
    policy.require(by, "assign", claim)
    if assignee is None or not policy.people_who_see(claim.article).filter(pk=assignee.pk).exists():
        raise ValidationError({"assignee": "This person is not on the desk, or may not see the article."})
    if why := policy.refusal(assignee, "take", claim):
        raise PermissionDenied(f"{assignee.name} cannot check this claim. {why}")
    require_step(claim, "assign")
    move(
        claim, Status.IN_CHECK, by=by, step="assign", note=assignee.name, assignee=assignee, returned_at=None
    )


def release(claim, *, by):
    """The holder, or an editor, puts a claim back into the queue."""
    policy.require(by, "release", claim)
    require_step(claim, "release")
    require_holder(claim, by, or_editor=True)
    move(claim, Status.OPEN, by=by, step="release", assignee=None, returned_at=None)
