"""Erasing words from the trail: the events stay, as tombstones, and the chain with them."""

from django.db import transaction

from . import chain, policy
from .models import Event

ERASED = "words.erased"


@transaction.atomic
def erase_values(events, about, *, by, reason):
    """Erase before, after and note of `events` (a queryset) for good; the hashes stay in their place.

    `about` is the person or article for whose sake; the erasing is an event of its history, with the ids of
    the tombstones and the reason, which cannot be erased in turn. `by` is an admin, or None for the operator
    of the machine. Returns how many were erased; those that are already do not count.
    """
    policy.require(by is None or policy.can_administer(by), "Only an admin erases words from the trail.")
    rows = list(events.exclude(kind=ERASED).filter(erased__isnull=True).values("id", "salt", *chain.VALUES))
    for row in rows:
        Event.objects.filter(pk=row["id"]).update(
            erased=chain.digests(row["salt"], row), salt="", before={}, after={}, note=""
        )
    if rows:
        after = {"events": [row["id"] for row in rows]}
        Event.objects.append(ERASED, about, by=by, after=after, note=reason, within=about)
    return len(rows)
