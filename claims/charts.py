"""The geometry of the charts: numbers in, places on a plot out. No colours and no words.

A plot is stretched to the width of its place, so its places are shares of `WIDTH` and `HEIGHT`; words stand
outside of it, where they keep their size.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 1000, 100
STEPS = (2, 4, 6, 8, 10)  # even, so that the middle of a scale is a whole number too
GAP = 0.25  # of the place of a bar


class Bar(NamedTuple):
    x: float
    y: float
    width: float
    height: float


class Plot(NamedTuple):
    """`top` is the number at the upper edge, `middle` half of it; one bar or one point for each number."""

    top: int
    middle: int
    bars: list[Bar]
    line: str
    area: str


def top_of(highest: float) -> int:
    """The smallest round even number that is not below `highest`, at least 2."""
    power = 1
    while True:
        for step in STEPS:
            if step * power >= highest:
                return step * power
        power *= 10


def columns(numbers: Sequence[float]) -> Plot:
    """A column for each number, from left to right; numbers are not below 0."""
    top, place = top_of(max(numbers, default=0)), WIDTH / max(len(numbers), 1)
    bars = []
    for index, number in enumerate(numbers):
        height = HEIGHT * number / top
        bars.append(_rounded((index + GAP / 2) * place, HEIGHT - height, (1 - GAP) * place, height))
    return Plot(top, top // 2, bars, "", "")


def curve(numbers: Sequence[float]) -> Plot:
    """A line from the left edge to the right one, and the area below it; one number alone is level."""
    top = top_of(max(numbers, default=0))
    told = [*numbers] if len(numbers) != 1 else [*numbers] * 2
    places = [
        (round(WIDTH * index / (len(told) - 1), 2), round(HEIGHT - HEIGHT * number / top, 2))
        for index, number in enumerate(told)
    ]
    if not places:
        return Plot(top, top // 2, [], "", "")
    return Plot(top, top // 2, [], _points(places), _points([(0, HEIGHT), *places, (WIDTH, HEIGHT)]))


def shares(numbers: Iterable[float]) -> list[float]:
    """The length of each bar of a table, 0 to 100: the highest number has 100."""
    told = list(numbers)
    highest = max(told, default=0)
    return [round(100 * number / highest, 1) if highest else 0.0 for number in told]


def _rounded(*numbers: float) -> Bar:
    return Bar(*(round(number, 2) for number in numbers))


def _points(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in places)
