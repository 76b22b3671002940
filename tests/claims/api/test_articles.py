from datetime import date

import pytest

from accounts.models import Membership
from claims.models import Extraction
from claims.workflow import ArticleStatus, Status
from tests.factories import ArticleFactory, ClaimFactory


def fields(answer):
    assert answer.status_code == 400, answer.content
    return answer.json()["error"]["fields"]


def test_the_list_filters_and_is_newest_first(api, editor, desk, other_desk):
    Membership.objects.create(user=editor, desk=other_desk)
    politics = [ArticleFactory(desk=desk, title="Harbour berths"), ArticleFactory(desk=desk, status="ready")]
    science = ArticleFactory(desk=other_desk)
    ArticleFactory()  # of a desk of others

    def ids(**query):
        return [row["id"] for row in api(editor).get("articles/", **query).json()["results"]]

    assert ids() == [science.pk, politics[1].pk, politics[0].pk]
    assert ids(desk=desk.slug) == [politics[1].pk, politics[0].pk]
    assert ids(status="ready,closed") == [politics[1].pk]
    assert fields(api(editor).get("articles/", status="done")).keys() == {"status"}
    assert fields(api(editor).get("articles/", desk="sports")).keys() == {"desk"}
    assert fields(api(editor).get("articles/", colour="red")).keys() == {"colour"}


def test_claims_are_counted_by_status(api, editor, desk):
    article = ArticleFactory(desk=desk)
    for start, status in enumerate(["open", "open", "resolved", "dismissed"]):
        ClaimFactory(article=article, start=start, status=status)

    counts = api(editor).get(f"articles/{article.pk}/").json()["claims"]

    assert {name: count for name, count in counts.items() if count} == {
        "total": 4,
        "open": 2,
        "resolved": 1,
        "dismissed": 1,
    }


def test_no_query_count_grows_with_rows(api, editor, desk, django_assert_num_queries):
    caller = api(editor)
    ClaimFactory(article=ArticleFactory(desk=desk))
    caller.get("articles/")

    with django_assert_num_queries(4):  # the token, the desks, the articles, the claims of all
        caller.get("articles/")
    for _ in range(2):
        ClaimFactory(article=ArticleFactory(desk=desk))
    with django_assert_num_queries(4):
        assert len(caller.get("articles/").json()["results"]) == 3


def test_the_text_comes_with_blocks_sentences_and_claims(api, editor, desk):
    article = ArticleFactory(desk=desk)
    claim = ClaimFactory(article=article)
    against = [{"cue": "a few words", "start": 30, "end": 48}]
    Extraction.objects.update(
        sentences=[
            {"start": 0, "end": 29, "score": 0.8},  # as it was stored before there were reasons
            {"start": 30, "end": 48, "score": 0.2, "against": against, "twin": {"start": 0, "end": 29}},
        ],
        language="en",
        date=date(2025, 5, 12),
        notices=["Where it is, is not said."],
    )

    said = api(editor).get(f"articles/{article.pk}/text/").json()

    assert said["text"] == article.revision.text
    assert said["blocks"] == [{"role": "paragraph", "start": 0, "end": len(said["text"])}]
    assert said["sentences"] == [
        {"start": 0, "end": 29, "score": 0.8, "against": [], "twin": None},
        {"start": 30, "end": 48, "score": 0.2, "against": against, "twin": {"start": 0, "end": 29}},
    ]
    assert (said["date"], said["notices"]) == ("2025-05-12", ["Where it is, is not said."])
    assert [(row["id"], row["status"], row["text"]) for row in said["claims"]] == [
        (claim.pk, "open", said["text"][claim.start : claim.end])
    ]


