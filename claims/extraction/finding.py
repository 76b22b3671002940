"""The extraction itself: blocks become sentences, sentences become scores, the checkable ones candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from claims.extraction import check_worthiness, language
from claims.extraction.candidate import Candidate, Cue, Extracted, Sentence
from claims.extraction.claimants import Speakers
from claims.extraction.cues import Signal, find_signals
from claims.extraction.kinds import kind_of
from claims.extraction.reading import Reading, read
from claims.intake.units import content_start
from claims.text import Block, Role, Span
from claims.text.dates import FoundDate, find_dates
from claims.text.numbers import Quantity, find_quantities
from claims.text.sentences import LONGEST, split
from claims.text.spans import WITHOUT_CLAIMS

if TYPE_CHECKING:
    from spacy.language import Language

CHECK_WORTHY = 0.5
BATCH = 16  # blocks between two reports of progress

Progress = Callable[[int, int], None]
Found = TypeVar("Found", Quantity, FoundDate)


class Place(NamedTuple):
    """A sentence in the article, with the role of its block."""

    role: Role
    span: Span


class Read(NamedTuple):
    """A sentence as it was read, with what was seen in it. Offsets count from its start."""

    reading: Reading
    quantities: list[Quantity]
    dates: list[FoundDate]
    signals: list[Signal]


def find_candidates(
    text: str,
    blocks: Sequence[Block],
    *,
    pipeline: Language,
    threshold: float = CHECK_WORTHY,
    published: date | None = None,
    progress: Progress | None = None,
) -> Extracted:
    """The sentences of an article with their check-worthiness, and the candidates among them.

    `text` is normalised, `blocks` partition it. Sentences that score `threshold` and more are candidates;
    the scores are the same whatever it is. `published` is the article's date where somebody gave it; else
    the printed one counts. `progress(done, total)` is called after every few blocks, the last time with
    both equal to `len(blocks)`. Takes any text; time grows with its length.
    """
    code = language.detect(text)
    sentences: list[Sentence] = []
    candidates: list[Candidate] = []
    speakers = Speakers()
    for done in range(0, len(blocks), BATCH):
        batch = blocks[done : done + BATCH]
        places = [Place(block.role, span) for block in batch for span in _sentences(text, block)]
        if code == language.ENGLISH:
            texts = [text[span.start : span.end] for _role, span in places]
            for place, found, score in zip(places, *_judged(texts, places, pipeline), strict=True):
                claimant = speakers.claimant(found.reading)
                speakers.meet(found.reading)
                sentences.append(_sentence(place, found, score))
                if score >= threshold and place.role not in WITHOUT_CLAIMS:
                    candidates += _candidates(place, found, score, claimant)
        else:
            sentences += [Sentence(span.start, span.end, 0.0) for _role, span in places]
        if progress is not None:
            progress(min(done + BATCH, len(blocks)), len(blocks))
    return Extracted(code, sentences, candidates, published)


def score_sentences(texts: Iterable[str], pipeline: Language) -> list[float]:
    """The check-worthiness of single sentences without their context, in order."""
    scores: list[float] = []
    rest = iter(texts)
    while batch := [text[:LONGEST] for text in islice(rest, 256)]:
        found = list(_read(batch, pipeline))
        scores += check_worthiness.score_all(
            [one.reading for one in found], [one.signals for one in found], [Role.PARAGRAPH] * len(found)
        )
    return scores


def _sentences(text: str, block: Block) -> list[Span]:
    if block.role == Role.FURNITURE:
        return []
    start = content_start(text, block.start, block.end) if block.role == Role.LIST_ITEM else block.start
    return [
        span for span in split(text, start, block.end) if any(map(str.isalnum, text[span.start : span.end]))
    ]


def _read(texts: Iterable[str], pipeline: Language) -> Iterator[Read]:
    for doc in pipeline.pipe(texts, batch_size=64):
        dates = find_dates(doc.text)
        quantities = find_quantities(doc.text, dates)
        reading = read(doc)
        yield Read(reading, quantities, dates, find_signals(reading, quantities, dates))


def _judged(texts: list[str], places: list[Place], pipeline: Language) -> tuple[list[Read], list[float]]:
    """What was seen in each sentence, and its check-worthiness: 0 where no claim can stand."""
    found = list(_read(texts, pipeline))
    scores = check_worthiness.score_all(
        [one.reading for one in found], [one.signals for one in found], [place.role for place in places]
    )
    return found, [
        0.0 if place.role in WITHOUT_CLAIMS else score for place, score in zip(places, scores, strict=True)
    ]


def _sentence(place: Place, found: Read, score: float) -> Sentence:
    against = _cues(found.signals, check_worthiness.AGAINST_A_CLAIM, place.span.start)
    return Sentence(*place.span, score, against)


def _candidates(place: Place, found: Read, score: float, claimant: str) -> Iterator[Candidate]:
    shift = place.span.start
    yield Candidate(
        *place.span,
        score,
        kind_of(found.signals),
        _cues(found.signals, check_worthiness.FOR_A_CLAIM, shift),
        claimant,
        [_moved(quantity, shift) for quantity in found.quantities],
        [_moved(one, shift) for one in found.dates],
        standalone=found.reading.text,
    )


def _cues(signals: Iterable[Signal], names: frozenset[str], shift: int) -> list[Cue]:
    return [
        Cue(cue=signal.name, start=signal.start + shift, end=signal.end + shift)
        for signal in signals
        if signal.name in names
    ]


def _moved(found: Found, shift: int) -> Found:
    """The same with offsets into the article."""
    return cast(Found, {**found, "start": found["start"] + shift, "end": found["end"] + shift})
