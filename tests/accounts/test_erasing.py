import json

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import PermissionDenied

from accounts import auditing, mail, people, sealing, tokens
from accounts.erasing import ERASED, erase_person, erase_values, events_naming
from accounts.models import Event, OutgoingMail, Session, User
from tests.factories import UserFactory


@pytest.fixture
def event(desk, editor):
    return Event.objects.append(
        "desk.named", desk, by=editor, before={"name": "a"}, after={"name": "b"}, note="c"
    )


def test_words_and_salt_are_gone_and_the_event_stays(event, desk, admin):
    assert erase_values(Event.objects.about(desk), desk, by=admin, reason="asked to") == 1

    kept = Event.objects.get(pk=event.pk)
    assert (kept.before, kept.after, kept.note, kept.salt) == ({}, {}, "", "")
    assert set(kept.erased) == {"before", "after", "note"}
    assert (kept.kind, kept.by, kept.at, kept.subject_id) == (event.kind, event.by, event.at, desk.pk)


def test_the_erasing_is_an_event_with_its_reason(event, desk, admin):
    erase_values(Event.objects.about(desk), desk, by=admin, reason="asked to")

    told = Event.objects.about(desk).last()
    assert (told.kind, told.by, told.note, told.after) == (ERASED, admin, "asked to", {"events": [event.pk]})


def test_what_is_erased_stays_so_and_why_cannot_be_erased(event, desk, admin):
    erase_values(Event.objects.about(desk), desk, by=admin, reason="asked to")

    assert erase_values(Event.objects.about(desk), desk, by=admin, reason="again") == 0
    assert Event.objects.about(desk).count() == 2


def test_before_or_after_sealing_is_the_same_link(event, desk):
    before = sealing.link_of(Event.objects.values().get(pk=event.pk))
    erase_values(Event.objects.about(desk), desk, by=None, reason="asked to")
    after = sealing.link_of(Event.objects.values().get(pk=event.pk))

    assert after == before | {"erased": True}


def test_only_an_admin_erases(event, desk, editor):
    with pytest.raises(PermissionDenied):
        erase_values(Event.objects.about(desk), desk, by=editor, reason="asked to")
    assert Event.objects.get().note == "c"


def test_what_tells_of_an_erasure_outlives_it(desk, editor, admin):
    Event.objects.append("erasure.asked", desk, by=editor, note="They asked.")

    assert erase_values(Event.objects.about(desk), desk, by=admin, reason="asked to") == 0


# ---- people


NAME, ADDRESS = "Zoë Marker", "zoe@paper.example"


@pytest.fixture
def person(desk):
    return UserFactory(name=NAME, email=ADDRESS, password="right password", role="editor", desks=[desk])


@pytest.fixture
def traces(person, admin, desk, client):
    """What somebody leaves behind in every table of accounts."""
    client.post("/sign-in/", {"username": ADDRESS, "password": "right password"}, REMOTE_ADDR="192.0.2.77")
    tokens.make(person, name="script of Zoë Marker", scope="read", by=person)
    mail.store(OutgoingMail.Kind.PASSWORD_RESET, ADDRESS.upper())
    Event.objects.append("desk.named", desk, by=admin, after={"name": "ZOË MARKER'S DESK"})
    Event.objects.append("desk.named", desk, by=admin, note=f"mail {ADDRESS}")
    Event.objects.append("desk.named", desk, by=admin, note="Zoë Marks stays")
    sealing.seal_all()


def test_a_person_who_was_erased_is_nobody(traces, person, admin):
    anchors = {sealing.head().position: sealing.head().hash}

    erase_person(person, by=admin, reason="They asked.")
    sealing.seal_all()

    nobody = User.objects.get(pk=person.pk)
    assert (nobody.name, nobody.email) == (f"Erased person {person.pk}", f"erased-{person.pk}@erased.invalid")
    assert (nobody.role, nobody.is_active, nobody.is_erased, nobody.last_login) == (
        "editor",
        False,
        True,
        None,
    )
    assert not nobody.has_usable_password()
    assert not nobody.desks.exists()
    assert [token.state for token in nobody.tokens.all()] == ["revoked"]
    assert not Session.objects.filter(user=person).exists()
    assert authenticate(username=ADDRESS, password="right password") is None
    auditing.verify(anchors)


def test_the_trail_tells_their_steps_and_not_their_name(traces, person, admin, desk):
    erase_person(person, by=admin, reason="They asked.")

    kept = json.dumps(list(Event.objects.values("before", "after", "note")), ensure_ascii=False)
    assert [word for word in (NAME, NAME.upper(), ADDRESS, "192.0.2.77", "script") if word in kept] == []
    assert "Zoë Marks stays" in kept
    assert Event.objects.filter(kind="person.signed_in", by=person).exists()
    rights = Event.objects.get(kind="rights.changed")
    assert (rights.before["desks"], rights.after["desks"], rights.after["active"]) == (["news"], [], False)
    assert Event.objects.get(kind=ERASED).note == "They asked."
    assert [letter.address for letter in OutgoingMail.objects.all()] == [person.address_when_erased]


@pytest.mark.parametrize(
    ("name", "said", "found"),
    [
        ("Will", "Will said no", True),
        ("Will", "she will not", False),
        ("Al Di", "AL DI said no", True),
        ("Al Di", "Royal Dinner", False),
        ('Bo "the desk" Li', 'Bo "the desk" Li', True),
        ("İpek Öz", "İpek Öz", True),
        ("100%", "100 of them", False),
        ("Юлія", "спитайте ЮЛІЮ", False),
        ("Юлія Кіт", "спитала ЮЛІЯ КІТ", True),
    ],
)
def test_names_are_found_as_whole_words(name, said, found, desk):
    for values in ({"note": said}, {"before": {"a": [said]}}, {"after": {"b": said}}):
        Event.objects.append("desk.named", desk, by=None, **values)

    assert events_naming(name).count() == (3 if found else 0)


def test_who_was_erased_cannot_come_back(person, admin, client):
    erase_person(person, by=None, reason="They asked.")
    person.refresh_from_db()

    with pytest.raises(PermissionDenied):
        people.change_rights(person, role="editor", desks=[], active=True, by=admin)
    with pytest.raises(PermissionDenied, match="Invite them anew"):
        people.send_invitation(person, by=admin)
    client.force_login(admin)
    assert "was erased" in client.get(f"/people/{person.pk}/").text
    assert people.invite(email=ADDRESS, name="Zoë", role="viewer", desks=[], by=admin).pk != person.pk
