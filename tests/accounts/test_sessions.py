from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts import sessions
from accounts.models import Event, Session, User
from tests.factories import UserFactory

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def browser(user, agent=FIREFOX):
    client = Client(headers={"user-agent": agent})
    client.force_login(user)
    client.get("/profile/")
    return client


def is_signed_in(client):
    return client.get("/profile/").status_code == 200


def test_a_session_knows_whose_it_is_and_where(reviewer):
    browser(reviewer)

    (session,) = sessions.live(reviewer)
    assert (session.user, session.address, session.user_agent) == (reviewer, "127.0.0.1", FIREFOX)
    assert timezone.now() - session.created_at < timedelta(minutes=1)
    assert session.last_seen_at == session.created_at


def test_sign_in_itself_is_the_first_stamp(desk):
    UserFactory(email="me@desk.example", password="right password")

    Client().post("/sign-in/", {"username": "me@desk.example", "password": "right password"})

    assert Session.objects.get().last_seen_at is not None


def test_last_seen_is_written_at_most_every_five_minutes(reviewer, monkeypatch):
    client = browser(reviewer)
    first = Session.objects.get()
    later = timezone.now()
    monkeypatch.setattr(sessions.timezone, "now", lambda: later)

    later += timedelta(minutes=4)
    client.get("/profile/")
    still = Session.objects.get().last_seen_at
    later += timedelta(minutes=2)
    client.get("/profile/")

    second = Session.objects.get()
    assert still == first.last_seen_at
    assert second.last_seen_at - first.last_seen_at >= timedelta(minutes=5)
    assert second.created_at == first.created_at


def test_one_browser_is_signed_out_and_the_others_stay(reviewer):
    here, there = browser(reviewer), browser(reviewer)
    reference = Session.objects.get(pk=there.session.session_key).reference

    assert sessions.end(reviewer, reference) is True

    assert is_signed_in(here)
    assert not is_signed_in(there)
    assert sessions.end(reviewer, reference) is False


def test_nobody_ends_the_session_of_another(reviewer, editor):
    client = browser(reviewer)
    reference = Session.objects.get().reference

    assert sessions.end(editor, reference) is False

    assert is_signed_in(client)


def test_everywhere_is_everywhere_but_for_the_one_to_keep(reviewer, editor):
    kept, other, somebody_else = browser(reviewer), browser(reviewer), browser(editor)

    sessions.end_all(reviewer, by=reviewer, keep=kept.session.session_key)

    assert [is_signed_in(client) for client in (kept, other, somebody_else)] == [True, False, True]
    assert Event.objects.about(reviewer).get().after == {"ended": 1}


def test_a_page_does_not_give_away_the_key(reviewer):
    client = browser(reviewer)
    key = client.session.session_key

    assert key not in client.get("/profile/").text


@pytest.mark.parametrize("field", ["is_active", "password"])
def test_a_session_ends_with_what_it_rests_on(reviewer, field):
    client = browser(reviewer)

    User.objects.filter(pk=reviewer.pk).update(**{field: False if field == "is_active" else "!other"})

    assert not is_signed_in(client)
