import pytest
from django.http import HttpRequest
from django.test import Client
from django.utils import translation
from django.views.defaults import server_error


def test_every_answer_says_what_a_page_may_do(client):
    headers = client.get("/healthz").headers

    assert headers["Permissions-Policy"].startswith("camera=(), microphone=()")
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_the_content_policy_allows_nothing_inline_and_nobody_else(client):
    header = client.get("/healthz").headers["Content-Security-Policy"]

    policy = dict(part.strip().split(" ", 1) for part in header.split(";"))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert {word for sources in policy.values() for word in sources.split()} == {"'self'", "'none'"}


def test_pages_travel_compressed_to_who_can_read_that(client, db):
    plain = client.get("/sign-in/")
    small = client.get("/sign-in/", headers={"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert len(small.content) < len(plain.content) / 2


def test_a_page_that_broke_names_its_language():
    with translation.override("de"):
        page = server_error(HttpRequest()).text

    assert '<html lang="de"' in page
    assert "Something broke" not in page


@pytest.mark.parametrize("address", ["/profile/", "/sign-in/"])
def test_a_form_of_an_old_page_is_refused_on_a_page_of_the_desk(address, reviewer):
    reviewer.language = "de"
    reviewer.save()
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "de"})
    if address == "/profile/":
        client.force_login(reviewer)

    refused = client.post(address, {"name": "Carla"})

    assert refused.status_code == 403
    assert '<html lang="de"' in refused.text
    assert 'id="main"' in refused.text
    assert "<style" not in refused.text
