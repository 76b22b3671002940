"""Where a piece ran and what was corrected in it, over the API."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.api import published as door
from claims.models import Correction, Publication
from claims.workflow import ArticleStatus
from tests.factories import ArticleFactory, ClaimFactory

PLACE = {"address": "https://paper.example/rents", "at": "2026-11-02T08:00:00Z"}
WRONG = {"old": "9 percent", "new": "8 percent", "why": "A slip."}


@pytest.fixture
def article(desk, editor):
    return ArticleFactory(desk=desk, submitted_by=editor, status=ArticleStatus.SIGNED_OFF)


@pytest.fixture
def call(article, api):
    """`call(person, "corrections", {…})` posts, `call(person, "corrections")` reads."""

    def calling(person, tail, body=None):
        address = f"articles/{article.pk}/{tail}/"
        return api(person).get(address) if body is None else api(person).post(address, body)

    return calling


def test_where_it_ran_is_told_to_all_who_see_it(call, article, editor, viewer):
    made = call(editor, "publications", PLACE)

    assert made.status_code == 201
    assert set(made.json()) == set(door.PublicationOutput().get_fields())
    assert {name: made.json()[name] for name in ("at", "address", "revision", "by")} == PLACE | {
        "revision": article.revision_id,
        "by": editor.pk,
    }
    assert call(viewer, "publications").json()["results"] == [made.json()]


def test_a_correction_is_told_to_all_who_see_it(call, article, editor, viewer):
    claim = ClaimFactory(article=article)
    call(editor, "publications", PLACE)

    made = call(editor, "corrections", WRONG | {"claim": claim.pk, "shown_at": "2026-11-03T08:00:00Z"})
    cut = call(editor, "corrections", WRONG | {"new": "", "shown_at": "2026-11-02T09:00:00Z"})

    assert (made.status_code, cut.status_code) == (201, 201)
    assert set(made.json()) == set(door.CorrectionOutput().get_fields())
    assert {name: made.json()[name] for name in WRONG} == WRONG
    assert (made.json()["claim"], made.json()["shown_at"]) == (claim.pk, "2026-11-03T08:00:00Z")
    assert (cut.json()["new"], cut.json()["claim"]) == ("", None)
    assert call(viewer, "corrections").json()["results"] == [cut.json(), made.json()]


def test_at_the_wrong_moment_it_is_409(call, article, editor):
    early = call(editor, "corrections", WRONG)
    article.status = ArticleStatus.CHECKING
    article.save()
    unsigned = call(editor, "publications", PLACE)

    for answer in (early, unsigned):
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "article_changed")
    assert not Publication.objects.exists()
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("tail", "said", "field"),
    [
        ("publications", {"address": " "}, "address"),
        ("publications", {"address": "javascript:alert(1)"}, "address"),
        ("publications", {"at": "soon"}, "at"),
        ("publications", {"at": "9999-12-31T23:00:00Z"}, "at"),
        ("corrections", {"old": " "}, "old"),
        ("corrections", {"old": "x" * 20_001}, "old"),
        ("corrections", {"new": "9 percent"}, "new"),
        ("corrections", {"why": ""}, "why"),
        ("corrections", {"claim": 10**9}, "claim"),
        ("corrections", {"shown_at": "soon"}, "shown_at"),
        ("corrections", {"shown": "now"}, "shown"),
    ],
)
def test_a_wrong_field_is_named(call, editor, tail, said, field):
    call(editor, "publications", PLACE)
    sent = (PLACE if tail == "publications" else WRONG) | said

    answer = call(editor, tail, sent)

    assert (answer.status_code, list(answer.json()["error"]["fields"])) == (400, [field])


def test_a_claim_of_another_article_is_not_corrected_here(call, editor, desk):
    call(editor, "publications", PLACE)
    other = ClaimFactory(article=ArticleFactory(desk=desk, submitted_by=editor))

    answer = call(editor, "corrections", WRONG | {"claim": other.pk})

    assert list(answer.json()["error"]["fields"]) == ["claim"]


@pytest.mark.parametrize(("tail", "body"), [("publications", PLACE), ("corrections", WRONG)])
def test_only_editors_write_and_no_query_for_each_row(
    call, editor, reviewer, tail, body, django_assert_max_num_queries
):
    call(editor, "publications", PLACE)
    call(editor, tail, body)
    assert call(reviewer, tail, body).status_code == 403
    with CaptureQueriesContext(connection) as one:
        call(reviewer, tail)
    queries = len(one)  # the next request empties the log
    call(editor, tail, body)

    with django_assert_max_num_queries(queries):
        assert len(call(reviewer, tail).json()["results"]) > 1
