"""Claims held by somebody who can no longer work on them: they go back to where the next one finds them."""

import logging

from django.db import transaction

from accounts.models import User
from accounts.policy import can_review
from claims import policy, spoken
from claims.models import Claim
from claims.moves import lock_article, move
from claims.workflow import FREE_IN

log = logging.getLogger(__name__)


def free_claims():
    """Free the claims whose holder may no longer judge them; each in a transaction of its own, and once.

    One that fails waits for the next round, and holds up no other.
    """
    for holder in User.objects.filter(pk__in=Claim.objects.held().values("assignee")):
        for claim in policy.out_of_reach(holder):
            try:
                free(claim)
            except Exception:
                log.exception("claim %s: could not be freed", claim.pk)


@transaction.atomic
def free(claim):
    """Free one claim, unless somebody who may judge it holds it by now; what was gathered stays."""
    lock_article(claim.article_id)
    claim = Claim.objects.held().select_related("article", "assignee", "verdict").filter(pk=claim.pk).first()
    if claim is None or policy.may_hold(claim.assignee, claim, policy.proposing(claim)):
        return
    changes = {"assignee": None, "returned_at": None}
    move(claim, FREE_IN[claim.status], by=None, step="release", note=_why(claim.assignee, claim), **changes)


def _why(holder, claim):
    if not holder.is_active:
        return spoken.LEFT
    if not can_review(holder):
        return spoken.ONLY_READS
    if not policy.people_who_see(claim.article).contains(holder):
        return spoken.SEES_NOTHING
    return spoken.MAY_NOT_JUDGE
