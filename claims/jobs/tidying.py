"""What the beat asks for: deadlines that came nearer, and what has had its time."""

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts import sealing, throttle
from accounts.models import Session
from claims.jobs import exports, inbox
from claims.models import WRITING_FOR, Claim, Draft, IdempotencyKey, Presence
from claims.reports.rows import pieces
from claims.workflow import UNFINISHED

KEYS_KEPT = timedelta(days=7)
DRAFTS_KEPT = timedelta(days=30)


def refresh_priorities():
    """Recompute the stored priority of unfinished claims with a deadline; writes only what changed."""
    now = timezone.now()
    with_deadline = Claim.objects.filter(status__in=UNFINISHED, due_at__isnull=False).only(
        "risk", "due_at", "prominence", "score", "priority"
    )
    changed = defaultdict(list)
    for claim in with_deadline.iterator(2000):
        total = sum(part.points for part in claim.priority_parts(now))
        if total != claim.priority:
            changed[claim.priority, total].append(claim.pk)
    for (before, after), ids in changed.items():
        for some in pieces(ids):
            _rewrite(some, before, after)


@transaction.atomic
def _rewrite(ids, before, after):
    """Each piece is a transaction of its own, so that nobody waits for all of them.

    It waits for nobody either: a claim that somebody has locked is left for the next round, for two who lock
    claims in different orders and wait would wait for ever. Who planned a claim anew has the last word.
    """
    claims = Claim.objects.filter(priority=before)
    free = claims.filter(pk__in=ids).select_for_update(skip_locked=True, no_key=True)
    claims.filter(pk__in=list(free.values_list("pk", flat=True))).update(priority=after)


def tidy():
    """Remove what has had its time: files, sessions, keys, drafts, notices, …; find events nobody seals."""
    now = timezone.now()
    exports.remove_expired(now)
    IdempotencyKey.objects.filter(created_at__lt=now - KEYS_KEPT).delete()
    inbox.tidy(now)
    Session.objects.filter(expire_date__lt=now).delete()
    Draft.objects.filter(at__lt=now - DRAFTS_KEPT).delete()
    Presence.objects.filter(seen_at__lt=now - WRITING_FOR).delete()
    throttle.forget()
    sealing.find_missed()
