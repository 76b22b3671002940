from decimal import Decimal

import pytest

from claims.text.number_ranges import Found, joined
from claims.text.numbers import find_quantities


def found(text, *numbers):
    """The numbers of the text as they are found one by one; a unit is the word after it."""
    for words, value, unit in numbers:
        start = text.index(words)
        end = start + len(words)
        yield Found(start, end, Decimal(value), unit, approximate=False, bare=not unit)


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("two to five boats", [("two", 2, ""), ("five boats", 5, "boats")], [(2, "boats"), (5, "boats")]),
        ("two and five boats", [("two", 2, ""), ("five boats", 5, "boats")], [(5, "boats")]),
        (
            "between two and five boats",
            [("two", 2, ""), ("five boats", 5, "boats")],
            [(2, "boats"), (5, "boats")],
        ),
        ("two of the five boats", [("two", 2, ""), ("five boats", 5, "boats")], [(2, "boats"), (5, "boats")]),
        (
            "two boats per five crews",
            [("two boats", 2, "boats"), ("five crews", 5, "crews")],
            [(2, "boats per five crews")],
        ),
        ("two boats or five", [("two boats", 2, "boats"), ("five", 5, "")], [(2, "boats")]),
        ("two or five", [("two", 2, ""), ("five", 5, "")], []),
        ("3-1 goals", [("3", 3, "goals"), ("1 goals", 1, "goals")], []),
    ],
)
def test_what_stands_together(text, numbers, expected):
    assert [(int(one.value), one.unit) for one in joined(text, list(found(text, *numbers)))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40 per 100,000 people", [("40 per 100,000 people", 40, "per 100,000 people", False)]),
        ("12 births per 1,000 women", [("12 births per 1,000 women", 12, "births per 1,000 women", False)]),
        ("a chance of 1 in 20,000", [("1 in 20,000", 0.00005, "", True)]),
        ("12 of the 40 seats", [("12", 12, "seats", False), ("40 seats", 40, "seats", False)]),
        ("one of two ferries", [("two ferries", 2, "ferries", False)]),
        ("the 18th of 24 runners", [("18th", 18, "", False), ("24 runners", 24, "runners", False)]),
        ("$2–3 million", [("$2", 2_000_000, "dollars", False), ("3 million", 3_000_000, "dollars", False)]),
        (
            "two ferries and four others",
            [("two ferries", 2, "ferries", False), ("four others", 4, "others", False)],
        ),
        ("more than 90 other shops", [("more than 90 other shops", 90, "shops", True)]),
        ("The Harbour Party has four.", [("four", 4, "", False)]),
        (
            "one hectare holds 138 tonnes",
            [("one hectare", 1, "hectare", False), ("138 tonnes", 138, "tonnes", False)],
        ),
        ("five-and-a-half years", [("five-and-a-half years", 5.5, "years", False)]),
        ("five-hundred thousand homes", [("five-hundred thousand homes", 500_000, "homes", False)]),
        ("Rs 500 crore", [("Rs 500 crore", 5_000_000_000, "rupees", False)]),
        ("R$10 and SEK 300", [("R$10", 10, "reais", False), ("SEK 300", 300, "kronor", False)]),
        ("the third budget in a row", [("third", 3, "", False)]),
        ("nine ZLPS firms", [("nine ZLPS firms", 9, "firms", False)]),
        ("57 100%", [("100%", 100, "%", False)]),
        ("a 53-day-long fair", [("53-day-long", 53, "day", False)]),
        ("24 of every 100 boats", [("24 of every 100 boats", 24, "of every 100 boats", False)]),
        ("half the average price", [("half the average price", 0.5, "price", True)]),
        ("a 3-fold rise", [("3-fold", 3, "", False)]),
        ("talk about two boats", [("two boats", 2, "boats", False)]),
        ("spoke over three days", [("three days", 3, "days", False)]),
        ("lasted over three days", [("over three days", 3, "days", True)]),
        ("1 in 5 million births", [("1 in 5 million births", 2e-07, "births", True)]),
        ("one in ten thousand boats", [("one in ten thousand boats", 0.0001, "boats", True)]),
        ("one in two hundred thousand", [("two hundred thousand", 200_000, "", False)]),
        ("1 in 2.5 boats", [("1", 1, "", False), ("2.5 boats", 2.5, "boats", False)]),
        ("two million and a half tonnes", [("two million and a half tonnes", 2_500_000, "tonnes", False)]),
        ("a million and a half boats", [("a million and a half boats", 1_500_000, "boats", False)]),
        ("3 million-plus tickets", [("3 million-plus tickets", 3_000_000, "tickets", True)]),
    ],
)
def test_numbers_beside_numbers_and_money(text, expected):
    found = [(q["text"], q["number"], q["unit"], q["approximate"]) for q in find_quantities(text)]

    assert found == expected
