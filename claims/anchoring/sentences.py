"""A text as sentences of tokens: what the two versions of an article are compared by."""

from collections.abc import Iterator
from typing import NamedTuple

from claims.intake.units import CLOSES, Unit, units
from claims.text.sentences import split
from claims.text.tokens import Token, tokens


class Sentence(NamedTuple):
    """`words` are its tokens with plain quotes and dashes; white space is no difference."""

    start: int
    end: int
    tokens: list[Token]
    words: tuple[str, ...]


def sentences(text: str) -> list[Sentence]:
    """The sentences of `text` that have a token, in order."""
    found = []
    for start, end in _stretches(text):
        for span in split(text, start, end):
            inside = tokens(text, *span)
            if inside:
                found.append(Sentence(*span, inside, tuple(token.plain for token in inside)))
    return found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, whatever width their lines were broken at."""
    start = end = 0
    before: Unit | None = None
    for unit in units(text):
        if before is not None and not _goes_on(before, unit):
            yield start, end
            start = unit.start
        elif before is None:
            start = unit.start
        end, before = unit.end, unit
    if before is not None:
        yield start, end


def _goes_on(before: Unit, unit: Unit) -> bool:
    """A line that ends in the middle of a sentence, and one that begins there."""
    return before.run == unit.run and not CLOSES.search(before.words) and unit.words[:1].islower()
