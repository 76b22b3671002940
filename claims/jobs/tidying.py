"""What the beat asks for: deadlines that came nearer, and what has had its time."""

from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from accounts.models import Session
from claims.models import Claim, Export, IdempotencyKey
from claims.workflow import UNFINISHED

KEYS_KEPT = timedelta(days=7)


def refresh_priorities():
    """Recompute the stored priority of unfinished claims with a deadline; writes only what changed."""
    now = timezone.now()
    with_deadline = Claim.objects.filter(status__in=UNFINISHED, due_at__isnull=False).only(
        "risk", "due_at", "prominence", "score", "priority"
    )
    changed = []
    for claim in with_deadline.iterator(2000):
        total = sum(part.points for part in claim.priority_parts(now))
        if total != claim.priority:
            claim.priority = total
            changed.append(claim)
    Claim.objects.bulk_update(changed, ["priority"], batch_size=500)


def tidy():
    """Remove expired export files, sessions, throttles and idempotency keys."""
    now = timezone.now()
    for export in Export.objects.filter(expires_at__lt=now).exclude(path=""):
        Path(export.path).unlink(missing_ok=True)
        Export.objects.filter(pk=export.pk).update(path="")
    IdempotencyKey.objects.filter(created_at__lt=now - KEYS_KEPT).delete()
    Session.objects.filter(expire_date__lt=now).delete()
