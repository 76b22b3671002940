"""Words that changed under somebody's work: a look at them, and that they were seen."""

from claims import policy
from claims.moves import apply, claim_changed
from claims.workflow import Status

OVER = {Status.DISMISSED, Status.CLOSED}


def waits(claim):
    """Whether words of `claim` changed under a verdict or in somebody's hands, and nobody has said "seen"."""
    return claim.wants_a_glance and claim.status not in OVER


def seen(claim, *, by):
    """Somebody looked at the new words: what was found stands. Raises ClaimChanged where none wait."""
    policy.require(by, "seen", claim)
    if not waits(claim):
        raise claim_changed(claim)
    apply(claim, kind="claim.seen", by=by, wants_a_glance=False)
