"""Erasing words from the trail, and a person: the events stay, as tombstones, and the chain with them."""

import json
import re

from django.apps import apps
from django.db import transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from . import chain, mail, policy, sessions, tokens
from .models import Event, User
from .models.event import proof
from .people import PERSONAL, rights_of

ERASED = "words.erased"
RENEWED = "proof.renewed"  # says nothing but that its rows are as they were
TELLING = "erasure."  # the kinds of events that tell of an erasure: what they say outlives it


@transaction.atomic
def erase_values(events, about, *, by, reason):
    """Erase before, after and note of `events` (a queryset) for good; the hashes stay in their place.

    `about` is the person or article for whose sake; the erasing is an event of its history, with the ids of
    the tombstones and the reason, which cannot be erased in turn. `by` is an admin, or None for the operator
    of the machine. Returns how many were erased; those that are already do not count.
    """
    policy.require(by is None or policy.can_administer(by), _("Only an admin erases words from the trail."))
    erasable = events.exclude(kind=ERASED).exclude(kind__startswith=TELLING).filter(erased__isnull=True)
    rows = list(erasable.values("id", "salt", *chain.VALUES))
    for row in rows:
        Event.objects.filter(pk=row["id"]).update(
            erased=chain.digests(row["salt"], row), salt="", before={}, after={}, note=""
        )
    if rows:
        after = {"events": [row["id"] for row in rows]}
        Event.objects.append(ERASED, about, by=by, after=after, note=reason, within=about)
    return len(rows)


@transaction.atomic
def erase_person(person, *, by, reason):
    """Make `person` nobody: no name, address, password, desk, session or token; ids and role stay.

    Of the trail go the values that hold their name or address, and where they signed in from. `by` and
    `reason` as in `erase_values`.
    """
    person = User.objects.select_for_update().get(pk=person.pk)
    known_as, before = [person.name, person.email], rights_of(person)
    sessions.end_all(person, by=by)
    for token in person.tokens.filter(revoked_at=None):
        tokens.revoke(token, by=by)
    person.tokens.update(name="erased")
    person.memberships.all().delete()
    mail.forget(person.email, person.address_when_erased)
    person.name, person.email = f"Erased person {person.pk}", person.address_when_erased
    person.is_active, person.last_login = False, None
    person.set_unusable_password()
    person.save()
    if (after := rights_of(person)) != before:
        Event.objects.append("rights.changed", person, by=by, before=before, after=after)
    told = events_naming(*known_as) | personal_events(person)
    proved = _proved_by(told)
    erase_values(told, person, by=by, reason=reason)
    for subject, within, rows in proved:
        Event.objects.append(RENEWED, subject, by=by, within=within, proves=rows)


def _proved_by(events):
    """What `events` vouch for and still holds, as (subject, within, rows): erased they vouch for nothing."""
    kinds = {model._meta.model_name: model for model in apps.get_models()}

    def row(name):
        kind, _, pk = name.partition(":")
        return kinds[kind]._default_manager.filter(pk=int(pk)).first()

    proved = []
    for event in events.filter(after__has_key="proves", erased__isnull=True):
        rows = [(row(name), known) for name, known in event.after["proves"].items()]
        kept = [one for one, known in rows if one is not None and proof(one, event.salt) == known]
        if kept:
            subject = row(f"{event.subject_kind}:{event.subject_id}")
            proved.append((subject, row(event.within) if event.within else None, kept))
    return proved


def personal_events(person):
    """The events that tell where somebody signed in, and how they called what is theirs."""
    return (Event.objects.about(person) | Event.objects.within(person)).filter(kind__in=PERSONAL)


def events_naming(*words):
    """The events in whose values one of `words` stands: as a whole, and in any case but for a single name.

    "Will" is no "will". The database only chooses the events that are read.
    """
    told = Q()
    for word in words:
        # What every database finds in any case, and in JSON as it keeps it: a run of plain letters.
        run = max(re.findall(r"[A-Za-z0-9@. -]*", word), key=len)
        told |= Q(note__icontains=run) | Q(before_text__icontains=run) | Q(after_text__icontains=run)
    texts = {f"{name}_text": Cast(name, TextField()) for name in ("before", "after")}
    rows = Event.objects.alias(**texts).filter(told).order_by().values_list("pk", *chain.VALUES)
    names = [_whole(word) for word in words]
    found = [
        pk
        for pk, *values in rows.iterator()
        if any(name.search(json.dumps(values, ensure_ascii=False)) for name in names)
    ]
    return Event.objects.filter(pk__in=found)


def _whole(word):
    said = re.escape(json.dumps(word, ensure_ascii=False)[1:-1])
    return re.compile(rf"(?<!\w){said}(?!\w)", 0 if word.isalpha() else re.IGNORECASE)
