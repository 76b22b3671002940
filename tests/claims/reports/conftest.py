"""A signed-off article with one claim of every colour, to be reported."""

from datetime import UTC, datetime

import pytest

from claims.models import Confidence, Correction, SignOff, Standing
from claims.workflow import ArticleStatus, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory, VerdictFactory

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
TEXT = "The harbour has 1,200 berths. It opened in 1987."


@pytest.fixture
def article(desk, editor):
    return ArticleFactory(title="Berths", desk=desk, submitted_by=editor, text=TEXT, byline="A. Writer")


@pytest.fixture
def correct(editor):
    """`correct(article, old=…, new=…, hour=…)` records a correction shown at that hour."""

    def correct(article, *, old, new, hour):
        Correction.objects.create(
            article=article, old=old, new=new, why="A slip.", shown_at=NOON.replace(hour=hour), by=editor
        )

    return correct


@pytest.fixture
def resolve(editor, reviewer):
    """`resolve(claim, …)` gives it a signed verdict that rests on one public source; returns the verdict."""

    def resolve(claim, **verdict):
        rating = RatingFactory(scale=claim.article.scale, label="Mostly true", number=4, colour="teal")
        source = EvidenceFactory(claim=claim, added_by=reviewer, obtained_at=NOON)
        fields = {"rating": rating, "confidence": Confidence.HIGH, "created_at": NOON} | verdict
        row = VerdictFactory(claim=claim, author=reviewer, standing=Standing.SIGNED_OFF, **fields)
        row.evidence.add(source)
        claim.verdict, claim.status = row, Status.RESOLVED
        claim.save()
        SignOff.objects.create(
            article=claim.article,
            revision=claim.revision,
            claim=claim,
            verdict=row,
            by=editor,
            checker=reviewer,
            at=NOON,
        )
        return row

    return resolve


@pytest.fixture
def resolved(article, resolve):
    """A resolved claim on the first sentence."""
    claim = ClaimFactory(article=article, end=29)
    resolve(claim)
    return claim


@pytest.fixture
def sign():
    """`sign(article, by)` signs the article off, with further fields of the sign-off."""

    def sign(article, by, **fields):
        SignOff.objects.create(article=article, revision=article.revision, by=by, at=NOON, **fields)
        article.status = ArticleStatus.SIGNED_OFF
        article.save()

    return sign