def test_an_article_is_signed_off_by_the_revision_seen_and_closed_once(api, second_editor, desk):
    article = ArticleFactory(desk=desk, status=ArticleStatus.READY)
    caller, seen = api(second_editor), {"revision": article.revision_id}

    assert fields(caller.post(f"articles/{article.pk}/sign-off/", {})).keys() == {"revision"}
    other = caller.post(f"articles/{article.pk}/sign-off/", {"revision": 10**15})
    assert (other.status_code, other.json()["error"]["code"]) == (409, "article_changed")
    assert caller.post(f"articles/{article.pk}/sign-off/", seen).json()["status"] == "signed_off"
    assert caller.post(f"articles/{article.pk}/sign-off/", seen).status_code == 409
    assert caller.post(f"articles/{article.pk}/close/", {}).json()["status"] == "closed"
    assert caller.post(f"articles/{article.pk}/close/", {}).status_code == 409


def test_open_gates_stand_in_the_409(api, second_editor, desk):
    article = ArticleFactory(desk=desk, status=ArticleStatus.CHECKING)
    ClaimFactory(article=article)

    answer = api(second_editor).post(f"articles/{article.pk}/sign-off/", {"revision": article.revision_id})

    error = answer.json()["error"]
    assert answer.status_code == 409
    assert [(gate["code"], gate["number"]) for gate in error["gates"]] == [("open", 1)]
    assert (error["code"], error["revision"], error["fields"]) == ("article_changed", article.revision_id, {})


def test_signing_in_spite_of_gates_names_them_and_says_why(api, second_editor, desk):
    article = ArticleFactory(desk=desk, status=ArticleStatus.CHECKING)
    ClaimFactory(article=article)
    ClaimFactory(article=article, end=4, status=Status.SUGGESTED)
    caller, seen = api(second_editor), {"revision": article.revision_id, "note": "The press waits."}
    address = f"articles/{article.pk}/sign-off/"

    half = caller.post(address, seen | {"exceptions": ["open"]})
    unknown = caller.post(address, seen | {"exceptions": ["all"]})
    more = caller.post(address, seen | {"exceptions": ["open:0", "suggested:1"]})
    silent = caller.post(address, seen | {"exceptions": ["open", "suggested"], "note": ""})
    done = caller.post(address, seen | {"exceptions": ["open", "suggested"]})

    assert [gate["code"] for gate in half.json()["error"]["gates"]] == ["suggested"]
    assert (unknown.status_code, silent.status_code) == (400, 400)
    assert [gate["code"] for gate in more.json()["error"]["gates"]] == ["open"]
    assert fields(silent).keys() == {"note"}
    assert done.json()["status"] == "signed_off"


def test_reopening_needs_a_note(api, second_editor, desk):
    article = ArticleFactory(desk=desk, status=ArticleStatus.SIGNED_OFF)

    assert fields(api(second_editor).post(f"articles/{article.pk}/reopen/", {})).keys() == {"note"}
    late = {"note": "A slip.", "revision": article.revision_id + 1}
    assert api(second_editor).post(f"articles/{article.pk}/reopen/", late).status_code == 409
    seen = {"note": "A slip.", "revision": article.revision_id}
    reopened = api(second_editor).post(f"articles/{article.pk}/reopen/", seen)
    assert reopened.json()["status"] in {"checking", "ready"}


def test_a_failed_extraction_is_tried_again(api, editor, desk):
    article = ArticleFactory(desk=desk, status=ArticleStatus.EXTRACTION_FAILED)
    Extraction.objects.update(state="failed", error="It failed.")

    said = api(editor).post(f"articles/{article.pk}/retry/").json()

    assert (said["status"], said["extraction"]["state"], said["extraction"]["error"]) == (
        "extracting",
        "queued",
        "",
    )
    assert api(editor).post(f"articles/{article.pk}/retry/").status_code == 409


@pytest.mark.parametrize("tail", ["", "text/"])
def test_reading_an_article_of_others_is_404(api, outsider, desk, tail):
    answer = api(outsider).get(f"articles/{ArticleFactory(desk=desk).pk}/{tail}")

    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


@pytest.mark.parametrize("tail", ["sign-off", "reopen", "retry", "revisions", "revisions/preview"])
def test_acting_on_an_article_of_others_is_404(api, outsider, desk, tail):
    assert api(outsider).post(f"articles/{ArticleFactory(desk=desk).pk}/{tail}/", {}).status_code == 404
