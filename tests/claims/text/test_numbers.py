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
        ("sold 1,000 bottles of wine", [("1,000 bottles", 1000, "bottles", False)]),
        ("more than 1,000 prisoners", [("more than 1,000 prisoners", 1000, "prisoners", True)]),
        ("half of the Danish delegation", [("half of the Danish delegation", 0.5, "delegation", True)]),
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
        ("a loss of -$5m", [("-$5m", -5_000_000, "dollars", False)]),
        ("the twenty-first century, a twenty-minute walk", [("twenty-minute", 20, "minute", False)]),
        ("rose 3%-4%", [("3%", 3, "%", False), ("4%", 4, "%", False)]),
        ("rose 3% -4%", [("3%", 3, "%", False), ("-4%", -4, "%", False)]),
        ("100 km in 5 m", [("100 km", 100, "km", False), ("5 m", 5, "metres", False)]),
        ("In 1999, 12 people died", [("12 people", 12, "people", False)]),
    ],
)
def test_number_unit_and_approximation(text, expected):
    assert quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€1.2bn in aid", [("€1.2bn", 1200000000, "euros", False)]),
        ("between $5m and $7m", [("$5m", 5000000, "dollars", False), ("$7m", 7000000, "dollars", False)]),
        ("a £3m-£4m deal", [("£3m", 3000000, "pounds", False), ("£4m", 4000000, "pounds", False)]),
        (
            "between five and seven million people",
            [("five", 5000000, "people", False), ("seven million people", 7000000, "people", False)],
        ),
        (
            "from 3 to 4 million people",
            [("3", 3000000, "people", False), ("4 million people", 4000000, "people", False)],
        ),
        ("three to five people", [("three", 3, "people", False), ("five people", 5, "people", False)]),
        ("5 to 10 per cent of voters", [("5", 5, "%", False), ("10 per cent", 10, "%", False)]),
        ("30–40% of homes", [("30", 30, "%", False), ("40%", 40, "%", False)]),
        ("10-15 people", [("10", 10, "people", False), ("15 people", 15, "people", False)]),
        ("two-thirds of the members", [("two-thirds of the members", 0.667, "members", True)]),
        ("a two-thirds majority", [("two-thirds", 0.667, "", True)]),
        ("one in five people", [("one in five people", 0.2, "people", True)]),
        ("nine out of ten doctors", [("nine out of ten doctors", 0.9, "doctors", True)]),
        ("three in 10 days", [("10 days", 10, "days", False)]),
        ("a dozen people", [("a dozen people", 12, "people", False)]),
        ("half a dozen eggs", [("half a dozen eggs", 6, "eggs", True)]),
        ("two dozen arrests", [("two dozen arrests", 24, "arrests", False)]),
        ("half a million people", [("half a million people", 500000, "people", True)]),
        ("a quarter of a million homes", [("a quarter of a million homes", 250000, "homes", True)]),
        ("three and a half years", [("three and a half years", 3.5, "years", False)]),
        ("two and a half million homes", [("two and a half million homes", 2500000, "homes", False)]),
        ("two hundred and fifty soldiers", [("two hundred and fifty soldiers", 250, "soldiers", False)]),
        (
            "one hundred and twenty thousand people",
            [("one hundred and twenty thousand people", 120000, "people", False)],
        ),
        ("several hundred protesters", [("several hundred protesters", None, "protesters", True)]),
        ("tens of thousands of people", [("tens of thousands of people", None, "people", True)]),
        ("hundreds were hurt", [("hundreds", None, "", True)]),
        ("dozens of Ukrainian drones", [("dozens of Ukrainian drones", None, "drones", True)]),
        ("at least 12 dead", [("at least 12 dead", 12, "dead", True)]),
        ("more than 1,000 new electric buses", [("more than 1,000 new electric buses", 1000, "buses", True)]),
        ("5,000-strong crowd", [("5,000-strong", 5000, "", False)]),
        ("a 29-year-old man", [("29-year-old", 29, "years", False)]),
        ("20°C in May", [("20°C", 20, "degrees Celsius", False)]),
        ("20 degrees Celsius", [("20 degrees Celsius", 20, "degrees Celsius", False)]),
        ("5km away", [("5km", 5, "km", False)]),
        ("120 km/h", [("120 km/h", 120, "km/h", False)]),
        ("2.3m people", [("2.3m people", 2300000, "people", False)]),
        ("20k users", [("20k users", 20000, "users", False)]),
        ("the third quarter", [("third", 3, "", False)]),
        ("in the third year in a row", [("third", 3, "", False)]),
        ("for the fifth time", [("fifth", 5, "", False)]),
        ("third place", [("third", 3, "", False)]),
        ("about a third of voters", [("about a third of voters", 0.333, "voters", True)]),
        ("cut to a third", [("a third", 0.333, "", True)]),
        ("a fifth less", [("a fifth", 0.2, "", True)]),
        ("half an hour", [("half an hour", 0.5, "hour", True)]),
        (
            "twenty-five to thirty people",
            [("twenty-five", 25, "people", False), ("thirty people", 30, "people", False)],
        ),
        ("1 000 prisoners", [("1 000 prisoners", 1000, "prisoners", False)]),
        ("USD 30 million", [("USD 30 million", 30000000, "dollars", False)]),
        ("30 million US dollars", [("30 million US dollars", 30000000, "dollars", False)]),
        ("a 25-basis-point cut", [("25-basis-point", 25, "basis points", False)]),
        ("25 basis points", [("25 basis points", 25, "basis points", False)]),
        ("100+ firms", [("100+ firms", 100, "firms", True)]),
        ("500-odd people", [("500-odd people", 500, "people", True)]),
        ("ten or so people", [("ten or so people", 10, "people", True)]),
        ("31 voted in favour and 18 against", [("31", 31, "", False), ("18", 18, "", False)]),
        ("14 of its 60 member firms", [("14", 14, "firms", False), ("60 member firms", 60, "firms", False)]),
        ("16 square metres", [("16 square metres", 16, "square metres", False)]),
        ("Brask 24", []),
        ("turns 145 this year", [("145", 145, "", False)]),
        ("two senior White House officials", [("two senior White House officials", 2, "officials", False)]),
        ("12 of Ukraine's largest cities", [("12 of Ukraine's largest cities", 12, "cities", False)]),
        ("500 killed", [("500 killed", 500, "killed", False)]),
        ("480 more than last year", [("480", 480, "", False)]),
        ("C$30 and A$40", [("C$30", 30, "dollars", False), ("A$40", 40, "dollars", False)]),
        ("over the past two years", [("two years", 2, "years", False)]),
        ("a hundred people", [("a hundred people", 100, "people", False)]),
        ("over a hundred people", [("over a hundred people", 100, "people", True)]),
        ("as many as 1,500 jobs", [("as many as 1,500 jobs", 1500, "jobs", True)]),
        (
            "hundreds of thousands of refugees",
            [("hundreds of thousands of refugees", None, "refugees", True)],
        ),
        ("6,087 of them", [("6,087", 6087, "", False)]),
        (
            "dropped from 48,000 to 12,000 crowns",
            [("48,000", 48000, "crowns", False), ("12,000 crowns", 12000, "crowns", False)],
        ),
        ("60 to 90 crowns a year", [("60", 60, "crowns", False), ("90 crowns", 90, "crowns", False)]),
        ("fell from 900 to 2 million", [("2 million", 2000000, "", False)]),
        (
            "Forty-eight, in twelve years",
            [("Forty-eight", 48, "", False), ("twelve years", 12, "years", False)],
        ),
        ("5th of the month", [("5th", 5, "", False)]),
        ("16-20 year olds", [("16", 16, "years", False), ("20 year olds", 20, "years", False)]),
        ("3.2 million tonnes of grain", [("3.2 million tonnes", 3200000, "tonnes", False)]),
        ("1.9-billion-dollar deal", [("1.9-billion-dollar", 1900000000, "dollar", False)]),
        ("a 40-hour week", [("40-hour", 40, "hour", False)]),
        ("$1,000-a-month", [("$1,000", 1000, "dollars", False)]),
        (
            "nearly 60% of the country's 21 regions",
            [("nearly 60%", 60, "%", True), ("21 regions", 21, "regions", False)],
        ),
        ("rose by half in 2020", [("half", 0.5, "", True)]),
        ("3.1 million euros", [("3.1 million euros", 3100000, "euros", False)]),
        ("as little as 5 pounds", [("as little as 5 pounds", 5, "pounds", True)]),
        ("well over 40 countries", [("well over 40 countries", 40, "countries", True)]),
        ("a 5 kg bag", [("5 kg", 5, "kg", False)]),
        ("5,000 MW plant", [("5,000 MW", 5000, "MW", False)]),
        (
            "between 1,000 and 2,000 soldiers",
            [("1,000", 1000, "soldiers", False), ("2,000 soldiers", 2000, "soldiers", False)],
        ),
        ("ten times as fast", [("ten times", 10, "times", False)]),
        ("one-third of the votes", [("one-third of the votes", 0.333, "votes", True)]),
        ("three-fifths of it", [("three-fifths", 0.6, "", True)]),
        ("a hundredth of a second", [("a hundredth of a second", 0.01, "second", True)]),
        ("a four minute film", [("four minute", 4, "minute", False)]),
        ("five star restaurants", [("five star", 5, "star", False)]),
        ("a three-sided stadium", []),
        ("teach millions around the world", [("millions", None, "", True)]),
        ("the border between the two remains shut", []),
        ("among those aged 40 to 44", [("40", 40, "", False), ("44", 44, "", False)]),
    ],
)
def test_hard_cases(text, expected):
    assert quantities(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "F-16 jets, COVID-19, G7, v1.2.3 and A4",
        "at 17:08 or 2am, 24/7",
        "on 12 May 2025, in March 2022 and in 2019",
        "one of them, the two of us, no one",
        "$5-7m was spent",
        "won 3-1 on Sunday",
        "a 100m race",
        "No. 10 and Article 5 and Boeing 737",
        "10 am to 4 pm",
        "from 9 to 5 pm",
        "9/11, 24/7",
        "the second half of 2027",
        "a third party",
        "one of them, ten of them",
        "the 2024 elections",
        "at 2026 prices",
        "up 5p to 230p",
        "the other half of the story",
        "in a half marathon",
        "the 4-0 win, the 2-1 defeat",
        "the summer of ’57, agent 007",
        "in 2013-14 and 2010-11",
        "a clash of the Six Nations",
        "the first half of the year",
    ],
)
def test_what_is_no_quantity(text):
    assert quantities(text) == []


@given(st.text())
def test_any_text_gives_spans_that_hold_their_words(text):
    for quantity in find_quantities(text):
        assert text[quantity["start"] : quantity["end"]] == quantity["text"] != ""


def test_a_row_of_numbers_is_no_harder_than_its_length():
    assert len(find_quantities("101 " * 25_000)) <= 25_000  # quadratic work would take a quarter of a minute
