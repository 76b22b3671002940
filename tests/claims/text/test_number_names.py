import pytest

from claims.text.number_names import is_name, is_name_alone


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
