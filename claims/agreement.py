"""How far two people who judge the same claims agree, beyond what chance would give.

Cohen's kappa: J. Cohen, A coefficient of agreement for nominal scales (1960); its interval by the large-
sample standard error of Fleiss, Cohen and Everitt (1969). Krippendorff's alpha: K. Krippendorff, Computing
Krippendorff's alpha-reliability (2011); its interval by the jackknife, one claim left out at a time. The
interval of the share is Wilson's (1927). All hold 95 % and need many pairs to do so.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import permutations
from math import sqrt
from typing import NamedTuple

FEWEST = 20  # pairs; below, a figure would say more than is known
Z = 1.959963984540054  # of the normal distribution, for 95 %

Pair = tuple[Hashable, Hashable]
Distance = Callable[[Hashable, Hashable], float]


class Estimate(NamedTuple):
    """A figure of so many `pairs`, and the ends of its interval."""

    value: float
    low: float
    high: float
    pairs: int


class Agreement(NamedTuple):
    """A figure is None below `FEWEST` pairs ("too few"), and where both only ever gave one rating.

    `share` is 0 to 1; `ordinal` is alpha over the pairs whose ratings both have a number.
    """

    pairs: int
    agreed: int
    too_few: bool
    share: Estimate | None = None
    kappa: Estimate | None = None
    nominal: Estimate | None = None
    ordinal: Estimate | None = None


def agreement(pairs: Sequence[Pair], numbers: Mapping[Hashable, float] | None = None) -> Agreement:
    """Of the first and the second verdict on each claim; `numbers` are the scale's, by rating."""
    agreed = sum(one == other for one, other in pairs)
    if len(pairs) < FEWEST:
        return Agreement(len(pairs), agreed, True)
    known = numbers or {}
    ranked = [(known[one], known[other]) for one, other in pairs if one in known and other in known]
    return Agreement(
        len(pairs),
        agreed,
        False,
        _share(agreed, len(pairs)),
        _kappa(pairs),
        _alpha(pairs, ordinal=False),
        _alpha(ranked, ordinal=True) if len(ranked) >= FEWEST else None,
    )


def cohens_kappa(pairs: Sequence[Pair]) -> float | None:
    """None where chance alone would make them agree always: both gave one and the same rating."""
    count = len(pairs)
    first, second = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    by_chance = sum(first[rating] * second[rating] for rating in first)
    observed = sum(one == other for one, other in pairs)
    if by_chance == count * count:
        return None
    return (count * observed - by_chance) / (count * count - by_chance)


def kappa_error(pairs: Sequence[Pair]) -> float:
    """The standard error of kappa, for kappa that is not None."""
    count = len(pairs)
    first, second = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    shares = {pair: number / count for pair, number in Counter(pairs).items()}
    observed = sum(share for (one, other), share in shares.items() if one == other)
    chance = sum(first[rating] * second[rating] for rating in first) / count**2
    total = -((observed * chance - 2 * chance + observed) ** 2)
    for (one, other), share in shares.items():
        if one == other:
            total += share * ((1 - chance) - (first[one] + second[one]) / count * (1 - observed)) ** 2
        else:
            total += share * ((second[one] + first[other]) / count * (1 - observed)) ** 2
    return sqrt(max(0.0, total) / count) / (1 - chance) ** 2


def krippendorffs_alpha(units: Iterable[Sequence[Hashable]], *, ordinal: bool = False) -> float | None:
    """Of the ratings of each unit, by two or more people; a unit with one rating is left out.

    Ratings are numbers where `ordinal`. None where all ratings are one and the same.
    """
    together: dict[Pair, float] = defaultdict(float)
    for unit in units:
        for one, other in permutations(unit, 2):
            together[one, other] += 1 / (len(unit) - 1)
    count: dict[Hashable, float] = defaultdict(float)
    for (one, _other), number in together.items():
        count[one] += number
    distance = _ordinal(count) if ordinal else _nominal
    observed = sum(number * distance(*pair) for pair, number in together.items())
    expected = sum(count[one] * count[other] * distance(one, other) for one in count for other in count)
    return 1 - (sum(count.values()) - 1) * observed / expected if expected else None


def _nominal(one: Hashable, other: Hashable) -> float:
    return float(one != other)


def _ordinal(count: Mapping[Hashable, float]) -> Distance:
    """The ratings given between two ratings and half of each of them, squared."""
    up_to: dict[Hashable, float] = {}
    total = 0.0
    for rating in sorted(count, key=lambda rating: float(str(rating))):
        up_to[rating] = total + count[rating] / 2
        total += count[rating]
    return lambda one, other: (up_to[one] - up_to[other]) ** 2


def _share(agreed: int, count: int) -> Estimate:
    share, spread = agreed / count, Z * Z / count
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / count + spread / count / 4) / (1 + spread)
    return Estimate(share, max(0.0, middle - half), min(1.0, middle + half), count)


def _kappa(pairs: Sequence[Pair]) -> Estimate | None:
    value = cohens_kappa(pairs)
    if value is None:
        return None
    half = Z * kappa_error(pairs)
    return Estimate(value, max(-1.0, value - half), min(1.0, value + half), len(pairs))


def _alpha(pairs: Sequence[Pair], *, ordinal: bool) -> Estimate | None:
    value = krippendorffs_alpha(pairs, ordinal=ordinal)
    if value is None:
        return None
    half = Z * _alpha_error(pairs, ordinal=ordinal)
    return Estimate(value, max(-1.0, value - half), min(1.0, value + half), len(pairs))


def _alpha_error(pairs: Sequence[Pair], *, ordinal: bool) -> float:
    """The jackknife's standard error: how far alpha moves when one claim is left out."""
    left: list[tuple[float, int]] = []
    for pair, number in Counter(pairs).items():
        rest = list(pairs)
        rest.remove(pair)
        # Without the only claim that varied there is nothing left to differ in: they agree.
        alpha = krippendorffs_alpha(rest, ordinal=ordinal)
        left.append((1.0 if alpha is None else alpha, number))
    count = len(pairs)
    mean = sum(alpha * number for alpha, number in left) / count
    return sqrt((count - 1) / count * sum(number * (alpha - mean) ** 2 for alpha, number in left))
