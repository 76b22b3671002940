import pytest
from django.core.exceptions import PermissionDenied

from claims.actions import articles, publishing, revisions, triage
from claims.actions.undo import undo
from claims.models import SignOff
from claims.workflow import ArticleChanged, ArticleStatus, ClaimChanged, Status
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def closed(desk, editor):
    article = ArticleFactory(desk=desk, status=ArticleStatus.READY)
    articles.sign_off_article(article, by=editor, revision=article.revision_id)
    articles.close_article(article, by=editor)
    article.refresh_from_db()
    return article


def test_a_closed_article_keeps_its_sign_off_and_takes_no_new_version(closed, editor):
    assert closed.status == ArticleStatus.CLOSED
    assert SignOff.objects.get().undone_at is None
    with pytest.raises(ArticleChanged, match="Reopen it"):
        revisions.add_revision(closed, by=editor, text="Other words.", base=closed.revision_id)
    with pytest.raises(ArticleChanged):
        articles.close_article(closed, by=editor)
    with pytest.raises(ArticleChanged, match="signed off already"):
        articles.sign_off_article(closed, by=editor, revision=closed.revision_id)


def test_reopening_a_closed_article_takes_back_its_sign_off(closed, editor):
    articles.reopen_article(closed, by=editor, note="A letter came.")

    closed.refresh_from_db()
    assert closed.status == ArticleStatus.CHECKING
    assert SignOff.objects.get().undone_at is not None


def test_a_new_claim_takes_a_closed_article_back_into_check(closed, editor):
    triage.mark_claim(closed, by=editor, start=0, end=5)

    closed.refresh_from_db()
    assert closed.status == ArticleStatus.CHECKING
    assert SignOff.objects.get().undone_at is not None


def test_publication_goes_on_where_an_article_is_closed(closed, editor):
    published = publishing.publish(closed, by=editor, address="https://example.org/a")

    closed.refresh_from_db()
    assert published.revision == closed.revision
    assert closed.status == ArticleStatus.CLOSED


def test_no_step_is_undone_under_the_sign_off_of_a_closed_article(desk, editor):
    article = ArticleFactory(desk=desk, status=ArticleStatus.CHECKING)
    claim = ClaimFactory(article=article, status=Status.SUGGESTED)
    triage.dismiss(claim, by=editor, reason="Opinion.")
    articles.sign_off_article(article, by=editor, revision=article.revision_id)
    articles.close_article(article, by=editor)

    with pytest.raises(ClaimChanged):
        undo(claim, by=editor)

    article.refresh_from_db()
    assert article.status == ArticleStatus.CLOSED


def test_what_is_not_signed_off_is_not_closed(desk, editor, reviewer):
    article = ArticleFactory(desk=desk, status=ArticleStatus.READY)

    with pytest.raises(ArticleChanged):
        articles.close_article(article, by=editor)
    with pytest.raises(PermissionDenied):
        articles.close_article(article, by=reviewer)
