"""Against published examples: the numbers are theirs, the texts are ours."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.agreement import FEWEST, agreement, cohens_kappa, kappa_error, krippendorffs_alpha


def pairs_of(table):
    """The pairs that a table counts: rows for the first person, columns for the second."""
    return [
        (row, column) for row, counts in enumerate(table) for column, n in enumerate(counts) for _ in range(n)
    ]


# Cohen (1960), table 1; Fleiss, Cohen and Everitt (1969), table 1, of 200.
COHEN = pairs_of([[88, 10, 2], [14, 40, 6], [18, 10, 12]])
FLEISS = pairs_of([[106, 10, 4], [22, 28, 10], [2, 12, 6]])
# Krippendorff (2011), sections A, B and C: two people on two values and on five, four people with gaps.
BINARY = list(zip("0100000010", "1110010000", strict=True))
FIVE = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
GAPS = [(1, 1, 1), (2, 2, 3, 2), (3,) * 4, (3,) * 4, (2,) * 4, (1, 2, 3, 4), (4,) * 4, (1, 1, 2, 1), (2,) * 4,
        (5,) * 3, (1, 1), (3,)]  # fmt: skip


def test_kappa_of_the_published_examples():
    assert cohens_kappa(COHEN) == pytest.approx(Fraction(29, 59), abs=1e-9)
    assert cohens_kappa(FLEISS) == pytest.approx(Fraction(3, 7), abs=1e-9)
    assert round(kappa_error(FLEISS), 3) == 0.054


def test_alpha_of_the_published_examples():
    assert krippendorffs_alpha(BINARY) == pytest.approx(1 - Fraction(19 * 4, 14 * 6), abs=1e-9)
    assert krippendorffs_alpha(FIVE) == pytest.approx(Fraction(310, 448), abs=1e-9)
    assert round(krippendorffs_alpha(BINARY), 3) == 0.095
    assert round(krippendorffs_alpha(FIVE), 3) == 0.692
    assert round(krippendorffs_alpha(GAPS), 3) == 0.743
    assert round(krippendorffs_alpha(GAPS, ordinal=True), 3) == 0.815


def by_definition(pairs, distance):
    """Alpha in fractions, straight from its definition: every value against every other."""
    values = [value for pair in pairs for value in pair]
    observed = Fraction(sum(distance(one, other) for one, other in pairs), len(pairs))
    crossed = [distance(one, other) for n, one in enumerate(values) for other in values[n + 1 :]]
    expected = Fraction(sum(crossed), len(crossed))
    return 1 - observed / expected if expected else None


RATED = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=2, max_size=30)


@given(RATED)
def test_alpha_is_what_its_definition_says(pairs):
    values = [value for pair in pairs for value in pair]

    def ordinal(one, other):
        between = sum(min(one, other) <= value <= max(one, other) for value in values)
        ends = values.count(one) + values.count(other)
        return Fraction(2 * between - ends, 2) ** 2 if one != other else Fraction(0)

    nominal = by_definition(pairs, lambda one, other: int(one != other))
    ranked = by_definition(pairs, ordinal)
    assert krippendorffs_alpha(pairs) == pytest.approx(nominal, abs=1e-9)
    assert krippendorffs_alpha(pairs, ordinal=True) == pytest.approx(ranked, abs=1e-9)


@given(RATED)
def test_kappa_does_not_care_who_is_first(pairs):
    turned = [(other, one) for one, other in pairs]

    assert cohens_kappa(turned) == pytest.approx(cohens_kappa(pairs), abs=1e-9)


def test_figures_with_their_intervals():
    found = agreement(FLEISS, {0: 1, 1: 2, 2: 3})

    assert (found.pairs, found.agreed, found.too_few) == (200, 140, False)
    for one in (found.share, found.kappa, found.nominal, found.ordinal):
        assert one.low < one.value < one.high
        assert one.pairs == 200
    assert found.share[:3] == pytest.approx((0.7, 0.63321, 0.75925), abs=1e-5)
    assert found.kappa.high - found.kappa.low == pytest.approx(
        2 * 1.959963985 * kappa_error(FLEISS), abs=1e-9
    )
    assert found == agreement(FLEISS, {0: 1, 1: 2, 2: 3})


def test_below_twenty_pairs_there_is_no_figure():
    found = agreement(COHEN[: FEWEST - 1])

    assert found == (19, 19, True, None, None, None, None)
    assert agreement([]) == (0, 0, True, None, None, None, None)
    assert agreement(COHEN[80:100]).kappa is not None


def test_one_rating_only_has_a_share_and_no_more():
    found = agreement([("true", "true")] * 30, {"true": 5})

    assert (found.share.value, found.kappa, found.nominal, found.ordinal) == (1.0, None, None, None)


def test_ratings_without_a_number_are_left_out_of_the_order():
    pairs = [("low", "high"), ("high", "high"), ("low", "low")] * 8 + [("unproven", "low")]

    found = agreement(pairs, {"low": 1, "high": 2})

    assert (found.nominal.pairs, found.ordinal.pairs) == (25, 24)
    assert agreement(pairs).ordinal is None
    assert agreement(pairs, {"low": 1}).ordinal is None
