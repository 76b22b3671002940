"""Against published examples and two reference implementations: the numbers are theirs, the texts are ours.

One reference stands below: kappa and alpha straight from their definitions, every value against every other,
in fractions. The other, for kappa, is scikit-learn's.
"""

from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from claims.agreement import FEWEST, agreement, cohens_kappa, kappa_error, krippendorffs_alpha


def pairs_of(table):
    """The pairs that a table counts: rows for the first person, columns for the second."""
    return [
        (row, column) for row, counts in enumerate(table) for column, n in enumerate(counts) for _ in range(n)
    ]


# Cohen (1960), table 1; Fleiss, Cohen and Everitt (1969), table 1, of 200; Artstein and Poesio (2008),
# table 1, as in scikit-learn's tests; an example of SAS with its standard error, and two raters of "anxiety"
# in R's irr, both as in the tests of statsmodels.
COHEN = pairs_of([[88, 10, 2], [14, 40, 6], [18, 10, 12]])
FLEISS = pairs_of([[106, 10, 4], [22, 28, 10], [2, 12, 6]])
ARTSTEIN = pairs_of([[20, 20], [10, 50]])
SAS = pairs_of([[0, 4, 1], [0, 8, 0], [0, 1, 5]])
ANXIETY = list(zip("36462424332333221334", "21443216111233113322", strict=True))
KAPPAS = {  # as they were published, to so many places
    "Cohen": (COHEN, 0.492, 3),
    "Fleiss": (FLEISS, 0.429, 3),
    "Artstein": (ARTSTEIN, 0.348, 3),
    "SAS": (SAS, 0.4842, 4),
    "anxiety": (ANXIETY, -0.006289308, 9),
}
# Krippendorff (2011), sections A, B and C: two people on two values and on five, four people with gaps.
BINARY = list(zip("0100000010", "1110010000", strict=True))
FIVE = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
GAPS = [(1, 1, 1), (2, 2, 3, 2), (3,) * 4, (3,) * 4, (2,) * 4, (1, 2, 3, 4), (4,) * 4, (1, 1, 2, 1), (2,) * 4,
        (5,) * 3, (1, 1), (3,)]  # fmt: skip
# Three people with gaps: Wikipedia, "Krippendorff's alpha", and the tests of the package `krippendorff`.
THREE = [(1,), (2, 2), (1, 1), (3, 3), (3, 3, 4), (4, 4, 4), (1, 3), (2, 2), (1, 1), (1, 1), (3, 3), (3, 3),
         (3, 4)]  # fmt: skip
# Fleiss (1971): six psychiatrists, 30 patients, five diagnoses; as in the tests of statsmodels.
SIX = [f"{patient}" for patient in (
    444444, 222555, 233335, 555555, 222444, 113333, 333355, 113334, 114444, 555555,
    144444, 124444, 222333, 144444, 224445, 333335, 111455, 111112, 224444, 133555,
    555555, 244444, 224555, 114444, 144445, 222224, 111155, 224444, 133333, 555555
)]  # fmt: skip
ALPHAS = {
    "binary": (BINARY, 0.095, 3),
    "five": (FIVE, 0.692, 3),
    "gaps": (GAPS, 0.743, 3),
    "three": (THREE, 0.691358, 6),
}


def kappa_by_definition(pairs):
    """In fractions: chance is how often any value of the one meets the same among all values of the other."""
    observed = Fraction(sum(one == other for one, other in pairs), len(pairs))
    firsts, seconds = zip(*pairs, strict=True)
    met = [one == other for one, other in product(firsts, seconds)]
    chance = Fraction(sum(met), len(met))
    return (observed - chance) / (1 - chance) if chance != 1 else None


def alpha_by_definition(units, *, ordinal=False):
    """In fractions: how far apart values of one unit are on average, and how far any two of all values."""
    units = [unit for unit in units if len(unit) > 1]
    values = [value for unit in units for value in unit]

    def distance(one, other):
        if not ordinal or one == other:
            return Fraction(one != other)
        between = sum(min(one, other) <= value <= max(one, other) for value in values)
        return (between - Fraction(values.count(one) + values.count(other), 2)) ** 2

    def mean(values):
        apart = [distance(one, other) for one, other in combinations(values, 2)]
        return Fraction(sum(apart), len(apart))

    observed = sum(Fraction(len(unit), len(values)) * mean(unit) for unit in units)
    expected = mean(values)
    return 1 - observed / expected if expected else None


@pytest.mark.parametrize("name", KAPPAS)
def test_kappa_of_the_published_examples(name):
    pairs, published, places = KAPPAS[name]
    found = cohens_kappa(pairs)

    assert round(found, places) == published
    assert found == pytest.approx(kappa_by_definition(pairs), abs=1e-9)
    assert found == pytest.approx(cohen_kappa_score(*zip(*pairs, strict=True)), abs=1e-9)


def test_kappas_error_of_the_published_examples():
    assert round(kappa_error(FLEISS), 3) == 0.054
    assert round(kappa_error(SAS), 4) == 0.1380


@pytest.mark.parametrize("name", ALPHAS)
def test_alpha_of_the_published_examples(name):
    units, published, places = ALPHAS[name]
    found = krippendorffs_alpha(units)

    assert round(found, places) == published
    assert found == pytest.approx(alpha_by_definition(units), abs=1e-9)


def test_alpha_of_an_ordered_scale():
    found = krippendorffs_alpha(GAPS, ordinal=True)

    assert round(found, 3) == 0.815
    assert found == pytest.approx(alpha_by_definition(GAPS, ordinal=True), abs=1e-9)


def test_alpha_of_six_people_is_fleisss_kappa_less_what_few_values_owe():
    alpha, values = krippendorffs_alpha(SIX), 6 * 30

    assert alpha == pytest.approx(alpha_by_definition(SIX), abs=1e-9)
    assert round(1 - (1 - alpha) * values / (values - 1), 7) == 0.4302445  # his kappa, from R's irr


RATED = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=2, max_size=30)
WITH_GAPS = st.lists(st.lists(st.integers(1, 4), max_size=5), max_size=20)


@given(RATED)
def test_kappa_is_what_its_definition_says(pairs):
    expected = kappa_by_definition(pairs)

    assert cohens_kappa(pairs) == (None if expected is None else pytest.approx(expected, abs=1e-9))
    if expected is not None:
        assert cohens_kappa(pairs) == pytest.approx(cohen_kappa_score(*zip(*pairs, strict=True)), abs=1e-9)


@given(WITH_GAPS, st.booleans())
def test_alpha_is_what_its_definition_says(units, ordinal):
    assume(any(len(unit) > 1 for unit in units))
    expected = alpha_by_definition(units, ordinal=ordinal)

    found = krippendorffs_alpha(units, ordinal=ordinal)

    assert found == (None if expected is None else pytest.approx(expected, abs=1e-9))


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
