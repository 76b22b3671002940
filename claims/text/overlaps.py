"""Which spans share characters with which."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate


def touching(spans: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
    """A test whether a span shares a character with one of `spans`, which are in order of their start."""
    spans = list(spans)
    starts = [start for start, _end in spans]
    reach = list(accumulate((end for _start, end in spans), max))

    def touches(start: int, end: int) -> bool:
        before = bisect_left(starts, end)
        return before > 0 and reach[before - 1] > start

    return touches
