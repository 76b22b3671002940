"""One's own inbox: what was read, and which articles one follows. Nothing of it goes into the history."""

from django.utils import timezone

from claims import policy
from claims.models import Watch


def mark_read(*, by, **which):
    """Note that `by` has read those of their notices, and returns how many were new to them.

    `which` are filters: `pk`, `pk__in`, `article`, `claim`, or none for all that they may see now.
    """
    unread = policy.notices_for(by).filter(read_at=None, **which)
    return unread.update(read_at=timezone.now())


def watch(article, *, by):
    """`by` is told when `article` changes."""
    Watch.objects.update_or_create(article=article, person=by, defaults={"on": True})


def unwatch(article, *, by):
    """`by` is told no more, whatever they have to do with `article`."""
    Watch.objects.update_or_create(article=article, person=by, defaults={"on": False})
