"""Links to a fix list for somebody without an account: found by their key until they end, for good."""

import pytest
from django.utils import timezone

from accounts.models import Event
from claims.actions import articles, fixes, guest_links
from claims.models import GuestLink
from claims.workflow import ArticleChanged, ArticleStatus, ClaimChanged, Status
from tests.factories import ArticleFactory, ClaimFactory, FixFactory
from tests.german import reading


@pytest.fixture
def article(desk, editor):
    return ArticleFactory(kind="house", desk=desk, submitted_by=editor)


@pytest.fixture
def fix(article):
    return FixFactory(claim=ClaimFactory(article=article, status=Status.RESOLVED))


def test_a_link_finds_its_article_until_it_is_revoked(article, editor, fix):
    link, raw = guest_links.make(article, by=editor, name=" Ada  Brandt ")

    assert str(link) == "link 1 for Ada Brandt"
    assert raw not in str(GuestLink.objects.values().get())
    assert guest_links.find(raw).article == article
    with reading():  # what is stored is English whatever the guest reads
        fixes.accept(fix, link=guest_links.find(raw))
    event = Event.objects.about(fix.claim).last()
    assert (event.by, event.after["through"]) == (None, "link 1 for Ada Brandt")

    guest_links.revoke(link, by=editor)
    assert guest_links.find(raw) is None


def test_a_link_dies_with_its_time_and_with_the_sign_off(article, editor):
    _link, raw = guest_links.make(article, by=editor, name="Ada")
    type(article).objects.filter(pk=article.pk).update(status=ArticleStatus.SIGNED_OFF)
    assert guest_links.find(raw) is None

    type(article).objects.filter(pk=article.pk).update(status=ArticleStatus.CHECKING)
    GuestLink.objects.update(expires_at=timezone.now())
    assert guest_links.find(raw) is None
    assert guest_links.find("something else") is None


def test_a_reopened_article_revives_no_link(article, editor, second_editor):
    _link, raw = guest_links.make(article, by=editor, name="Ada")
    articles.sign_off_article(article, by=second_editor, revision=article.revision_id)
    article.refresh_from_db()
    with pytest.raises(ArticleChanged):
        guest_links.make(article, by=editor, name="Ada")

    articles.reopen_article(article, by=editor, note="New figures.")

    assert guest_links.find(raw) is None


def test_a_link_that_ended_meanwhile_decides_nothing(article, editor, fix):
    link, raw = guest_links.make(article, by=editor, name="Ada")
    found = guest_links.find(raw)
    guest_links.revoke(link, by=editor)

    with pytest.raises(ClaimChanged):
        fixes.accept(fix, link=found)
