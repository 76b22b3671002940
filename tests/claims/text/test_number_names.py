import pytest

from claims.text.dates import find_dates
from claims.text.number_names import is_name, is_name_alone
from claims.text.numbers import find_quantities


def place(text, digits):
    start = text.index(digits)
    return text, start, start + len(digits)


@pytest.mark.parametrize(
    ("text", "digits", "named"),
    [
        ("tier 3 areas", "3", True),
        ("three 3 areas", "3", False),
        ("at 10 a.m.", "10", True),
        ("in the summer of ’57", "57", True),
        ("so it was [4].", "4", True),
        ("Vell (34) said", "34", False),
        ("a 4K film", "4", True),
        ("a 4km walk", "4", False),
        ("the VaporPhone 14 costs", "14", True),
        ("a VaporBook 256GB", "256", False),
    ],
)
def test_whatever_stands_after_them(text, digits, named):
    assert is_name(*place(text, digits)) is named


@pytest.mark.parametrize(
    ("text", "digits", "named"),
    [
        ("Harbour Land 2 sold", "2", True),
        ("Only 12 voted", "12", False),
        ("24 Canal Street", "24", True),
        ("24 Canal workers", "24", False),
        ("0800 123 456", "123", True),
        ("fell to 12.", "12", False),
    ],
)
def test_without_a_unit(text, digits, named):
    assert is_name_alone(*place(text, digits)) is named


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 and tier 3 areas and a group 2 virus",
        "NVK 5 showed Harbour Land 2 on a VaporPhone 14 camera",
        "The S&B 500 and iHV 12",
        "He called 911",
        "911 calls were taken",
        "a 4K-ready screen",
        "It spread quickly [1].",
        "Rule 12(3) of the code",
        "Call 0800 123 4567, or +44 20 7946 0018",
        "the Z-747-400 planes",
        "at 24 Canal Street",
        "weighs 9st",
        "cut 1.200 jobs",
        "opened on the 15th",
        "week 12 of the year",
        "Seven Sisters is a station",
        "eight-four percent",
        "the top half of bread, a cup and a half of honey",
        "MX$10",
        "the 787 jet",
        "21 and a half percent",
        "roughly 400 737 Zeta jets",
    ],
)
def test_names_notes_and_what_can_be_read_in_two_ways_are_no_quantities(text):
    assert find_quantities(text, find_dates(text)) == []
