import re

import pytest
from django.core import mail as outbox
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import mail, people
from accounts.models import Event, OutgoingMail, Session, Throttle
from tests.factories import UserFactory

PASSWORD, NEW = "right password", "a brand new password"


@pytest.fixture
def person(desk):
    return UserFactory(email="me@desk.example", password=PASSWORD, desks=[desk])


def sign_in(client, email="me@desk.example", password=PASSWORD, **more):
    return client.post("/sign-in/", {"username": email, "password": password} | more)


def test_in_and_out(client, person):
    assert sign_in(client, "ME@desk.example").status_code == 302
    assert client.get("/profile/").status_code == 200

    answer = client.post("/sign-out/")

    assert answer.url == "/sign-in/"
    assert client.get("/profile/").status_code == 302
    assert not Session.objects.exists()


def test_a_link_does_not_sign_out(client, person):
    sign_in(client)

    assert client.get("/sign-out/").status_code == 405


@pytest.mark.parametrize(
    ("target", "lands"),
    [
        ("/profile/tokens/?x=1", "/profile/tokens/?x=1"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/profile/\r\nSet-Cookie: a=b", "/profile/%0D%0ASet-Cookie:%20a=b"),
        ("http:///elsewhere.example", "/"),
        ("/sign-in/?next=/sign-in/", "/"),
        ("", "/"),
    ],
)
def test_after_sign_in_only_to_a_page_of_ours(client, person, target, lands):
    assert sign_in(client, next=target).url == lands
    assert client.get("/sign-in/", {"next": target}).url == lands


def test_known_unknown_and_deactivated_get_the_same_answer(client, person):
    UserFactory(email="gone@desk.example", password=PASSWORD, is_active=False)
    answers = set()
    for email in ("me@desk.example", "unknown@desk.example", "gone@desk.example"):
        answer = sign_in(client, email, "wrong password")
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.text)
        answers.add((answer.status_code, page.replace(email, "")))

    ((status, page),) = answers
    assert status == 200
    assert "do not match" in page


def test_what_was_typed_stays_but_not_the_password(client, person):
    page = sign_in(client, password="wrong password").text

    assert 'value="me@desk.example"' in page
    assert "wrong password" not in page


def test_the_guesser_is_stopped_and_the_owner_still_comes_in(client, person):
    owner, guesser = client, client.__class__(REMOTE_ADDR="203.0.113.5")
    sign_in(owner)
    owner.post("/sign-out/")

    guesses = [sign_in(guesser, password=f"wrong {n}") for n in range(20)]

    assert [answer.status_code for answer in guesses] == [200] * 15 + [429] * 5
    assert "Too many attempts for this account; wait a minute." in guesses[-1].text
    assert sign_in(guesser).status_code == 429
    assert sign_in(owner).status_code == 302


def test_signing_in_again_and_again_is_no_guessing(client, person):
    for _ in range(30):
        assert sign_in(client).status_code == 302
        client.post("/sign-out/")


def test_asking_for_a_link_is_the_same_work_for_known_and_unknown(client, person):
    work = []
    for email in ("Me@desk.example", "unknown@desk.example"):
        Throttle.objects.all().delete()
        with CaptureQueriesContext(connection) as queries:
            answer = client.post("/password/reset/", {"email": email})
        work.append([query["sql"].split()[0] for query in queries])
        assert (answer.status_code, answer.url) == (302, "/password/reset/sent/")

    assert work[0] == work[1]
    assert {row.address for row in OutgoingMail.objects.all()} == {"me@desk.example", "unknown@desk.example"}
    assert outbox.outbox == []


def test_links_are_sent_to_one_address_five_times_an_hour(client, person):
    answers = [client.post("/password/reset/", {"email": "me@desk.example"}) for _ in range(6)]

    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert "wait an hour" in answers[-1].text
    assert OutgoingMail.objects.count() == 5


def test_what_is_no_address_is_said_at_the_field(client, db):
    page = client.post("/password/reset/", {"email": "me at desk"}).text

    assert "Enter a valid email address." in page
    assert 'value="me at desk"' in page


