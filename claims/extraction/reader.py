"""Sentences in, what was seen in them out: batches for the model, and no sentence read twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from claims.extraction.cues import Signal, find_signals
from claims.extraction.reading import Reading, read
from claims.text.dates import FoundDate, find_dates
from claims.text.numbers import Quantity, find_quantities

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# More is a table, or a text without full stops: long to parse, and nobody could check it as one claim.
MOST_TOKENS = 250


class Read(NamedTuple):
    """A sentence as it was read, with what was seen in it. Offsets count from its start.

    One with more than 250 tokens has no words in its reading, and "no statement" is all that is seen in it.
    """

    reading: Reading
    quantities: list[Quantity]
    dates: list[FoundDate]
    signals: list[Signal]


class Reader:
    """Reads the sentences of one text. The same words are read once, however often they stand there."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        self._known: dict[str, Read] = {}

    def read(self, texts: Sequence[str]) -> list[Read]:
        """What was seen in each sentence, in order."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        for doc in self._pipeline.pipe(self._sentences(new), batch_size=64):
            reading = read(doc)
            dates = find_dates(reading.text)
            quantities = find_quantities(reading.text, dates)
            signals = find_signals(reading, quantities, dates)
            self._known[reading.text] = Read(reading, quantities, dates, signals)
        return [self._known[text] for text in texts]

    def _sentences(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The words of each text, for the model to read; what is too long is known without it."""
        for text in texts:
            doc = self._pipeline.make_doc(text)
            if len(doc) <= MOST_TOKENS:
                yield doc
            else:
                nothing = Reading(text, [], [], [], [], [], [], [])
                self._known[text] = Read(nothing, [], [], [Signal("no statement", 0, len(text))])
