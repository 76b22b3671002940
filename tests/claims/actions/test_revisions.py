"""A new version of the text: stored once, shown before, refused at the wrong moment."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event
from claims.actions import articles, revisions
from claims.anchoring import Change
from claims.models import SignOff
from claims.workflow import ArticleChanged, ArticleStatus
from tests.claims.actions.versions import RENTS, TEXT, decided_on, revise
from tests.factories import ArticleFactory


@pytest.fixture
def article(editor, desk):
    return ArticleFactory(desk=desk, submitted_by=editor, text=TEXT)


@pytest.fixture
def decided(article, reviewer, second_editor):
    return decided_on(article, RENTS, by=reviewer, approver=second_editor)


def test_a_late_change_reopens_a_signed_article_visibly(article, decided, editor, second_editor):
    articles.sign_off_article(article, by=second_editor, revision=article.revision_id)

    revise(article, "One more line. " + TEXT, editor)

    article.refresh_from_db()
    assert article.status == ArticleStatus.CHECKING
    assert SignOff.objects.get(claim=None).undone_at is not None
    event = Event.objects.about(article).filter(kind="article.revised").get()
    assert event.after["sha256"] == article.revision.sha256


def test_the_same_text_again_stores_nothing(article, editor):
    first, _plan, new = revise(article, TEXT + " More.", editor)
    again, _plan, new_again = revise(article, TEXT + " More.", editor)

    assert (new, new_again, first) == (True, False, again)
    assert article.revisions.count() == 2


def test_what_was_sent_twice_is_stored_once_and_no_conflict(article, editor):
    base = article.revision_id
    first, _plan, _new = revise(article, TEXT + " More.", editor, base=base)
    again, plan, new = revise(article, TEXT + " More.", editor, base=base)

    assert (again, plan.base, new) == (first, first, False)
    assert article.revisions.count() == 2


def test_a_revision_of_an_older_text_is_refused(article, editor):
    old = article.revision_id
    revise(article, TEXT + " More.", editor)

    with pytest.raises(ArticleChanged):
        revise(article, TEXT + " Other.", editor, base=old)

    assert article.revisions.count() == 2


def test_an_empty_text_is_refused_at_its_field(article, editor):
    with pytest.raises(ValidationError) as raised:
        revise(article, "  \n ", editor)

    assert "text" in raised.value.message_dict


def test_a_preview_stores_nothing_and_says_the_same(article, decided, editor):
    text = TEXT.replace("9 percent", "8 percent")
    plan = revisions.plan_revision(article, by=editor, text=text, base=article.revision_id)

    assert article.revisions.count() == 1
    assert [(one.claim, one.anchored.change) for one in plan.carries] == [(decided, Change.FACT_CHANGED)]
    assert [piece.text for piece in plan.diff if piece.op != "equal"] == ["9 ", "8 "]


@pytest.mark.parametrize("person", ["reviewer", "viewer", "admin"])
def test_only_editors_bring_a_new_text(article, person, request):
    with pytest.raises(PermissionDenied):
        revise(article, TEXT + " More.", request.getfixturevalue(person))


def test_headline_and_standfirst_keep_their_parts(article, editor):
    told = {"headline": "Rents rose in Brask.", "standfirst": "By 9 percent, the register says."}
    article = articles.submit_article(
        by=editor, text=TEXT, kind=article.kind, desk=article.desk, title="Rents", **told
    )

    revision, *_ = revise(article, article.revision.text.replace("12 leases", "13 leases"), editor)

    assert [block["role"] for block in revision.blocks] == ["headline", "standfirst", "paragraph"]
