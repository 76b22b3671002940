"""The extraction itself: blocks become sentences, sentences become scores, the checkable ones candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from claims.extraction import check_worthiness, language
from claims.extraction.candidate import Candidate, Cue, Extracted, Sentence
from claims.extraction.claimants import Speakers
from claims.extraction.cues import find_signals
from claims.extraction.kinds import kind_of
from claims.extraction.reading import Reading, read
from claims.intake.units import content_start
from claims.text import Block, Role, Span
from claims.text.dates import find_dates
from claims.text.numbers import find_quantities
from claims.text.sentences import LONGEST, split
from claims.text.spans import WITHOUT_CLAIMS

if TYPE_CHECKING:
    from spacy.language import Language

CHECK_WORTHY = 0.5
BATCH = 16  # blocks between two reports of progress

Progress = Callable[[int, int], None]


def find_candidates(
    text: str,
    blocks: Sequence[Block],
    *,
    pipeline: Language,
    threshold: float = CHECK_WORTHY,
    progress: Progress | None = None,
) -> Extracted:
    """The sentences of an article with their check-worthiness, and the candidates among them.

    `text` is normalised, `blocks` partition it. Sentences that score `threshold` and more are candidates;
    the scores are the same whatever it is. `progress(done, total)` is called after every few blocks,
    the last time with both equal to `len(blocks)`. Takes any text; time grows with its length.
    """
    code = language.detect(text)
    sentences: list[Sentence] = []
    candidates: list[Candidate] = []
    speakers = Speakers()
    for done in range(0, len(blocks), BATCH):
        batch = blocks[done : done + BATCH]
        places = [(block.role, span) for block in batch for span in _sentences(text, block)]
        if code == language.ENGLISH:
            docs = pipeline.pipe((text[span.start : span.end] for _role, span in places), batch_size=64)
            for (role, span), doc in zip(places, docs, strict=True):
                sentence, candidate = _judge(read(doc), role, span, speakers, threshold)
                sentences.append(sentence)
                candidates += [candidate] if candidate else []
        else:
            sentences += [Sentence(span.start, span.end, 0.0) for _role, span in places]
        if progress is not None:
            progress(min(done + BATCH, len(blocks)), len(blocks))
    return Extracted(code, sentences, candidates)


def score_sentences(texts: Iterable[str], pipeline: Language) -> list[float]:
    """The check-worthiness of single sentences without their context, in order."""
    scores: list[float] = []
    rest = iter(texts)
    while batch := [text[:LONGEST] for text in islice(rest, 256)]:
        for doc in pipeline.pipe(batch, batch_size=64):
            dates = find_dates(doc.text)
            signals = find_signals(read(doc), find_quantities(doc.text, dates), dates)
            scores.append(check_worthiness.score(signals))
    return scores


def _sentences(text: str, block: Block) -> list[Span]:
    if block.role == Role.FURNITURE:
        return []
    start = content_start(text, block.start, block.end) if block.role == Role.LIST_ITEM else block.start
    return [
        span for span in split(text, start, block.end) if any(map(str.isalnum, text[span.start : span.end]))
    ]


def _judge(
    reading: Reading, role: Role, span: Span, speakers: Speakers, threshold: float
) -> tuple[Sentence, Candidate | None]:
    """A sentence with its score, and the candidate it makes if that reaches `threshold`."""
    claimant = speakers.claimant(reading)
    speakers.meet(reading)
    if role in WITHOUT_CLAIMS:
        return Sentence(span.start, span.end, 0.0), None
    dates = find_dates(reading.text)
    quantities = find_quantities(reading.text, dates)
    signals = find_signals(reading, quantities, dates)
    score = check_worthiness.score(signals, role)
    sentence = Sentence(span.start, span.end, score)
    if score < threshold:
        return sentence, None
    shift = span.start
    return sentence, Candidate(
        span.start,
        span.end,
        score,
        kind_of(signals),
        [
            Cue(cue=signal.name, start=signal.start + shift, end=signal.end + shift)
            for signal in signals
            if signal.name in check_worthiness.FOR_A_CLAIM
        ],
        claimant,
        [
            {**quantity, "start": quantity["start"] + shift, "end": quantity["end"] + shift}
            for quantity in quantities
        ],
        [{**date, "start": date["start"] + shift, "end": date["end"] + shift} for date in dates],
    )
