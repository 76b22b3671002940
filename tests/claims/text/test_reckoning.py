import datetime

import pytest

from claims.text.reckoning import count_of, month_number, reckon, shift
from claims.text.tense import Tense

FRIDAY, SUNDAY = datetime.date(2025, 5, 16), datetime.date(2025, 5, 18)


@pytest.mark.parametrize(
    ("words", "tense", "published", "value"),
    [
        ("this Thursday", Tense.PAST, FRIDAY, "2025-05-15"),
        ("this Thursday", Tense.FUTURE, FRIDAY, "2025-05-22"),
        ("this Thursday", Tense.UNCLEAR, FRIDAY, None),
        ("next Thursday", Tense.FUTURE, FRIDAY, "2025-05-22"),
        ("next Sunday", Tense.FUTURE, FRIDAY, None),
        ("last Thursday", Tense.PAST, FRIDAY, None),
        ("last Sunday", Tense.PAST, FRIDAY, "2025-05-11"),
        ("past Thursday", Tense.PAST, FRIDAY, "2025-05-15"),
        ("this week", Tense.UNCLEAR, SUNDAY, None),
        ("last week", Tense.UNCLEAR, SUNDAY, "2025-W19"),
        ("this weekend", Tense.PAST, SUNDAY, None),
        ("this summer", Tense.FUTURE, FRIDAY, "2025"),
        ("this summer", Tense.PAST, FRIDAY, None),
        ("this spring", Tense.PAST, FRIDAY, "2025"),
        ("next spring", Tense.FUTURE, FRIDAY, None),
        ("last March", Tense.PAST, FRIDAY, None),
        ("last June", Tense.PAST, FRIDAY, "2024-06"),
        ("next month", Tense.FUTURE, datetime.date(2025, 12, 3), "2026-01"),
        ("last month", Tense.PAST, datetime.date(2025, 1, 3), "2024-12"),
        ("last decade", Tense.PAST, FRIDAY, None),
        ("some other day", Tense.PAST, FRIDAY, None),
    ],
)
def test_what_the_words_mean(words, tense, published, value):
    assert reckon(words, "", tense, published) == value


@pytest.mark.parametrize(
    ("value", "count", "step", "moved"),
    [
        ("1871", 2, "year", "1873"),
        ("2004-11", 3, "month", "2005-02"),
        ("2004-11-28", 3, "month", "2005-02"),
        ("2004-02-28", 2, "day", "2004-03-01"),
        ("2025-05-12", -3, "week", "2025-W17"),
        ("1871", 2, "month", None),
        ("1871-05", 2, "day", None),
    ],
)
def test_a_date_is_moved_as_far_as_it_is_known(value, count, step, moved):
    assert shift(value, count, step) == moved


def test_months_and_counts_by_their_words():
    assert [month_number(word) for word in ("March", "Sept.", "monday")] == [3, 9, None]
    assert [count_of(word) for word in ("a", "three", "12", "several")] == [1, 3, 12, None]
