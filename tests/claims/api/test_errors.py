import pytest
from django.test import Client

from accounts import tokens
from claims.api import people
from tests.factories import ArticleFactory, ClaimFactory


def error_of(answer):
    """The error in the one shape."""
    assert answer["Content-Type"] == "application/json"
    (name, error), *rest = answer.json().items()
    assert (name, rest) == ("error", [])
    assert {"code", "message", "fields"} <= error.keys()
    assert error["message"]
    return error


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("get", "me/"),
        ("get", "articles/"),
        ("post", "articles/"),
        ("get", "schema/"),
        ("get", "nowhere/"),
        ("put", ""),
    ],
)
def test_nobody_comes_in_unasked(db, method, address):
    answer = getattr(Client(), method)(f"/api/v1/{address}")

    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Token")
    assert error_of(answer)["code"] == "not_authenticated"


@pytest.mark.parametrize("header", ["Token x", "Token", "Token \xff", "token " + "a" * 5000])
def test_a_token_that_is_none_is_401(db, header):
    answer = Client().get("/api/v1/me/", headers={"Authorization": header})

    assert (answer.status_code, error_of(answer)["code"]) == (401, "authentication_failed")


def test_a_revoked_token_and_one_of_a_person_who_left_end_at_once(api, editor):
    caller = api(editor)
    assert caller.get("me/").status_code == 200
    tokens.revoke(editor.tokens.get(), by=editor)
    assert caller.get("me/").status_code == 401

    second = api(editor, "read")
    editor.is_active = False
    editor.save()
    assert second.get("me/").status_code == 401


def test_a_token_that_reads_does_not_write(api, editor, desk):
    claim = ClaimFactory(article=ArticleFactory(desk=desk))

    assert api(editor, "read").get(f"claims/{claim.pk}/").status_code == 200
    answer = api(editor, "read").post(f"claims/{claim.pk}/take/")
    assert (answer.status_code, error_of(answer)["code"]) == (403, "permission_denied")


def test_a_session_needs_the_csrf_token(editor, desk):
    claim = ClaimFactory(article=ArticleFactory(desk=desk))
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(editor)
    secret = "a" * 32

    assert browser.get("/api/v1/me/").status_code == 200
    without = browser.post(f"/api/v1/claims/{claim.pk}/take/")
    assert (without.status_code, error_of(without)["code"]) == (403, "permission_denied")
    browser.cookies["csrf"] = secret
    with_it = browser.post(f"/api/v1/claims/{claim.pk}/take/", headers={"X-CSRFToken": secret})
    assert with_it.status_code == 200


@pytest.mark.parametrize(
    "address", ["nowhere/", "articles", "articles/x/", "", "claims/1/fly/", "me/me/", "../v2/me/", "../"]
)
@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_an_address_that_is_none_is_404(api, editor, address, method):
    caller = api(editor)
    answer = getattr(caller.client, method)(f"/api/v1/{address}", headers=caller.headers)

    assert (answer.status_code, error_of(answer)["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("method", "address"),
    [("delete", "articles/"), ("put", "me/"), ("post", "desks/"), ("get", "claims/next/")],
)
def test_a_wrong_method_is_405(api, editor, method, address):
    caller = api(editor)
    answer = getattr(caller.client, method)(f"/api/v1/{address}", headers=caller.headers)

    assert (answer.status_code, error_of(answer)["code"]) == (405, "method_not_allowed")


def test_other_content_is_415(api, editor):
    caller = api(editor)
    answer = caller.client.post("/api/v1/articles/", "a=b", content_type="text/csv", headers=caller.headers)

    assert (answer.status_code, error_of(answer)["code"]) == (415, "unsupported_media_type")


def test_json_is_answered_whatever_is_accepted(api, editor):
    caller = api(editor)
    answer = caller.client.get("/api/v1/me/", headers=caller.headers | {"Accept": "text/html"})

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")


def test_a_fault_of_ours_is_told_in_the_same_shape_and_written_down(api, editor, monkeypatch, caplog):
    monkeypatch.setattr(people.policy, "desks_of", lambda user: 1 / 0)

    answer = api(editor).get("me/")

    assert (answer.status_code, error_of(answer)["code"]) == (500, "server_error")
    assert "ZeroDivisionError" in caplog.text
    assert "division" not in answer.content.decode()
