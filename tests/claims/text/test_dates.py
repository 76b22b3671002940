import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.dates import find_dates, resolve

MONDAY = datetime.date(2025, 5, 12)


def dates(text):
    return [(date["text"], date["value"], date["precision"]) for date in find_dates(text)]


def resolved(text, published=MONDAY):
    return [(date["text"], date["value"]) for date in resolve(find_dates(text), text, published)]


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
    ],
)
def test_what_is_no_date(text):
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Russia was ready for talks this Thursday, he said.", "2025-05-15"),
        ("Her speech on Sunday was not long.", "2025-05-11"),
        ("It voted on Tuesday.", "2025-05-06"),
        ("It voted on Monday.", "2025-05-12"),
        ("It will vote on Tuesday.", "2025-05-13"),
        ("The council will vote on Monday.", None),
        ("He agreed to meet on Friday.", None),
        ("Talks on Friday", None),
        ("on the Saturday they left", None),
        ("last Thursday it rained", "2025-05-08"),
        ("It opens next Sunday.", None),
        ("this week it begins", "2025-W20"),
        ("last week it rained", "2025-W19"),
        ("It rained three weeks ago.", "2025-W17"),
        ("He left two days ago.", "2025-05-10"),
        ("He left two years ago.", "2023"),
        ("last month it rained", "2025-04"),
        ("It opens next year.", "2026"),
        ("last summer it rained", "2024"),
        ("last winter it snowed", None),
        ("over the past year", None),
        ("The army left yesterday.", "2025-05-11"),
        ("The army left the day before yesterday.", None),
        ("The army left before yesterday's vote.", "2025-05-11"),
        ("The January 6 attack shocked the town.", None),
        ("On January 6 the town was shocked.", "2025-01-06"),
        ("On the 6th of January the town was shocked.", "2025-01-06"),
        ("The firm today announced a loss.", "2025-05-12"),
        ("The way takes 40 minutes by bus today, and 19 by tram.", None),
        ("On 14 April it met.", "2025-04-14"),
        ("On 14 May it met.", "2024-05-14"),
        ("On 14 May it will meet.", "2025-05-14"),
        ("They met on Saturday, May 2.", None),
        ("They met on Saturday, May 3.", "2025-05-03"),
        ("In August it closed.", "2024-08"),
        ("It opens in August.", "2025-08"),
        ("She announced free rides from August.", None),
        ("It was 6 percent in June last year.", "2024-06"),
        ("Those casting their vote on 20 June will decide.", "2025-06-20"),
        ("He warned that on Friday nobody", None),
        ("“I had decided on Friday to go.”", None),
        ("‘It will be open before Saturday and", None),
        ("on the Saturday, as he said on Friday,” she wrote", None),
    ],
)
def test_relative_dates_are_reckoned_from_the_articles_date(text, value):
    assert resolved(text)[0][1] == value


def test_nothing_relative_has_a_value_without_the_articles_date():
    text = "Yesterday, this Thursday, on 14 May, in March, last year and in 2019 it rained."

    assert [value for _text, value in resolved(text, None)] == [None, None, None, None, None, "2019"]


def test_later_counts_from_the_date_before_it():
    assert resolved("Opened on 3 March 1958, it closed six days later.")[1][1] == "1958-03-09"
    assert resolved("Opened in 1871, it closed two years later.")[1][1] == "1873"
    assert resolved("Opened in 1871, it closed two days later.")[1][1] is None
    assert resolved("It closed two years later.")[0][1] is None
    assert resolved("Opened in the 1990s, it closed two years later.")[1][1] is None
    assert resolved("Opened in the 19th century, it closed two years later.")[1][1] is None


def test_a_day_beside_another_year_is_not_of_this_one():
    assert resolved("In 1972 he left on 3 March.")[1] == ("3 March", None)


def test_at_the_ends_of_time_nothing_is_reckoned():
    text = "He left yesterday and will come tomorrow."

    assert resolved(text, datetime.date.min)[0] == ("yesterday", None)
    assert resolved(text, datetime.date.max)[1] == ("tomorrow", None)


def test_only_what_the_words_do_not_fix_is_relative():
    found = find_dates("yesterday, 14 May, 31 February 2024, 2019")

    assert [date["relative"] for date in found] == [True, True, False]


@given(st.text())
def test_any_text_gives_spans_that_hold_their_words(text):
    for date in resolve(find_dates(text), text, MONDAY):
        assert text[date["start"] : date["end"]] == date["text"] != ""


@given(
    st.dates(), st.sampled_from(["on Tuesday it was", "last week", "on 29 February it was", "in May it was"])
)
def test_any_day_of_publication_is_reckoned_from(published, text):
    for _words, value in resolved(text, published):
        assert value is None or value[:4].isdigit()
