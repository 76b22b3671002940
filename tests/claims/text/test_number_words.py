import re
from decimal import Decimal

import pytest

from claims.text.number_words import NUMBER, fraction_of, scale_of, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seventeen", 17),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("three thousand five hundred", 3500),
        ("one million two hundred thousand", 1_200_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("three and a half", Decimal("3.5")),
        ("two and a half million", 2_500_000),
    ],
)
def test_the_whole_of_a_written_number_has_its_value(text, value):
    assert re.fullmatch(NUMBER, text)
    assert value_of(text) == value


def test_the_scale_is_the_last_one():
    assert [scale_of(text) for text in ("two", "two hundred thousand", "a dozen")] == [1, 1000, 12]


def test_a_fraction_is_a_share_or_a_number_of_a_scale():
    assert fraction_of("two", "third", None) == Decimal("0.667")
    assert fraction_of("half", "half", "million") == 500_000
