"""Auditing: the chain in the database or in a file is walked from its first link, and written out."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import connection
from django.utils import timezone

from . import chain, sealing
from .erasing import ERASED
from .models import Event
from .models.event import proof

TRIGGERS = ("event_waits", "event_unchanged", "event_kept", "seal_kept")
CATALOGUES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'",
}


def verify(anchors: Mapping[int, str] | None = None) -> chain.Head:
    """Check the database; the head counts the events without a seal. Raises chain.Broken."""
    head = chain.check(_accounted(sealing.links()), anchors)
    _check_rows()
    return head._replace(unsealed=Event.objects.filter(seal=None).count())


def _accounted(links):
    """The links; raises Broken where words went without an event that says who erased them and why."""
    told = set()
    for link in links:
        if link.get("erased") and link["event"] not in told:
            told = _told_erased()  # read late, and again: words may be erased while we walk
            if link["event"] not in told:
                raise chain.Broken(
                    link["position"], f"the words of event {link['event']} went without a reason"
                )
        yield link


def _told_erased():
    lists = Event.objects.filter(kind=ERASED).values_list("after__events", flat=True)
    return {event for events in lists for event in events or ()}


def _check_rows():
    """Raise Broken at the first sealed event whose rows no longer say what they said then."""
    kinds = {model._meta.model_name: model for model in apps.get_models() if hasattr(model, "PROVED")}
    proving = Event.objects.filter(after__has_key="proves", seal__isnull=False).order_by("seal__position")
    told = proving.values_list("seal__position", "salt", "after__proves").iterator(sealing.BATCH)
    while batch := list(islice(told, sealing.BATCH)):
        ids = defaultdict(set)
        for _, _, proofs in batch:
            for name in proofs:
                kind, _, pk = name.partition(":")
                ids[kind].add(int(pk))
        rows = {kind: kinds[kind]._default_manager.in_bulk(pks) for kind, pks in ids.items()}
        for position, salt, proofs in batch:
            for name, known in proofs.items():
                kind, _, pk = name.partition(":")
                row = rows[kind].get(int(pk))
                if (row is None or proof(row, salt) != known) and not _erased_meanwhile(position):
                    raise chain.Broken(
                        position, f"{name} {'is gone' if row is None else 'was changed since'}"
                    )


def _erased_meanwhile(position):
    """Whether the event at `position`, read a moment ago, tells no words any more: nor do its rows."""
    return Event.objects.filter(seal__position=position, erased__isnull=False).exists()


def wordless(lines: Iterable[str] | None = None) -> int:
    """How many sealed events are told without their words, which were erased: in an exported file or here."""
    if lines is None:
        return Event.objects.filter(seal__isnull=False, erased__isnull=False).count()
    return sum("erased" in _read(line) for line in lines)


def missing_triggers() -> list[str]:
    """The triggers that should keep the tables as they are, and are not there any more."""
    with connection.cursor() as cursor:
        cursor.execute(CATALOGUES[connection.vendor])
        there = {name for (name,) in cursor.fetchall()}
    return [name for name in TRIGGERS if name not in there]


def export(*, words: bool = True) -> Iterator[str]:
    """The chain as lines of JSON: the head, then each link, with its words or without them and their salt."""
    head = sealing.head()
    yield _line({"made_at": chain.moment(timezone.now()), **head._asdict()})
    for link in sealing.links(words=words):
        if link["position"] > head.position:
            break  # sealed meanwhile
        yield _line(link)


def verify_file(lines: Iterable[str], anchors: Mapping[int, str] | None = None) -> chain.Head:
    """Check an exported chain. Raises chain.Broken, and ValueError for what is no such file."""
    records = map(_read, lines)
    first = next(records, None) or {}
    try:
        told = chain.Head(first["position"], first["hash"], first["unsealed"])
    except KeyError as error:
        raise ValueError("This is not an exported chain: its first line must tell the head.") from error
    chain.check(records, {told.position: told.hash} | dict(anchors or {}) if told.position else anchors)
    return told


def _read(line):
    """The record of a line; one that cannot be read is a link without anything."""
    try:
        record = json.loads(line)
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}


def _line(value: Any) -> str:
    return json.dumps(value) + "\n"
