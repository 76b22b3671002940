"""The extraction itself: blocks become sentences, sentences become scores, the checkable ones candidates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from claims.extraction import check_worthiness, language
from claims.extraction.candidate import Candidate, Extracted, Sentence
from claims.extraction.claimants import attribute
from claims.extraction.facts import facts_of
from claims.extraction.names import Names
from claims.extraction.reader import MOST_TOKENS, Read, Reader
from claims.extraction.suggestions import Suggestions, cues
from claims.extraction.twins import find_twins
from claims.intake.dating import printed_date
from claims.intake.lead_ins import lead_ins
from claims.intake.units import content_start
from claims.text import Block, Role, Span
from claims.text.sentences import LONGEST, split
from claims.text.spans import WITHOUT_CLAIMS

if TYPE_CHECKING:
    from spacy.language import Language

CHECK_WORTHY = 0.5
BATCH = 32  # blocks between two reports of progress
LONG_LEAD = 16  # words of a line over a list; a longer one is not repeated with every point
UNDATED = (
    "The article has no date, given or printed, so “{words}” could not be reckoned,"
    " nor other words of its kind."
)
ONE_TOO_LONG = (
    "Not searched: one passage of more than {most} words without a full stop, which begins “{words} …”."
    " Split it, or mark claims in it by hand."
)
TOO_LONG = (
    "Not searched: {n} passages of more than {most} words without a full stop; the first begins “{words} …”."
    " Split them, or mark claims in them by hand."
)
OPENING = 6  # words by which a passage is known again

Progress = Callable[[int, int], None]


class Place(NamedTuple):
    """A sentence in the article, with the role of its block."""

    role: Role
    span: Span


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

    `text` is normalised, `blocks` partition it. Sentences that score `threshold` and more give candidates;
    the scores are the same whatever it is. `published` is the article's date where somebody gave it; else
    the printed one counts. `progress(done, total)` is called after every few blocks, the last time with
    both equal to `len(blocks)`. Takes any text; time grows with its length.
    """
    code = language.detect(text)
    published = published or printed_date(text, blocks)
    places: list[Place] = []
    found: list[Read] = []
    names = Names()
    reader = Reader(pipeline)
    for done in range(0, len(blocks), BATCH):
        batch = [
            Place(block.role, span)
            for block in blocks[done : done + BATCH]
            for span in sentences_in(text, block)
        ]
        places += batch
        if code == language.ENGLISH:
            read = reader.read([text[slice(*place.span)] for place in batch])
            for one in read:
                names.meet(one.reading)
            found += read
        if progress is not None:
            progress(min(done + BATCH, len(blocks)), len(blocks))
    if code != language.ENGLISH:
        facts = facts_of(text, blocks, ((place.span, None) for place in places), names)
        return Extracted(code, [Sentence(*place.span, 0.0) for place in places], [], published, facts=facts)
    twins = find_twins(places, text, blocks)
    scores = _scores(places, found, twins)
    sentences = _as_sentences(places, found, scores, twins)
    candidates = _candidates(places, found, scores, twins, Suggestions(names, published), threshold)
    candidates = _introduced(candidates, text, blocks)
    read_places = zip((place.span for place in places), found, strict=True)
    facts = facts_of(text, blocks, read_places, names)
    notices = [*_of_dates(candidates, published), *_of_passages(places, found)]
    return Extracted(code, sentences, candidates, published, notices, facts)


def score_sentences(texts: Iterable[str], pipeline: Language) -> list[float]:
    """The check-worthiness of single sentences without their context, in order."""
    scores: list[float] = []
    rest = iter(texts)
    while batch := [text[:LONGEST] for text in islice(rest, 256)]:
        scores += _judged(Reader(pipeline).read(batch), [Role.PARAGRAPH] * len(batch))
    return scores


