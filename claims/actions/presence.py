"""Being at a claim: told to the others, enforced nowhere. No event: it is over in a minute."""

from datetime import timedelta

from django.utils import timezone

from claims import policy
from claims.models import Presence

SEEN_EVERY = timedelta(seconds=10)  # each is a write


def arrive(claim, *, by, before=None, writing=False):
    """`by`, who sees `claim`, is there now, and writes or only reads. Of who only reads articles: nothing.

    `before` is their row of `policy.people_at`, None where they were not there. Nothing is written while
    that says the same and is younger than SEEN_EVERY. Who takes over has begun to write after another.
    """
    if not policy.reads_work(by):
        return
    now = timezone.now()
    since = before and before.writing_since
    if before is not None and before.seen_at > now - SEEN_EVERY and bool(since) == writing:
        return
    row = Presence(claim=claim, person=by, seen_at=now, writing_since=(since or now) if writing else None)
    Presence.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["claim", "person"],
        update_fields=["seen_at", "writing_since"],
    )


def leave(claim, *, by):
    """`by` has closed the page of `claim`."""
    Presence.objects.filter(claim=claim, person=by).delete()
