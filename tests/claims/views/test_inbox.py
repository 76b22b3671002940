import pytest
from django.urls import reverse

from accounts.models import Event
from claims.actions import assignments, notes, verdicts
from claims.models import CheckRule, Notice, NoticeKind, Watch
from claims.notices import TOLD
from claims.views import inbox as inbox_page
from claims.views.told import SAID
from tests.factories import ArticleFactory, ClaimFactory, RatingFactory
from tests.pseudo import speaking

INBOX = "/inbox/"


@pytest.fixture
def claim(desk, editor):
    return ClaimFactory(article=ArticleFactory(desk=desk, submitted_by=editor, title="The harbour"))


def tell(person, article, by):
    """One more notice for `person`, of a new version of `article`."""
    event = Event.objects.append("article.revised", article, by=by, within=article)
    return Notice.objects.create(person=person, article=article, event=event, kind=NoticeKind.CHANGED)


def test_a_mention_is_told_with_its_words_and_leads_to_the_note(sign_in, claim, reviewer, second_reviewer):
    note = notes.add_note(claim, by=second_reviewer, body="@Carla Reviewer, <b>which</b> year?")
    client = sign_in(reviewer)

    html = client.get(INBOX).text
    assert "Davit Reviewer named you in a note." in html
    assert "@Carla Reviewer, &lt;b&gt;which&lt;/b&gt; year?" in html
    notice = Notice.objects.get()
    answer = client.get(reverse("notice", args=[notice.pk]))

    assert answer.headers["Location"] == f"{claim.get_absolute_url()}#note-{note.pk}"
    notice.refresh_from_db()
    assert notice.read_at is not None
    assert 'data-nav-link="inbox" aria-current="page"' in client.get(INBOX).text


def test_looking_ahead_reads_nothing(sign_in, claim, reviewer, second_reviewer):
    notice = tell(reviewer, claim.article, second_reviewer)

    assert sign_in(reviewer).head(reverse("notice", args=[notice.pk])).status_code == 302

    notice.refresh_from_db()
    assert notice.read_at is None


def test_groups_stand_by_their_newest_notice_and_page_by_keyset(sign_in, desk, reviewer, editor, monkeypatch):
    monkeypatch.setattr(inbox_page, "GROUPS", 2)
    articles = [ArticleFactory(desk=desk, title=f"Number {n}") for n in range(3)]
    for article in (*articles, articles[0]):
        tell(reviewer, article, editor)
    client = sign_in(reviewer)

    first = client.get(INBOX).context
    assert [group.article for group in first["groups"]] == [articles[0], articles[2]]
    second = client.get(INBOX, {"cursor": first["page"].next}).context
    assert [group.article for group in second["groups"]] == [articles[1]]
    back = client.get(INBOX, {"cursor": second["page"].previous}).context
    assert [group.article for group in back["groups"]] == [articles[0], articles[2]]
    assert client.get(INBOX, {"cursor": "nonsense"}).status_code == 422


def test_of_many_notices_the_newest_are_shown_and_the_others_a_step_away(sign_in, claim, reviewer, editor):
    for _time in range(inbox_page.SHOWN + 2):
        tell(reviewer, claim.article, editor)
    client = sign_in(reviewer)

    (group,) = client.get(INBOX).context["groups"]
    assert (len(group.notices), group.unread, group.more) == (inbox_page.SHOWN, inbox_page.SHOWN, True)
    (group,) = client.get(INBOX, {"article": claim.article_id}).context["groups"]
    assert (len(group.notices), group.more) == (inbox_page.SHOWN + 2, False)
    assert client.get(INBOX, {"article": "9" * 30}).context["groups"] == []


def test_what_is_unread_comes_first_however_old(sign_in, claim, reviewer, editor):
    told = [tell(reviewer, claim.article, editor) for _time in range(inbox_page.SHOWN + 2)]
    Notice.objects.exclude(pk=told[0].pk).update(read_at=told[0].at)

    (group,) = sign_in(reviewer).get(INBOX).context["groups"]

    shown = [notice for notice, _said, _words in group.notices]
    assert shown == [told[0], *told[: -inbox_page.SHOWN : -1]]
    assert group.unread == 1


def test_no_query_for_each_group_or_notice_and_none_counts(
    sign_in, desk, reviewer, second_reviewer, editor, queries, django_assert_num_queries
):
    def add():
        claim = ClaimFactory(article=ArticleFactory(desk=desk))
        notes.add_note(claim, by=second_reviewer, body="@Carla Reviewer?")
        tell(reviewer, claim.article, editor)

    client = sign_in(reviewer)
    add()
    count = queries(lambda: client.get(INBOX))
    for _time in range(3):
        add()
    with django_assert_num_queries(count) as captured:
        client.get(INBOX)
    assert count <= 14
    counted = [one["sql"] for one in captured if "COUNT(" in one["sql"] and "claims_notice" in one["sql"]]
    assert [sql for sql in counted if "LIMIT 100" not in sql] == []  # the capped one of the navigation


