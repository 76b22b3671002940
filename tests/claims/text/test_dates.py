import pytest

from claims.text.dates import find_dates


def dates(text):
    return [(date["text"], date["value"], date["precision"]) for date in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday 12 May 2025", [("Monday 12 May 2025", "2025-05-12", "day")]),
        ("May 12, 2025", [("May 12, 2025", "2025-05-12", "day")]),
        ("MAY 12, 2025", [("MAY 12, 2025", "2025-05-12", "day")]),
        ("Tue, Sept. 3, 2024", [("Tue, Sept. 3, 2024", "2024-09-03", "day")]),
        ("the 3rd of March 2022", [("3rd of March 2022", "2022-03-03", "day")]),
        ("on 2025-05-12", [("2025-05-12", "2025-05-12", "day")]),
        ("at 2025-05-12T17:08Z", [("2025-05-12", "2025-05-12", "day")]),
        ("on 13/05/2025", [("13/05/2025", "2025-05-13", "day")]),
        ("on 05/13/2025", [("05/13/2025", "2025-05-13", "day")]),
        ("on 12/05/2025", [("12/05/2025", None, "day")]),
        ("am 12.05.2025", [("12.05.2025", "2025-05-12", "day")]),
        ("12-14 May 2025", [("12-14 May 2025", "2025-05-12/2025-05-14", "day")]),
        ("May 12 to 14, 2025", [("May 12 to 14, 2025", "2025-05-12/2025-05-14", "day")]),
        (
            "on 1, 3 and 8 December 2026",
            [
                ("1", "2026-12-01", "day"),
                ("3", "2026-12-03", "day"),
                ("8 December 2026", "2026-12-08", "day"),
            ],
        ),
        ("on 1, 3 and 8 December", [("1, 3 and 8 December", None, "day")]),
        ("since March 2022", [("March 2022", "2022-03", "month")]),
        ("on 3 March", [("3 March", None, "day")]),
        ("for the first time since 2019", [("2019", "2019", "year")]),
        ("China in 1972.", [("1972", "1972", "year")]),
        ("in the 1990s", [("1990s", "1990", "decade")]),
        ("in the 19th century", [("19th century", "1800", "century")]),
        ("this Thursday, yesterday", [("this Thursday", None, "day"), ("yesterday", None, "day")]),
        ("Yesterday it rained", [("Yesterday", None, "day")]),
        ("last year and next week", [("last year", None, "year"), ("next week", None, "week")]),
        ("in March", [("March", None, "month")]),
        ("in mid-March", [("March", None, "month")]),
        ("early in September", [("September", None, "month")]),
        ("31 February 2024", [("31 February 2024", None, "day")]),
        ("(2016)", [("2016", "2016", "year")]),
        ("the summer of 2030", [("summer of 2030", "2030", "season")]),
        ("Q1 2025", [("Q1 2025", "2025", "quarter")]),
        ("the season 2013-14 was", [("2013-14", "2013/2014", "year")]),
        ("the season 1999-00 was", [("1999-00", "1999/2000", "year")]),
        ("in 2021-03", [("2021-03", None, "year")]),
        ("30-2 May 2025", [("30-2 May 2025", None, "day")]),
        ("the 10th century", [("10th century", "0900", "century")]),
        ("from 2016–2019", [("2016–2019", "2016/2019", "year")]),
        (
            "The floods of 1866, 1909 and 1954",
            [("1866", "1866", "year"), ("1909", "1909", "year"), ("1954", "1954", "year")],
        ),
        ("at 2026 prices", [("2026", "2026", "year")]),
        ("Russia's 2022 invasion", [("2022", "2022", "year")]),
        ("three weeks ago", [("three weeks ago", None, "week")]),
        ("two years later", [("two years later", None, "year")]),
        ("June last year", [("June last year", None, "month")]),
        ("in the 21st century", [("21st century", "2000", "century")]),
        ("in the 1800s and the 2000s", [("1800s", None, "decade"), ("2000s", "2000", "decade")]),
        ("the summer heat of 2019 was", [("2019", "2019", "year")]),
        ("gone by 2100", [("2100", "2100", "year")]),
        ("as early as 2012", [("2012", "2012", "year")]),
        ("September the 11th, 2001", [("September the 11th, 2001", "2001-09-11", "day")]),
        ("Sunday, 16 October 2027", [("Sunday, 16 October 2027", None, "day")]),
        ("Saturday, 16 October 2027", [("Saturday, 16 October 2027", "2027-10-16", "day")]),
    ],
)
def test_value_and_precision(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2000 soldiers marched",
        "the 2000 soldiers",
        "You may march on",
        "F-2019",
        "room 1972 is free",
        "20255",
        "every Monday",
        "on the second Sunday of the year",
        "the Sunday Times",
        "on Black Friday",
        "Theresa May spoke",
        "May 5,000 people come",
        "a sample of 2000 voters",
        "the Fourth of July parade",
        "he told Harbour Today",
    ],
)
def test_what_is_no_date(text):
    assert dates(text) == []


def test_only_what_the_words_do_not_fix_is_relative():
    found = find_dates("yesterday, 14 May, 31 February 2024, 2019")

    assert [date["relative"] for date in found] == [True, True, False]


def test_a_row_of_days_is_no_harder_than_its_length():
    assert find_dates("1, " * 30_000) == []  # quadratic work would take minutes
