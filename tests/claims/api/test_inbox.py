import pytest

from accounts.models import Event
from claims import policy
from claims.actions import notes
from claims.api import inbox
from claims.models import Notice, NoticeKind
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def claim(desk):
    return ClaimFactory(article=ArticleFactory(desk=desk))


@pytest.fixture
def told(claim, editor, reviewer):
    """Three notices for the reviewer, oldest first: two mentions, and a new version of another article."""
    for _time in range(2):
        notes.add_note(claim, by=editor, body="@Carla Reviewer?")
    other = ArticleFactory(desk=claim.desk)
    event = Event.objects.append("article.revised", other, by=editor, within=other)
    Notice.objects.create(person=reviewer, article=other, event=event, kind=NoticeKind.CHANGED)
    return list(Notice.objects.order_by("pk"))


def ids(answer):
    return [row["id"] for row in answer.json()["results"]]


def test_notices_are_listed_newest_first_as_described(api, claim, told, reviewer, editor):
    answer = api(reviewer).get("notices/")

    assert ids(answer) == [notice.pk for notice in reversed(told)]
    changed, mentioned, _first = answer.json()["results"]
    assert set(mentioned) == set(inbox.NoticeOutput().get_fields())
    assert (
        mentioned.items()
        >= {
            "kind": "mentioned",
            "article": claim.article_id,
            "claim": claim.pk,
            "step": "claim.note",
            "by": editor.pk,
            "by_name": "Ada Editor",
            "read_at": None,
        }.items()
    )
    assert (changed["claim"], changed["step"]) == (None, "article.revised")


def test_pages_do_not_cost_more(api, told, reviewer, django_assert_num_queries):
    caller = api(reviewer)
    first = caller.get("notices/", limit=2).json()
    with django_assert_num_queries(2):
        caller.get("notices/", limit=1)
    with django_assert_num_queries(2):
        caller.get("notices/", limit=3)
    assert first["next"] is not None
    assert first["previous"] is None


@pytest.mark.parametrize(
    "body", [lambda told: {"ids": [told[0].pk, told[1].pk]}, lambda told: {"article": told[0].article_id}]
)
def test_some_are_marked_read(api, told, reviewer, body):
    assert api(reviewer).post("notices/read/", body(told)).json() == {"read": 2}

    assert ids(api(reviewer).get("notices/", unread="true")) == [told[2].pk]
    assert api(reviewer).post("notices/read/", {"all": True}).json() == {"read": 1}
    assert api(reviewer).post("notices/read/", {"all": True}).json() == {"read": 0}


def test_nobody_reads_for_somebody_else(api, told, second_reviewer):
    caller = api(second_reviewer)

    assert ids(caller.get("notices/")) == []
    assert caller.post("notices/read/", {"ids": [told[0].pk]}).json() == {"read": 0}
    assert Notice.objects.filter(read_at=None).count() == 3


@pytest.mark.parametrize(
    "body", [{}, {"all": False}, {"ids": []}, {"ids": ["x"]}, {"all": True, "article": 1}]
)
def test_what_is_read_must_be_said(api, told, reviewer, body):
    assert api(reviewer).post("notices/read/", body).status_code == 400
    assert Notice.objects.filter(read_at=None).count() == 3


def test_another_word_than_true_or_false_is_named(api, reviewer):
    refused = api(reviewer).get("notices/", unread="maybe")

    assert (refused.status_code, list(refused.json()["error"]["fields"])) == (400, ["unread"])


def test_an_article_is_watched_and_unwatched(api, claim, viewer):
    address = f"articles/{claim.article_id}"

    for name, watched in (("watch", True), ("watch", True), ("unwatch", False)):
        answer = api(viewer).post(f"{address}/{name}/")
        assert answer.json() == {"article": claim.article_id, "watched": watched}
        assert policy.watched_articles(viewer).exists() == watched
    assert api(viewer, "read").post(f"{address}/watch/").status_code == 403


def test_a_thread_is_resolved_and_reopened(api, claim, reviewer, editor):
    first = notes.add_note(claim, by=editor, body="Which year, @Carla Reviewer?")
    answer = notes.add_note(claim, by=reviewer, body="2024.", parent=first)

    resolved = api(editor).post(f"notes/{answer.pk}/resolve/").json()
    assert (resolved["id"], resolved["resolved_by"], resolved["mentioned"]) == (
        first.pk,
        editor.pk,
        [reviewer.pk],
    )
    again = api(reviewer).post(f"notes/{first.pk}/resolve/")
    assert (again.status_code, again.json()["error"]["code"]) == (409, "claim_changed")
    assert api(reviewer).post(f"notes/{first.pk}/reopen/").json()["resolved_at"] is None


def test_a_name_of_nobody_is_told_at_the_body(api, claim, reviewer, outsider):
    refused = api(reviewer).post(f"claims/{claim.pk}/notes/", {"body": "@Goran Outsider?"})

    assert refused.status_code == 400
    (said,) = refused.json()["error"]["fields"]["body"]
    assert "called “@Goran”" in said