def sentences_in(text: str, block: Block) -> list[Span]:
    """The sentences of a block that hold a word or a figure; none in furniture."""
    if block.role == Role.FURNITURE:
        return []
    start = content_start(text, block.start, block.end) if block.role == Role.LIST_ITEM else block.start
    return [
        span for span in split(text, start, block.end) if any(map(str.isalnum, text[span.start : span.end]))
    ]


def _judged(found: list[Read], roles: list[Role]) -> list[float]:
    """The score of each; what is too long to be a sentence has 0."""
    judged = [(one, role) for one, role in zip(found, roles, strict=True) if one.reading.words]
    scores = iter(
        check_worthiness.score_all(
            [one.reading for one, _role in judged],
            [one.signals for one, _role in judged],
            [role for _one, role in judged],
        )
    )
    return [next(scores) if one.reading.words else 0.0 for one in found]


def _scores(places: list[Place], found: list[Read], twins: dict[int, int]) -> list[float]:
    """The score of each sentence: 0 where no claim can stand; what is said twice has the better of two."""
    scores = [
        0.0 if place.role in WITHOUT_CLAIMS else score
        for place, score in zip(places, _judged(found, [place.role for place in places]), strict=True)
    ]
    for point, body in twins.items():
        scores[body] = max(scores[body], scores[point])
    return scores


def _as_sentences(
    places: list[Place], found: list[Read], scores: list[float], twins: dict[int, int]
) -> list[Sentence]:
    return [
        Sentence(
            *place.span,
            scores[n],
            cues(found[n].signals, check_worthiness.AGAINST_A_CLAIM, place.span.start),
            places[twins[n]].span if n in twins else None,
        )
        for n, place in enumerate(places)
    ]


def _candidates(
    places: list[Place],
    found: list[Read],
    scores: list[float],
    twins: dict[int, int],
    suggestions: Suggestions,
    threshold: float,
) -> list[Candidate]:
    candidates: list[Candidate] = []
    claimants = attribute([one.reading for one in found], suggestions.names)
    for n, (role, span) in enumerate(places):
        if scores[n] >= threshold and n not in twins and role not in WITHOUT_CLAIMS:
            candidates += suggestions.of(found[n], span.start, scores[n], claimants[n])
        suggestions.pass_over(found[n])
    return candidates


def _introduced(candidates: list[Candidate], text: str, blocks: Sequence[Block]) -> list[Candidate]:
    """The same; points that are no sentences have the line over their list before them, in brackets."""
    leads = {
        blocks[item].start: " ".join(text[blocks[lead].start : blocks[lead].end].split())
        for item, lead in lead_ins(text, blocks).items()
        if text[blocks[item].start : blocks[item].end].rstrip()[-1:].isalnum()
    }
    starts = [block.start for block in blocks]
    told = []
    for candidate in candidates:
        lead = leads.get(starts[bisect_right(starts, candidate.start) - 1], "")
        said = f"[{lead}] {candidate.standalone}" if 0 < lead.count(" ") < LONG_LEAD else candidate.standalone
        told.append(candidate._replace(standalone=said))
    return told


def _of_dates(candidates: list[Candidate], published: date | None) -> list[str]:
    """What an editor should know: words that need the article's date, where there is none."""
    if published is not None:
        return []
    waiting = (
        one["text"]
        for candidate in candidates
        for one in candidate.dates
        if one["relative"] and not one["value"]
    )
    return [UNDATED.format(words=words) for words in islice(waiting, 1)]


def _of_passages(places: list[Place], found: list[Read]) -> list[str]:
    """What an editor should know: where nothing was searched, for it is too long to be a sentence."""
    unread = [
        " ".join(one.reading.text.split()[:OPENING])
        for place, one in zip(places, found, strict=True)
        if not one.reading.words and place.role not in WITHOUT_CLAIMS
    ]
    told = ONE_TOO_LONG if len(unread) == 1 else TOO_LONG
    return [told.format(n=len(unread), most=MOST_TOKENS, words=words) for words in unread[:1]]
