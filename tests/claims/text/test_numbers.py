import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.dates import find_dates
from claims.text.numbers import find_quantities


def quantities(text):
    return [
        (q["text"], q["number"], q["unit"], q["approximate"]) for q in find_quantities(text, find_dates(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("set to return 1,000 prisoners of war", [("1,000 prisoners", 1000, "prisoners", False)]),
        ("more than 1,000 prisoners", [("more than 1,000 prisoners", 1000, "prisoners", True)]),
        ("half of the Ukrainian delegation", [("half of the Ukrainian delegation", 0.5, "delegation", True)]),
        ("two thirds of voters", [("two thirds of voters", 0.667, "voters", True)]),
        ("the 18th round", [("18th", 18, "", False)]),
        ("a 30-day ceasefire", [("30-day", 30, "day", False)]),
        ("fell to 5.1%", [("5.1%", 5.1, "%", False)]),
        ("3.5 per cent of voters", [("3.5 per cent", 3.5, "%", False)]),
        ("rose 0.4 percentage points", [("0.4 percentage points", 0.4, "percentage points", False)]),
        (
            "US$30 and £1.2 billion",
            [("US$30", 30, "dollars", False), ("£1.2 billion", 1_200_000_000, "pounds", False)],
        ),
        ("about $5m", [("about $5m", 5_000_000, "dollars", True)]),
        ("about twenty-five people", [("about twenty-five people", 25, "people", True)]),
        ("two potential paths", [("two potential paths", 2, "paths", False)]),
        ("four European leaders", [("four European leaders", 4, "leaders", False)]),
        ("a million people", [("a million people", 1_000_000, "people", False)]),
        ("dozens of soldiers", [("dozens of soldiers", None, "soldiers", True)]),
        ("−3% and -5 degrees", [("−3%", -3, "%", False), ("-5 degrees", -5, "degrees", False)]),
        ("100 km in 5 m", [("100 km", 100, "km", False), ("5 m", 5, "metres", False)]),
        ("In 1999, 12 people died", [("12 people", 12, "people", False)]),
    ],
)
def test_number_unit_and_approximation(text, expected):
    assert quantities(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "F-16 jets, COVID-19, G7, v1.2.3 and A4",
        "at 17:08 or 2am, 24/7",
        "on 12 May 2025, in March 2022 and in 2019",
        "one of them, the two of us, no one",
    ],
)
def test_what_is_no_quantity(text):
    assert quantities(text) == []


@given(st.text())
def test_any_text_gives_spans_that_hold_their_words(text):
    for quantity in find_quantities(text):
        assert text[quantity["start"] : quantity["end"]] == quantity["text"] != ""
