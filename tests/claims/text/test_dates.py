import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.dates import find_dates


def dates(text):
    return [(date["text"], date["value"], date["precision"]) for date in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday 12 May 2025", [("Monday 12 May 2025", "2025-05-12", "day")]),
        ("May 12, 2025", [("May 12, 2025", "2025-05-12", "day")]),
        ("the 3rd of March 2022", [("3rd of March 2022", "2022-03-03", "day")]),
        ("on 2025-05-12", [("2025-05-12", "2025-05-12", "day")]),
        ("since March 2022", [("March 2022", "2022-03", "month")]),
        ("on 3 March", [("3 March", None, "day")]),
        ("for the first time since 2019", [("2019", "2019", "year")]),
        ("China in 1972.", [("1972", "1972", "year")]),
        ("in the 1990s", [("1990s", "1990", "decade")]),
        ("this Thursday, yesterday", [("this Thursday", None, "day"), ("yesterday", None, "day")]),
        ("last year and next week", [("last year", None, "year"), ("next week", None, "week")]),
        ("in March", [("March", None, "month")]),
        ("31 February 2024", [("31 February 2024", None, "day")]),
        ("(2016)", [("2016", "2016", "year")]),
    ],
)
def test_value_and_precision(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text", ["2000 soldiers marched", "You may march on", "F-2019", "room 1972 is free", "20255"]
)
def test_what_is_no_date(text):
    assert dates(text) == []


@given(st.text())
def test_any_text_gives_spans_that_hold_their_words(text):
    for date in find_dates(text):
        assert text[date["start"] : date["end"]] == date["text"] != ""
