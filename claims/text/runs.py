"""A text cut into runs, so that overlapping claims can be drawn as lines under the same words."""

from collections.abc import Hashable, Iterable, Iterator
from heapq import heappop, heappush
from typing import NamedTuple

LEVELS = 3  # lines that can stand under one word; the rest is a number


class Line(NamedTuple):
    """One claim's line under a run; it keeps its `level` (0 is next to the words) all along.

    `first` is true where the claim begins.
    """

    key: Hashable
    level: int
    first: bool


class Run(NamedTuple):
    """A stretch of text with the same lines under it; `more` counts claims without a line of their own."""

    text: str
    lines: tuple[Line, ...]
    more: int


def cut(
    text: str, stretches: Iterable[tuple[int, int]], spans: Iterable[tuple[Hashable, int, int]]
) -> list[list[Run]]:
    """The runs of each stretch of `text`, in order; joined they equal the stretch.

    `stretches` are (start, end), ascending and apart; `spans` are (key, start, end) in any order,
    may overlap, and may reach over several stretches. Takes n log n for n spans, plus the text.
    """
    sweep = _Sweep(spans)
    return [list(sweep.runs(text, start, end)) for start, end in stretches]


class _Sweep:
    """Walks over the text once and knows which claims cover the place it has reached."""

    def __init__(self, spans: Iterable[tuple[Hashable, int, int]]) -> None:
        ordered = sorted(spans, key=lambda span: (span[1], -span[2]))
        self.waiting = iter(ordered)
        self.next = next(self.waiting, None)
        self.ends: list[tuple[int, int, int]] = []  # (end, order, level or LEVELS)
        self.slots: list[Hashable | None] = [None] * LEVELS
        self.fresh = [False] * LEVELS
        self.more = 0
        self.order = 0

    def runs(self, text: str, start: int, end: int) -> Iterator[Run]:
        here = start
        self._reach(here)
        while here < end:
            stop = min(end, self._next_change())
            lines = tuple(
                Line(key, level, self.fresh[level]) for level, key in enumerate(self.slots) if key is not None
            )
            yield Run(text[here:stop], lines, self.more)
            self.fresh = [False] * LEVELS
            here = stop
            self._reach(here)

    def _next_change(self) -> int:
        begins = self.next[1] if self.next else None
        ends = self.ends[0][0] if self.ends else None
        known = [place for place in (begins, ends) if place is not None]
        return min(known) if known else 2**62

    def _reach(self, here: int) -> None:
        """Let go of what ended at or before `here`, take up what began."""
        while self.ends and self.ends[0][0] <= here:
            _, _, level = heappop(self.ends)
            if level < LEVELS:
                self.slots[level] = None
                self.fresh[level] = False
            else:
                self.more -= 1
        while self.next and self.next[1] <= here:
            key, _, end = self.next
            self.next = next(self.waiting, None)
            if end > here:
                self._take_up(key, end)

    def _take_up(self, key: Hashable, end: int) -> None:
        level = next((level for level, held in enumerate(self.slots) if held is None), LEVELS)
        if level < LEVELS:
            self.slots[level], self.fresh[level] = key, True
        else:
            self.more += 1
        self.order += 1
        heappush(self.ends, (end, self.order, level))
