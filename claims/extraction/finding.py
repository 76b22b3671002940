"""The extraction itself: blocks become sentences, sentences become scores, the checkable ones candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from claims.extraction import check_worthiness, language
from claims.extraction.candidate import Candidate, Cue, Extracted, Sentence
from claims.extraction.claimants import Speakers
from claims.extraction.cues import Signal, find_signals
from claims.extraction.kinds import kind_of
from claims.intake.units import content_start
from claims.text import Block, Role, Span
from claims.text.dates import find_dates
from claims.text.numbers import find_quantities
from claims.text.sentences import split
from claims.text.spans import WITHOUT_CLAIMS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CHECK_WORTHY = 0.5
BATCH = 16  # blocks between two reports of progress

Progress = Callable[[int, int], None]


def find_candidates(
    text: str, blocks: Sequence[Block], *, pipeline: Language, progress: Progress | None = None
) -> Extracted:
    """The sentences of an article with their check-worthiness, and the candidates among them.

    `text` is normalised, `blocks` partition it. `progress(done, total)` is called after every few blocks,
    the last time with both equal to `len(blocks)`. Takes any text; time grows with its length.
    """
    code = language.detect(text)
    sentences: list[Sentence] = []
    candidates: list[Candidate] = []
    speakers = Speakers()
    for done in range(0, len(blocks), BATCH):
        batch = blocks[done : done + BATCH]
        places = [(block.role, span) for block in batch for span in _sentences(text, block)]
        if code != language.ENGLISH:
            sentences += [Sentence(span.start, span.end, 0.0) for _role, span in places]
        else:
            docs = pipeline.pipe((text[span.start : span.end] for _role, span in places), batch_size=64)
            for (role, span), doc in zip(places, docs, strict=True):
                speakers.meet(doc)
                signals = find_signals(doc)
                score = 0.0 if role in WITHOUT_CLAIMS else check_worthiness.score(signals, role)
                sentences.append(Sentence(span.start, span.end, score))
                if score >= CHECK_WORTHY:
                    candidates.append(_candidate(span, score, signals, speakers.claimant(doc), doc))
        if progress is not None:
            progress(min(done + BATCH, len(blocks)), len(blocks))
    return Extracted(code, sentences, candidates)


def score_sentences(texts: Iterable[str], pipeline: Language) -> list[float]:
    """The check-worthiness of single sentences without their context, in order."""
    scores: list[float] = []
    rest = iter(texts)
    while batch := [text[:2_000] for text in islice(rest, 256)]:
        scores += [check_worthiness.score(find_signals(doc)) for doc in pipeline.pipe(batch, batch_size=64)]
    return scores


def _sentences(text: str, block: Block) -> list[Span]:
    if block.role == Role.FURNITURE:
        return []
    start = content_start(text, block.start, block.end) if block.role == Role.LIST_ITEM else block.start
    return [span for span in split(text, start, block.end) if any(map(str.isalnum, text[span.start : span.end]))]


def _candidate(span: Span, score: float, signals: list[Signal], claimant: str, doc: Doc) -> Candidate:
    """A candidate whose offsets count from the start of the article."""
    shift = span.start
    return Candidate(
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
        [{**q, "start": q["start"] + shift, "end": q["end"] + shift} for q in find_quantities(doc.text)],
        [{**d, "start": d["start"] + shift, "end": d["end"] + shift} for d in find_dates(doc.text)],
    )
