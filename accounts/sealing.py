"""Sealing: the relay links waiting events into the chain, a few hundred at a time, within a second.

Writers never wait for it: they only add rows. Why there can be one chain only:
- Order is the order of sealing. A transaction that commits late, with a small id, comes later in the
  chain; its row in `Unsealed` became visible with the event, so it is neither missed nor met twice.
- The hash for position p covers the committed hash of p - 1, and rows of `Seal` never change. Two sealers
  who read the same head want the same position: the database takes one and refuses the other.
- Seal and end of waiting are one transaction, so an event is sealed once, whoever dies in between.
"""

from django.db import IntegrityError, transaction

from . import chain
from .models import Event, Seal, Unsealed

BATCH = 500
FIELDS = (
    "id",
    "kind",
    "at",
    "by_id",
    "subject_kind",
    "subject_id",
    "within",
    *chain.VALUES,
    "salt",
    "erased",
)


def link_of(event):
    """The link of an event (a dict of FIELDS), but for position and hash and without its words."""
    link = {
        "event": event["id"],
        "kind": event["kind"],
        "at": chain.moment(event["at"]),
        "by": event["by_id"],
        "subject": f"{event['subject_kind']}:{event['subject_id']}",
        "within": event["within"],
    }
    if event["erased"] is not None:
        return link | {"values": event["erased"], "erased": True}
    return link | {"values": chain.digests(event["salt"], event)}


def seal():
    """Seal events that wait, at most BATCH; returns how many. 0 also where another sealer was faster."""
    waiting = Unsealed.objects.order_by("event_id").values_list("event_id", flat=True)[:BATCH]
    if not (ids := list(waiting)):
        return 0
    # Read and hashed before the transaction: on SQLite that one holds up all writers.
    events = Event.objects.filter(pk__in=ids, seal=None).order_by("id")
    links = [link_of(event) for event in events.values(*FIELDS)]
    try:
        with transaction.atomic():
            Seal.objects.bulk_create(_joined(links))
            Unsealed.objects.filter(event_id__in=ids).delete()
    except IntegrityError:
        return 0
    return len(ids)


def find_missed():
    """Let wait what has no seal and does not wait: added while the triggers were away, as by a restore."""
    missed = Event.objects.filter(seal=None).exclude(pk__in=Unsealed.objects.values("event_id"))
    rows = [Unsealed(event_id=pk) for pk in missed.values_list("pk", flat=True)]
    Unsealed.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)


def seal_all():
    """Seal until nothing waits."""
    while seal():
        pass


def _last():
    """Position and hash at the end of the chain."""
    last = Seal.objects.order_by("-position").values_list("position", "hash").first()
    return last or (0, chain.BEGINNING)


def _joined(links):
    position, previous = _last()
    for link in links:
        position += 1
        previous = chain.hash_of(link | {"position": position}, previous)
        yield Seal(position=position, event_id=link["event"], hash=previous)


def head():
    """The end of the chain now, and how many events wait."""
    position, hash = _last()
    return chain.Head(position, hash, unsealed=Unsealed.objects.count())


def links(*, words=False):
    """The whole chain, read piece by piece; the `event` of a link is None where its row is gone.

    `words`: with the salt and the words themselves, where they were not erased.
    """
    position = -1
    chained = Seal.objects.order_by("position").values_list("position", "event_id", "hash")
    while seals := list(chained.filter(position__gt=position)[:BATCH]):
        ids = [event for _, event, _ in seals]
        events = {event["id"]: event for event in Event.objects.filter(pk__in=ids).values(*FIELDS)}
        for position, pk, hash in seals:
            event = events.get(pk)
            link = link_of(event) if event else {"event": None}
            if words and event and not link.get("erased"):
                link |= {name: event[name] for name in ("salt", *chain.VALUES)}
            yield link | {"position": position, "hash": hash}
