from decimal import Decimal

import pytest

from claims.text.number_ranges import Found, joined


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
