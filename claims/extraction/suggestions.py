"""What is in a check-worthy sentence: its claims, each with who says it, its figures, dates and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar, cast

from claims.extraction import check_worthiness
from claims.extraction.candidate import Candidate, Cue, Name
from claims.extraction.cues import Signal
from claims.extraction.kinds import kind_of
from claims.extraction.names import Names
from claims.extraction.reader import Read
from claims.extraction.spans import checkable_parts
from claims.extraction.standalone import Context
from claims.text import Span
from claims.text.dates import FoundDate
from claims.text.numbers import Quantity
from claims.text.resolving import resolve

Placed = TypeVar("Placed", Cue, Quantity, FoundDate, Name)


class Suggestions:
    """Goes through the sentences of an article in order, for "he" is somebody before.

    `names` has met the whole article; `published` is its date, None where nobody knows it.
    """

    def __init__(self, names: Names, published: date | None) -> None:
        self.names = names
        self._published = published
        self._context = Context()

    def of(self, found: Read, start: int, score: float, claimant: str) -> list[Candidate]:
        """The claims of the next sentence, which begins at `start` of the article and has this score."""
        dates = resolve(found.dates, found.reading.text, self._published)
        names = self.names.of(found.reading)
        parts = checkable_parts(found.reading, found.signals, has_claimant=bool(claimant))
        candidates = []
        for part in parts:
            signals = [signal for signal in found.signals if _belongs(signal, part, parts)]
            said_by = "" if _speaks_later(claimant, found.reading.text, part, parts) else claimant
            candidates.append(
                Candidate(
                    part.start + start,
                    part.end + start,
                    score,
                    kind_of(signals, said_by),
                    cues(signals, check_worthiness.FOR_A_CLAIM, start),
                    said_by,
                    _within(part, found.quantities, start),
                    _within(part, dates, start),
                    _within(part, names, start),
                    self._context.stand_alone(found.reading, part, dates),
                )
            )
        return candidates

    def pass_over(self, found: Read) -> None:
        """Remember who acts in a sentence, after what it holds has been taken out."""
        self._context.meet(found.reading)


def cues(signals: Iterable[Signal], names: frozenset[str], shift: int) -> list[Cue]:
    """Those of `signals` with one of these `names`, with offsets into the article."""
    return [
        Cue(cue=signal.name, start=signal.start + shift, end=signal.end + shift)
        for signal in signals
        if signal.name in names
    ]


def _belongs(signal: Signal, part: Span, parts: Sequence[Span]) -> bool:
    """Seen in this part, or outside all of them, as "Peskov said" is."""
    return _is_in(part, signal.start, signal.end) or not any(
        _is_in(other, signal.start, signal.end) for other in parts
    )


def _speaks_later(claimant: str, text: str, part: Span, parts: Sequence[Span]) -> bool:
    """Who says the second of two facts is named after the first: "Rents fell, but the mayor says …"."""
    if not claimant:
        return False
    # The whole word: Lee is not named in "fleet".
    named = re.search(rf"(?<!\w){re.escape(claimant.split()[-1])}(?!\w)", text, re.IGNORECASE)
    return named is not None and part.end <= named.start() < parts[-1].end


def _is_in(part: Span, start: int, end: int) -> bool:
    return part.start <= start and end <= part.end


def _within(part: Span, found: Iterable[Placed], shift: int) -> list[Placed]:
    """What lies in `part`, with offsets into the article."""
    return [
        cast(Placed, {**one, "start": one["start"] + shift, "end": one["end"] + shift})
        for one in found
        if _is_in(part, one["start"], one["end"])
    ]
