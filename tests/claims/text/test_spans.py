import pytest

from claims.text import Role
from claims.text.spans import WITHOUT_CLAIMS, Span, trim


@pytest.mark.parametrize(
    ("text", "expected"),
    [("  a b \n", Span(2, 5)), ("ab", Span(0, 2)), (" \n ", Span(0, 0)), ("", Span(0, 0))],
)
def test_trim_leaves_the_words(text, expected):
    assert trim(text, 0, len(text)) == expected


def test_trim_stays_inside_its_span():
    assert trim("x  y  z", 1, 6) == Span(3, 4)


def test_dates_names_and_furniture_hold_no_claims():
    assert {Role.BYLINE, Role.DATELINE, Role.FURNITURE} == WITHOUT_CLAIMS
