import pytest

from tests.factories import ArticleFactory


@pytest.mark.parametrize(
    "address", ["me/", "desks/", "articles/", "claims/", "exports/", "articles/{}/", "articles/{}/text/"]
)
def test_a_parameter_that_is_not_known_is_named(api, editor, desk, address):
    address = address.format(ArticleFactory(desk=desk).pk)

    answer = api(editor).get(address, stauts="open")

    assert (answer.status_code, list(answer.json()["error"]["fields"])) == (400, ["stauts"])


def test_addresses_of_pages_keep_what_was_asked(api, editor, desk):
    for _ in range(3):
        ArticleFactory(desk=desk, status="ready")

    first = api(editor).get("articles/", limit=1, status="ready").json()

    assert first["next"].startswith("http://testserver/api/v1/articles/?")
    assert "limit=1" in first["next"]
    assert "status=ready" in first["next"]
    assert first["previous"] is None


def test_options_tell_nothing(api, editor):
    caller = api(editor)

    assert caller.client.options("/api/v1/articles/", headers=caller.headers).status_code == 405


@pytest.mark.parametrize(("address", "most"), [("articles/", 8), ("articles/bulk/", 32), ("claims/bulk/", 8)])
def test_a_body_that_is_too_large_is_413(api, editor, address, most):
    answer = api(editor).post(address, [{"text": "x" * (most * 2**20)}])

    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (413, "too_large")
    assert f"{most} MB" in error["message"]


def test_a_legal_text_of_the_greatest_length_passes(api, editor):
    # 400,000 emoji as JSON escapes are 4.8 MB; no scale is there, which is asked after the text was read.
    answer = api(editor).post("articles/", {"text": "😀" * 400_000, "kind": "house"})

    assert list(answer.json()["error"]["fields"]) == ["kind"]


def test_a_body_without_its_length_is_told_what_is_missing(api, editor):
    answer = api(editor).post("articles/", {"text": "a", "kind": "house"}, **{"Transfer-Encoding": "chunked"})

    assert "Content-Length" in answer.json()["error"]["message"]
    assert answer.status_code == 400
