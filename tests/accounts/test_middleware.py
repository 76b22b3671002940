import pytest
from django.http import HttpResponse
from django.urls import get_resolver
from django.utils import timezone, translation

from accounts import tokens
from accounts.middleware import Preferences

OPEN = {  # what anybody may ask for; all else wants a sign-in
    "sign-in",
    "password-reset",
    "password-reset-sent",
    "password-set",
}


def _own_routes():
    return get_resolver("accounts.urls").url_patterns


def _path(pattern):
    values = {"uidb64": "MQ", "token": "x-y", "reference": "abc", "pk": 1}
    route = "/" + str(pattern.pattern)
    for name in pattern.pattern.converters:
        for kind in ("int:", "slug:", ""):
            route = route.replace(f"<{kind}{name}>", str(values[name]))
    return route


@pytest.mark.django_db
@pytest.mark.parametrize("pattern", _own_routes(), ids=lambda pattern: pattern.name)
def test_every_page_but_the_door_wants_a_sign_in(pattern, client):
    path = _path(pattern)

    answer = client.get(path)

    if pattern.name in OPEN:
        assert answer.status_code == 200
    else:
        assert (answer.status_code, answer.url) == (302, f"/sign-in/?next={path}")


@pytest.mark.django_db
def test_after_a_post_the_way_back_is_the_page_it_came_from(client):
    answer = client.post("/people/3/", headers={"referer": "http://testserver/people/?q=a"})

    assert answer.url == "/sign-in/?next=/people/%3Fq%3Da"


@pytest.mark.django_db
def test_a_foreign_page_is_no_way_back(client):
    answer = client.post("/people/3/", headers={"referer": "https://elsewhere.example/people/"})

    assert answer.url == "/sign-in/?next=/"


@pytest.mark.django_db
def test_a_fragment_sends_the_whole_page_to_sign_in(client):
    headers = {"hx-request": "true", "hx-current-url": "http://testserver/profile/"}

    answer = client.get("/profile/tokens/", headers=headers)

    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["HX-Redirect"] == "/sign-in/?next=/profile/"


@pytest.mark.parametrize(
    ("zone", "language", "expected"),
    [
        ("America/New_York", "en-us", ("America/New_York", "en-us")),
        ("Atlantis/Capital", "en-gb", ("UTC", "en-gb")),
        ("../../etc/passwd", "en-gb", ("UTC", "en-gb")),
    ],
)
def test_times_and_words_are_the_readers(rf, reviewer, zone, language, expected):
    request = rf.get("/")
    request.session = {}
    request.user = reviewer
    reviewer.time_zone, reviewer.language = zone, language

    def page(request):
        return HttpResponse(f"{timezone.get_current_timezone_name()} {translation.get_language()}")

    assert Preferences(page)(request).text == " ".join(expected)


def test_the_next_reader_does_not_get_the_zone_of_the_last(client, reviewer, rf):
    reviewer.time_zone = "Asia/Tokyo"
    reviewer.save()
    client.force_login(reviewer)
    client.get("/profile/")

    client.logout()
    client.get("/sign-in/")

    assert timezone.get_current_timezone_name() == "UTC"


def test_pages_of_a_person_are_not_kept_by_the_browser(client, editor):
    anonymous = client.get("/sign-in/")
    client.force_login(editor)

    assert client.get("/profile/")["Cache-Control"] == "private, no-store"
    assert "private, no-store" not in anonymous.get("Cache-Control", "")


GERMAN = {"accept-language": "de-AT,de;q=0.9,en;q=0.5"}


@pytest.mark.django_db
def test_at_the_door_the_browser_says_which_language(client):
    german = client.get("/sign-in/", headers=GERMAN)
    unknown = client.get("/sign-in/", headers={"accept-language": "tlh"})

    assert '<html lang="de"' in german.text
    assert '<html lang="en-gb"' in unknown.text
    assert "Accept-Language" in german["Vary"]


def test_inside_the_person_says_it(client, reviewer):
    reviewer.language = "de"
    reviewer.save()
    client.force_login(reviewer)

    page = client.get("/profile/", headers={"accept-language": "en-us"})

    assert '<html lang="de"' in page.text
    assert "Accept-Language" not in page["Vary"]


@pytest.mark.parametrize("door", ["token", "session", "none"])
def test_programs_read_english(door, client, reviewer):
    reviewer.language = "de"
    reviewer.save()
    headers = dict(GERMAN)
    if door == "token":
        headers["authorization"] = f"Token {tokens.make(reviewer, name='x', scope='read', by=reviewer)[1]}"
    elif door == "session":
        client.force_login(reviewer)
    client.get("/profile/", headers=GERMAN)  # the thread has spoken German before

    answer = client.delete("/api/v1/articles/", headers=headers)

    said = {
        "token": "This token may only read; make one with the scope write.",
        "session": 'Method \\"DELETE\\" not allowed.',
        "none": "Authentication credentials were not provided.",
    }
    assert said[door] in answer.text


def test_what_is_refused_at_once_is_not_in_the_language_of_the_last_reader(client, reviewer):
    reviewer.language, reviewer.time_zone = "de", "Asia/Tokyo"
    reviewer.save()
    client.force_login(reviewer)
    client.get("/profile/")

    refused = client.get("/profile/", headers={"host": "elsewhere.example"})

    assert refused.status_code == 400
    assert '<html lang="en-gb"' in refused.text
    assert "This could not be read" in refused.text
    assert timezone.get_current_timezone_name() == "UTC"
