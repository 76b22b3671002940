from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Event, Session, User

FORM = {"name": "Carla", "language": "en-us", "time_zone": "Europe/Paris", "mails": "at_once"}


def test_what_one_likes_is_saved_and_used(client, reviewer):
    client.force_login(reviewer)

    answer = client.post("/profile/", FORM)

    assert answer.url == "/profile/"
    saved = User.objects.get(pk=reviewer.pk)
    assert (saved.name, saved.language, saved.time_zone) == ("Carla", "en-us", "Europe/Paris")
    assert (saved.shortcuts, saved.mails) == (False, "at_once")
    event = Event.objects.get()
    assert (event.kind, event.by, event.before["name"]) == ("profile.changed", reviewer, "Carla Reviewer")
    assert event.after == FORM | {"shortcuts": False}


def test_a_new_language_is_that_of_the_next_page(client, reviewer):
    client.force_login(reviewer)
    offered = client.get("/profile/").text

    page = client.post("/profile/", FORM | {"language": "de"}, follow=True)

    assert '<option value="de">Deutsch</option>' in offered
    assert '<html lang="de"' in page.text
    assert '<option value="de" selected>Deutsch</option>' in page.text


def test_a_profile_saved_as_it_was_is_no_event(client, reviewer):
    client.force_login(reviewer)

    as_it_was = {name: getattr(reviewer, name) for name in FORM}
    client.post("/profile/", as_it_was | {"shortcuts": "on"})

    assert not Event.objects.exists()


def test_a_profile_has_no_say_in_rights(client, reviewer):
    client.force_login(reviewer)

    client.post(
        "/profile/", FORM | {"role": "admin", "desks": "1", "email": "x@desk.example", "is_active": ""}
    )

    saved = User.objects.get(pk=reviewer.pk)
    assert (saved.role, saved.email, saved.is_active) == ("reviewer", reviewer.email, True)


def test_what_is_wrong_is_said_and_what_was_typed_stays(client, reviewer):
    client.force_login(reviewer)

    page = client.post("/profile/", FORM | {"name": "C" * 151, "time_zone": "Atlantis"}).text

    assert "C" * 151 in page
    assert "at most 150 characters" in page
    assert "Atlantis is not one of the available choices" in page
    assert "<strong>Carla Reviewer</strong>" in page


def test_an_unknown_zone_on_file_is_no_trap(client, reviewer):
    reviewer.time_zone = "Old/Zone"
    reviewer.save()
    client.force_login(reviewer)

    page = client.get("/profile/")

    assert page.status_code == 200
    assert '<option value="Old/Zone" selected>' in page.text


def test_one_browser_is_signed_out(client, reviewer):
    client.force_login(reviewer)
    other = client.__class__()
    other.force_login(reviewer)
    reference = Session.objects.get(pk=other.session.session_key).reference

    answer = client.post(f"/profile/sessions/{reference}/end/")

    assert answer.url == "/profile/"
    assert other.get("/profile/").status_code == 302
    assert client.get("/profile/").status_code == 200
    assert Event.objects.get().kind == "sessions.ended"


def test_everywhere_is_here_too(client, reviewer):
    client.force_login(reviewer)
    other = client.__class__()
    other.force_login(reviewer)

    answer = client.post("/profile/sessions/end/")

    assert answer.url == "/sign-in/"
    assert [browser.get("/profile/").status_code for browser in (client, other)] == [302, 302]
    assert Event.objects.get().kind == "sessions.ended"


def test_more_browsers_are_no_more_queries(client, reviewer, django_assert_num_queries):
    client.force_login(reviewer)
    client.get("/profile/")

    with CaptureQueriesContext(connection) as one:
        client.get("/profile/")
    for _ in range(3):
        client.__class__().force_login(reviewer)
    with django_assert_num_queries(len(one)):
        assert client.get("/profile/").text.count("Sign out Another browser") == 3
