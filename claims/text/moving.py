"""What was found in a text, found again in its next version."""

from collections.abc import Iterable, Mapping
from typing import Any

REACH = 400  # code points around the expected place that are searched


def moved(found: Iterable[Mapping[str, Any]], old: str, new: str, shift: int) -> list[dict[str, Any]]:
    """Things with `start` and `end` in `old`, as they stand in `new`, about `shift` further on.

    What no longer stands there, letter for letter, is left out.
    """
    result = []
    for one in found:
        words = old[one["start"] : one["end"]]
        expected = one["start"] + shift
        start = _nearest(new, words, expected)
        if start >= 0:
            result.append({**one, "start": start, "end": start + len(words)})
    return result


def _nearest(text: str, words: str, expected: int) -> int:
    """Where `words` stand next to the offset `expected`; -1 where they do not stand near it."""
    if text.startswith(words, max(expected, 0)):
        return max(expected, 0)
    after = text.find(words, max(expected, 0), max(expected, 0) + REACH)
    before = text.rfind(words, max(expected - REACH, 0), max(expected, 0) + len(words))
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - expected), default=-1)
