import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.models import Article, Evidence, Note
from tests.factories import ArticleFactory, ClaimFactory, RatingScaleFactory

NASTY = "a\\u0000b\\ud800c\\udc00\\ud83d\\ude00\\u202e\\ufeff"  # as it stands in JSON
KEPT = "abc😀"


def send(api, person, address, raw, content_type="application/json"):
    caller = api(person)
    return caller.client.generic("POST", f"/api/v1/{address}", raw, content_type, headers=caller.headers)


@pytest.fixture
def claim(desk):
    return ClaimFactory(article=ArticleFactory(desk=desk))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"nul",
        b"\xff\xfe",
        b'{"kind": NaN}',
        b'{"kind": Infinity}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"9" * 5000,
        b"null",
        b"5",
        b'"text"',
        b"[]",
        b"true",
    ],
)
def test_what_is_no_object_is_400(api, editor, raw):
    answer = send(api, editor, "articles/", raw)

    assert answer.status_code == 400
    assert answer.json()["error"]["message"]


@pytest.mark.parametrize("charset", ["utf-16", "rot13", "base64", "nothing", ""])
def test_json_is_utf_8_whatever_is_said(api, editor, claim, charset):
    answer = send(
        api,
        editor,
        f"claims/{claim.pk}/notes/",
        '{"body": "é"}'.encode(),
        f"application/json; charset={charset}",
    )

    assert answer.json()["body"] == "é"


def test_what_no_database_stores_breaks_nothing(api, editor, claim):
    RatingScaleFactory(kind="house")
    article = {"text": "@", "title": "@", "byline": "@", "headline": "@", "kind": "house"}
    sent = send(api, editor, "articles/", json.dumps(article).replace("@", NASTY))
    noted = send(api, editor, f"claims/{claim.pk}/notes/", f'{{"body": "{NASTY}"}}')
    source = {"kind": "primary", "stance": "supports", "locator": "@", "quote": "@"}
    sourced = send(api, editor, f"claims/{claim.pk}/evidence/", json.dumps(source).replace("@", NASTY))

    assert [sent.status_code, noted.status_code, sourced.status_code] == [201, 201, 201]
    stored = [
        Article.objects.latest("id").title,
        Article.objects.latest("id").byline,
        Note.objects.get().body,
        Evidence.objects.get().locator,
    ]
    assert [text.replace("\ufffd", "").replace("\u202e", "") for text in stored] == [KEPT] * 4


def test_a_surrogate_in_a_name_or_value_is_refused_and_not_echoed_raw(api, editor, claim):
    for body in (
        '{"a\\ud800": 1}',
        '{"kind": "\\ud800", "text": "a"}',
        '{"text": "a", "kind": "house", "desk": "\\ud800"}',
    ):
        assert send(api, editor, "articles/", body).status_code == 400
    assert send(api, editor, "claims/next/", '{"status": "\\ud800"}').status_code == 400
    assert send(api, editor, "claims/next/", '{"q": "\\ud800\\u0000"}').status_code in {200, 204}


@pytest.mark.parametrize(
    "query", ["q=%00", "q=%ff%fe", "status=%00", "desk=%ed%a0%80", "cursor=%00", "article=%00", "%00=1"]
)
def test_odd_bytes_in_an_address_break_nothing(api, editor, claim, query):
    caller = api(editor)

    assert caller.client.get(f"/api/v1/claims/?{query}", headers=caller.headers).status_code in {200, 400}
    assert caller.client.get(f"/api/v1/articles/?{query}", headers=caller.headers).status_code in {200, 400}


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=2**62, max_value=10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
BODIES = {
    "articles/": (
        "text",
        "kind",
        "title",
        "desk",
        "writer",
        "due_at",
        "risk",
        "restricted_to",
        "url",
        "headline",
    ),
    "articles/bulk/": ("text", "kind"),
    "claims/": ("article", "start", "end"),
    "claims/next/": ("status", "article", "assignee", "desk", "kind", "due", "q", "order"),
    "claims/bulk/": ("ids", "filters", "step", "reason", "assignee", "verdict", "version"),
    "claims/{}/assign/": ("assignee", "version", "reason"),
    "claims/{}/sign-off/": ("verdict", "version", "note"),
    "claims/{}/evidence/": ("kind", "locator", "quote", "stance", "private", "obtained_at", "terms"),
    "claims/{}/notes/": ("body", "parent"),
    "claims/{}/verdicts/": ("rating", "rationale", "outcome", "new_wording", "confidence", "evidence"),
    "articles/{}/sign-off/": ("revision", "note", "exceptions"),
    "articles/{}/fixes/apply/": ("base",),
    "articles/{}/reopen/": ("revision", "note"),
}


@pytest.mark.parametrize("address", BODIES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_body_makes_a_fault(api, editor, claim, address, data):
    names = st.sampled_from(BODIES[address])
    body = data.draw(st.dictionaries(names, VALUES) | VALUES)
    place = address.format(claim.article_id if address.startswith("articles") else claim.pk)

    answer = send(api, editor, place, json.dumps(body))

    assert answer.status_code < 500, (place, body)
