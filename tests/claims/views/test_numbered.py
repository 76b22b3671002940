import pytest

from claims.views.numbered import finder, numbered
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def claims(db):
    """A long claim, two short ones within it, one dismissed behind them."""
    article = ArticleFactory(text="x" * 100)
    for start, end, status in [
        (40, 50, "open"),
        (10, 20, "open"),
        (0, 60, "open"),
        (70, 80, Status.DISMISSED),
    ]:
        ClaimFactory(article=article, start=start, end=end, status=status)
    return numbered(article.revision)


def test_claims_are_counted_as_on_the_copy(claims):
    assert [(one.number, one.claim.start) for one in claims] == [(1, 0), (2, 10), (3, 40), (4, 70)]


@pytest.mark.parametrize(
    ("start", "end", "number"),
    [(12, 13, 2), (20, 40, 1), (49, 90, 4), (49, 55, 3), (55, 70, 1), (60, 70, None), (80, 100, None)],
)
def test_the_last_claim_that_a_span_touches(claims, start, end, number):
    found = finder(claims)(start, end)

    assert (found and found.number) == number
