"""The database itself refuses to change events and seals."""

import pytest
from django.db import IntegrityError, connection, transaction

from accounts import auditing, sealing
from accounts.models import Event, Seal, Unsealed
from tests.guards import GUARDS, Statements

ATTACKS = {
    "edit a kind": "UPDATE accounts_event SET kind = 'claim.sign_off'",
    "edit a time": "UPDATE accounts_event SET at = '2001-01-01 00:00:00+00:00'",
    "edit words": "UPDATE accounts_event SET note = 'never said'",
    "empty words and keep the salt": "UPDATE accounts_event SET note = ''",
    "change a step while erasing": (
        "UPDATE accounts_event SET erased = '{}', salt = '', note = '', \"before\" = '{}', \"after\" = '{}', "
        "kind = 'claim.note'"
    ),
    "write words while erasing": (
        "UPDATE accounts_event SET erased = '{}', salt = '', note = 'x', \"before\" = '{}', \"after\" = '{}'"
    ),
    "delete an event": "DELETE FROM accounts_event",
    "edit a seal": "UPDATE accounts_seal SET hash = ''",
    "move a seal": "UPDATE accounts_seal SET position = position + 10",
    "delete a seal": "DELETE FROM accounts_seal",
}
EMPTYING = [
    "TRUNCATE accounts_event CASCADE",  # without it the rows that refer to events refuse
    "TRUNCATE accounts_seal",
]
REPLACING = [
    "INSERT OR REPLACE INTO accounts_event SELECT * FROM accounts_event",
    "INSERT OR REPLACE INTO accounts_seal SELECT position, 99, '' FROM accounts_seal",
    "INSERT OR REPLACE INTO accounts_seal SELECT 9, event_id, '' FROM accounts_seal",
]


def attacks():
    by_database = EMPTYING if connection.vendor == "postgresql" else REPLACING
    return [*ATTACKS.values(), *by_database]


@pytest.fixture
def event(desk, editor):
    event = Event.objects.append("desk.added", desk, by=editor, after={"name": "News"}, note="at last")
    sealing.seal_all()
    connection.check_constraints()  # PostgreSQL empties no table that has checks to come
    return event


@pytest.mark.parametrize("statement", attacks(), ids=lambda statement: statement[:60])
def test_the_database_refuses(event, statement):
    before = list(Event.objects.values()), list(Seal.objects.values())

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert (list(Event.objects.values()), list(Seal.objects.values())) == before


def test_the_queryset_refuses_too(event):
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(note="other")
    with pytest.raises(IntegrityError), transaction.atomic():
        event.delete()


def test_only_tests_can_lift_the_guards(event, unguarded):
    assert Event.objects.update(note="other") == 1


def test_every_event_waits_whoever_adds_it(desk, editor):
    Event.objects.bulk_create([Event(kind="x", subject_kind="desk", subject_id=1) for _ in range(3)])

    assert list(Unsealed.objects.values_list("event_id", flat=True)) == list(
        Event.objects.order_by("id").values_list("id", flat=True)
    )


def test_events_from_before_the_seals_get_salts_and_wait(desk, unguarded):
    for number in range(3):
        Event.objects.append("desk.named", desk, by=None, note=str(number))
    Event.objects.update(salt="0" * 32)

    GUARDS.protect_what_is_there(None, Statements)
    sealing.seal_all()

    assert len({event.salt for event in Event.objects.all()} - {"0" * 32}) == 3
    assert auditing.verify().position == 3