def test_a_new_password_by_link_signs_out_everywhere(client, person):
    elsewhere = client.__class__()
    sign_in(elsewhere)
    person.refresh_from_db()
    link = mail.password_link(person, "")

    page = client.get(link, follow=True)
    answer = client.post(page.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW})

    assert answer.url == "/sign-in/"
    assert elsewhere.get("/profile/").status_code == 302
    assert [event.kind for event in Event.objects.about(person)] == [
        *("person.signed_in", "sessions.ended", "password.set")
    ]


@pytest.mark.parametrize("password", ["short", "1234567890", "password123", "me@desk.example"])
def test_a_weak_password_is_refused_with_a_sentence(client, person, password):
    page = client.get(mail.password_link(person, ""), follow=True)

    answer = client.post(page.request["PATH_INFO"], {"new_password1": password, "new_password2": password})

    assert answer.status_code == 200
    assert 'role="alert"' in answer.text
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_the_link_of_a_deactivated_person_is_dead(client, person):
    link = mail.password_link(person, "")
    person.is_active = False
    person.save()

    assert "This link no longer works" in client.get(link, follow=True).text


@pytest.mark.parametrize("uid", ["MQ", "AAAA", "x", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5"])
def test_a_link_made_up_is_dead(client, person, uid):
    for token in ("x", "set-password", "abc123-0123456789abcdef"):
        assert "This link no longer works" in client.get(f"/password/set/{uid}/{token}/").text


def test_a_changed_password_keeps_only_this_browser(client, person):
    elsewhere = client.__class__()
    sign_in(elsewhere)
    sign_in(client)

    answer = client.post(
        "/profile/password/", {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    )

    assert answer.url == "/profile/"
    assert client.get("/profile/").status_code == 200
    assert elsewhere.get("/profile/").status_code == 302
    assert Session.objects.filter(user=person).count() == 1
    assert Event.objects.about(person).last().kind == "password.changed"


def test_the_present_password_cannot_be_guessed_faster_than_at_the_door(client, person):
    client.force_login(person)
    form = {"old_password": "wrong", "new_password1": NEW, "new_password2": NEW}

    statuses = [client.post("/profile/password/", form).status_code for _ in range(21)]

    assert statuses == [200] * 15 + [429] * 6


def test_signing_in_and_out_are_events(client, person):
    client.defaults["HTTP_USER_AGENT"] = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"  # what is stored is in English
    sign_in(client)
    client.post("/sign-out/")
    client.post("/sign-out/")  # nobody is signed in any more

    came, went = Event.objects.about(person)
    assert (came.kind, came.by) == ("person.signed_in", person)
    assert came.after == {"address": "127.0.0.1", "browser": "Firefox on Linux"}
    assert (went.kind, went.by) == ("person.signed_out", person)


def test_a_wrong_password_stands_in_the_trail_of_whom_it_concerns(client, person):
    sign_in(client, password="wrong password")

    event = Event.objects.get()
    assert (event.kind, event.subject_id, event.by) == ("person.sign_in_failed", person.pk, None)
    assert event.after == {"address": "127.0.0.1", "browser": "Another browser"}


def test_an_address_that_nobody_has_leaves_no_event_after_the_same_work(client, person):
    work = {}
    for email in ("me@desk.example", "nobody@desk.example"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            sign_in(client, email, "wrong password")
        work[email] = [
            re.split(r"\d|'", query["sql"])[0] for query in queries if "SAVEPOINT" not in query["sql"]
        ]

    assert Event.objects.filter(kind="person.sign_in_failed").count() == Event.objects.count() == 1
    assert work["me@desk.example"] == work["nobody@desk.example"]


def test_failures_do_not_fill_the_trail(client, person, monkeypatch):
    monkeypatch.setattr(people, "MOST_FAILURES", 3)

    for _ in range(5):
        sign_in(client, password="wrong password")

    assert Event.objects.count() == 3
