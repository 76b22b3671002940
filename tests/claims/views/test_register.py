"""The register: fixes and waivers of all articles that an editor sees."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Membership
from claims.models import FixState, Waiver
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, DeskFactory, FixFactory, UserFactory, VerdictFactory

NOW = timezone.now()
ADDRESS = reverse("register")


@pytest.fixture
def science(editor):
    science = DeskFactory(slug="science", name="Science")
    Membership.objects.create(user=editor, desk=science)
    return science


@pytest.fixture
def writer(desk):
    return UserFactory(name="Wanda Writer", desks=[desk])


def article_of(desk, **fields):
    return ArticleFactory(kind="house", desk=desk, **fields)


def fix_in(article, **fields):
    return FixFactory(claim=ClaimFactory(article=article, end=10, status=Status.RESOLVED), **fields)


def waiver_in(article, reviewer, editor, **fields):
    claim = ClaimFactory(article=article, status=Status.RESOLVED)
    return Waiver.objects.create(
        verdict=VerdictFactory(claim=claim),
        claim=claim,
        article=article,
        reason="Known to us.",
        asked_by=reviewer,
        approved_by=editor,
        **fields,
    )


def found(client, **asked):
    return [row.pk for row in client.get(ADDRESS, asked).context["page"].rows]


def test_fixes_by_desk_writer_article_and_state(sign_in, editor, desk, science, writer):
    first = fix_in(article_of(desk, writer=writer))
    second = fix_in(article_of(science), state=FixState.DECLINED, reason="No.", decided_by=editor)
    client = sign_in(editor)

    assert found(client) == [second.pk, first.pk]
    for asked, fix in (
        ({"desk": "news"}, first),
        ({"desk": "science"}, second),
        ({"writer": writer.pk}, first),
        ({"state": "declined"}, second),
        ({"article": first.article_id}, first),
    ):
        assert found(client, **asked) == [fix.pk]


def test_waivers_by_state(sign_in, editor, reviewer, desk):
    standing, ended = (
        waiver_in(article_of(desk), reviewer, editor, ended_at=ended, expires_at=NOW + timedelta(days=1))
        for ended in (None, NOW)
    )
    client = sign_in(editor)

    assert found(client, kind="waivers") == [ended.pk, standing.pk]
    assert found(client, kind="waivers", state="standing") == [standing.pk]
    assert found(client, kind="waivers", state="ended") == [ended.pk]
    assert found(client, kind="waivers", state="standing,ended") == [ended.pk, standing.pk]
    assert "Known to us." in client.get(ADDRESS, {"kind": "waivers"}).content.decode()


def test_what_one_may_not_see_is_not_in_it(sign_in, editor, reviewer, desk):
    for article in (article_of(DeskFactory()), article_of(desk, restricted=True)):
        fix_in(article)
        waiver_in(article, reviewer, editor)
    client = sign_in(editor)

    assert found(client) == []
    assert found(client, kind="waivers") == []


def test_it_is_for_editors(sign_in, reviewer, viewer, admin, editor):
    for person in (reviewer, viewer, admin):
        assert sign_in(person).get(ADDRESS).status_code == 403
        assert ADDRESS not in sign_in(person).get(reverse("articles")).content.decode()
    assert ADDRESS in sign_in(editor).get(reverse("articles")).content.decode()


@pytest.mark.parametrize(
    "asked", [{"desk": "elsewhere"}, {"writer": "x"}, {"state": "gone"}, {"article": "x"}, {"cursor": "x"}]
)
def test_a_wrong_filter_is_told(sign_in, editor, asked):
    response = sign_in(editor).get(ADDRESS, asked)

    assert response.status_code == 422
    assert response.context["wrong"].messages


def test_pages_follow_each_other(sign_in, editor, desk, monkeypatch):
    monkeypatch.setattr("claims.paging.page_of.__kwdefaults__", {"cursor": "", "limit": 2})
    fixes = [fix_in(article_of(desk)).pk for _ in range(3)]
    client = sign_in(editor)

    page = client.get(ADDRESS).context["page"]

    assert [row.pk for row in page.rows] == fixes[:0:-1]
    assert found(client, cursor=page.next) == fixes[:1]


@pytest.mark.parametrize("kind", ["fixes", "waivers"])
def test_no_query_for_each_row(
    sign_in, editor, reviewer, writer, desk, kind, queries, django_assert_num_queries
):
    def add():
        article = article_of(desk, writer=writer)
        fix_in(article, state=FixState.ACCEPTED, decided_by=writer)
        waiver_in(article, reviewer, editor)

    add()
    client = sign_in(editor)
    count = queries(lambda: client.get(ADDRESS, {"kind": kind}))
    add()
    add()

    with django_assert_num_queries(count):
        client.get(ADDRESS, {"kind": kind})
