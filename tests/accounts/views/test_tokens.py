import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import tokens
from accounts.models import Token


@pytest.fixture
def signed_in(client, reviewer):
    client.force_login(reviewer)
    return client


def test_a_token_is_shown_once(signed_in, reviewer):
    answer = signed_in.post("/profile/tokens/new/", {"name": "Script", "scope": "write", "days": "30"})

    (raw,) = re.findall(r"desk_[\w-]{43}", answer.text)
    assert "no-store" in answer.headers["Cache-Control"]
    token = tokens.authenticate(raw)
    assert (token.user, token.name, token.scope) == (reviewer, "Script", "write")
    assert raw not in signed_in.get("/profile/tokens/").text


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("scope", "all"), ("days", "0"), ("days", "4000"), ("days", "many")]
)
def test_bad_input_makes_no_token(signed_in, field, value):
    form = {"name": "Script", "scope": "read", "days": "30"} | {field: value}

    page = signed_in.post("/profile/tokens/new/", form).text

    assert 'role="alert"' in page
    assert not Token.objects.exists()


def test_revoked_is_revoked(signed_in, reviewer):
    token, raw = tokens.make(reviewer, name="script", scope="read", by=reviewer)

    answer = signed_in.post(f"/profile/tokens/{token.pk}/revoke/")

    assert answer.url == "/profile/tokens/"
    assert tokens.authenticate(raw) is None
    assert "revoked" in signed_in.get("/profile/tokens/").text


def test_the_tokens_of_others_do_not_exist(signed_in, admin, editor):
    token, raw = tokens.make(editor, name="secret script", scope="read", by=editor)

    assert signed_in.post(f"/profile/tokens/{token.pk}/revoke/").status_code == 404
    assert "secret script" not in signed_in.get("/profile/tokens/").text
    signed_in.force_login(admin)
    assert signed_in.post(f"/profile/tokens/{token.pk}/revoke/").status_code == 404
    assert tokens.authenticate(raw) == token


def test_more_tokens_are_no_more_queries(signed_in, reviewer, django_assert_num_queries):
    signed_in.get("/profile/tokens/")
    tokens.make(reviewer, name="script", scope="read", by=reviewer)

    with CaptureQueriesContext(connection) as one:
        signed_in.get("/profile/tokens/")
    for number in range(3):
        tokens.make(reviewer, name=f"more {number}", scope="read", by=reviewer)
    with django_assert_num_queries(len(one)):
        signed_in.get("/profile/tokens/")