def test_one_a_group_or_all_are_marked_read(sign_in, desk, reviewer, second_reviewer, editor):
    articles = [ArticleFactory(desk=desk) for _n in range(3)]
    told = [tell(reviewer, article, editor) for article in articles for _time in range(2)]
    others = tell(second_reviewer, articles[0], editor)
    client = sign_in(reviewer)

    def unread():
        return list(Notice.objects.filter(read_at=None).order_by("pk"))

    client.post("/inbox/read/", {"notice": told[0].pk})
    assert unread() == [*told[1:], others]
    client.post("/inbox/read/", {"article": articles[1].pk})
    assert unread() == [told[1], *told[4:], others]
    client.post("/inbox/read/", {"notice": "x" * 40})
    client.post("/inbox/read/", {"notice": others.pk})
    assert len(unread()) == 4
    answer = client.post("/inbox/read/", {"next": "/inbox/?cursor=abc"})
    assert unread() == [others]
    assert answer.headers["Location"] == "/inbox/?cursor=abc"


def test_the_navigation_counts_what_is_new(sign_in, claim, reviewer, editor):
    client = sign_in(reviewer)
    assert client.get(INBOX).context["nav_counts"]["inbox"] == "0"
    tell(reviewer, claim.article, editor)
    assert client.get("/claims/").context["nav_counts"]["inbox"] == "1"


@pytest.mark.parametrize("hide", ["leave", "restrict"])
def test_what_one_may_not_see_any_more_is_not_there(sign_in, claim, reviewer, editor, hide):
    notice = tell(reviewer, claim.article, editor)
    client = sign_in(reviewer)
    assert "The harbour" in client.get(INBOX).text

    if hide == "leave":
        reviewer.memberships.all().delete()
    else:
        type(claim.article).objects.update(restricted=True)

    page = client.get(INBOX)
    assert page.context["groups"] == []
    assert page.context["nav_counts"]["inbox"] == "0"
    assert client.get(reverse("notice", args=[notice.pk])).status_code == 404
    client.post("/inbox/read/")
    notice.refresh_from_db()
    assert notice.read_at is None


def test_who_only_reads_is_told_of_articles_but_not_of_the_work(sign_in, claim, reviewer, editor):
    notes.add_note(claim, by=editor, body="@Carla Reviewer?")
    tell(reviewer, claim.article, editor)
    reviewer.role = "viewer"
    reviewer.save()

    (group,) = sign_in(reviewer).get(INBOX).context["groups"]

    assert [notice.kind for notice, _said, _words in group.notices] == ["changed"]


def test_of_a_claim_judged_blind_one_knows_only_that_it_is_given_to_one(
    sign_in, claim, reviewer, second_reviewer, editor
):
    CheckRule.objects.create()
    notes.add_note(claim, by=reviewer, body="@Davit Reviewer, it is false.")
    assignments.take(claim, by=reviewer)
    rating = RatingFactory(scale=claim.article.scale)
    source = claim.evidence.create(kind="primary", locator="p. 3", stance="supports", added_by=reviewer)
    client = sign_in(second_reviewer)
    assert len(client.get(INBOX).context["groups"]) == 1

    verdicts.propose_verdict(claim, by=reviewer, rating=rating, rationale="So.", evidence=[source])
    assert client.get(INBOX).context["groups"] == []
    assignments.assign(claim, by=editor, assignee=second_reviewer)
    (group,) = client.get(INBOX).context["groups"]
    assert [notice.kind for notice, _said, _words in group.notices] == ["assigned"]

    own = claim.evidence.create(kind="primary", locator="p. 4", stance="supports", added_by=second_reviewer)
    verdicts.propose_verdict(claim, by=second_reviewer, rating=rating, rationale="So.", evidence=[own])
    (group,) = client.get(INBOX).context["groups"]
    assert [notice.kind for notice, _said, _words in group.notices] == ["assigned", "mentioned"]


def test_an_article_is_watched_and_unwatched_from_its_page(sign_in, claim, viewer):
    client, page = sign_in(viewer), claim.article.get_absolute_url()
    assert f'action="{page}watch/"' in client.get(page).text

    client.post(f"{page}watch/")
    assert Watch.objects.get().on
    assert f'action="{page}unwatch/"' in client.get(page).text
    answer = client.post(f"{page}unwatch/", {"next": "/inbox/"})

    assert not Watch.objects.get().on
    assert answer.headers["Location"] == "/inbox/"


def test_every_notice_that_can_be_written_can_be_said():
    assert {event for _kind, event in SAID} == set(TOLD)
    assert {kind for kind, _event in SAID} == set(NoticeKind)


def test_why_a_claim_came_back_is_told_in_any_language(sign_in, claim, reviewer):
    why = "The number “9” became “8”."
    event = Event.objects.append("claim.fact_changed", claim, by=None, note=why, within=claim.article)
    told = {"article": claim.article, "claim": claim, "event": event, "kind": NoticeKind.RETURNED}
    Notice.objects.create(person=reviewer, **told)

    assert why in sign_in(reviewer).get(INBOX).text
    with speaking():
        assert "«The number» “9” became “8”.»" in sign_in(reviewer).get(INBOX).text


def test_an_article_that_goes_while_the_page_is_drawn_is_left_out(editor, article):
    found = Notice.objects.none()

    assert inbox_page._groups(editor, found, [article.pk], 6) == []
