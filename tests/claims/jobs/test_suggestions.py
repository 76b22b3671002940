import pytest

from claims import search
from claims.actions import revisions, triage
from claims.extraction import Candidate
from claims.jobs.suggestions import news_in, prominence_of
from claims.models import Extraction
from claims.priority import PROMINENCE_POINTS
from claims.text import Block, Role
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "Rents rose by 9 percent in May. It rained all week in Brask."
RAIN = Candidate(32, 60, 0.9, "quantity", [], "", [], [])

BLOCKS = [
    Block(Role.HEADLINE, 0, 10),
    Block(Role.LIST_ITEM, 10, 20),
    Block(Role.PARAGRAPH, 20, 30),
    Block(Role.CAPTION, 30, 40),
    Block(Role.PARAGRAPH, 40, 50),
]


@pytest.mark.parametrize(
    ("start", "points"),
    [
        (0, PROMINENCE_POINTS["headline"]),
        (9, PROMINENCE_POINTS["headline"]),
        (10, 0),
        (29, PROMINENCE_POINTS["lead"]),
        (35, PROMINENCE_POINTS["caption"]),
        (40, 0),
    ],
)
def test_only_the_first_paragraph_is_the_lead(start, points):
    assert prominence_of(start, BLOCKS) == points


@pytest.fixture
def back(desk, editor):
    """`back(dismissed=…, searched=…)`: the rain was a claim, went with version 2 and is back in version 3."""

    def back(*, dismissed, searched):
        article = ArticleFactory(desk=desk, submitted_by=editor, text=TEXT)
        claim = ClaimFactory(article=article, start=RAIN.start, end=RAIN.end)
        search.add_claims([claim.pk])
        Extraction.objects.filter(revision=article.revision).update(state="done")
        if dismissed:
            triage.dismiss(claim, by=editor, reason="The weather.")
        for text in (TEXT[: RAIN.start], TEXT):
            article.refresh_from_db()
            revisions.add_revision(article, by=editor, text=text, base=article.revision_id)
            Extraction.objects.filter(revision__article=article).update(
                state="done" if searched else "queued"
            )
            Extraction.objects.filter(revision__number=1).update(state="done")
        claim.refresh_from_db()
        assert claim.status == "closed"
        article.refresh_from_db()
        return article.revision

    return back


@pytest.mark.parametrize("searched", [True, False])
def test_words_that_went_with_their_claim_and_are_back_are_suggested_again(back, searched):
    assert news_in(back(dismissed=False, searched=searched))(RAIN)


@pytest.mark.parametrize("searched", [True, False])
def test_words_that_were_dismissed_do_not_come_back(back, searched):
    assert not news_in(back(dismissed=True, searched=searched))(RAIN)
