"""How much of a text is in claims, and which facts are in none: the words of the coverage bar."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from claims.text.overlaps import touching
from claims.text.spans import WITHOUT_CLAIMS, Span, trim
from claims.workflow import DECIDED, Status

WORD = re.compile(r"\w[^\s]*")
LEFT_OUT = {Status.DISMISSED, Status.CLOSED}
# Of two claims that share a word, the one with more work to do counts.
MOST_WORK_FIRST = ["to_judge", "open", "decided"]


class OpenFact(NamedTuple):
    """A fact in no claim: its `kind`, its place and words, and the stretch that is offered as a claim."""

    kind: str
    start: int
    end: int
    words: str
    offer: Span


class Words(NamedTuple):
    """How many words there are outside furniture, and how many of them in claims of each sort.

    `decided`: with a verdict; `to_judge`: in suggestions; `open`: in all others that were not dismissed.
    """

    all: int
    decided: int
    open: int
    to_judge: int

    @property
    def in_claims(self) -> int:
        return self.decided + self.open + self.to_judge


def covered(revision, claims):
    """The Words of `revision`, whose claims these are."""
    starts = [
        block["start"] + match.start()
        for block in _copy(revision)
        for match in WORD.finditer(revision.text[block["start"] : block["end"]])
    ]
    sort_of: dict[int, str] = {}
    for sort in reversed(MOST_WORK_FIRST):
        for claim in claims:
            if _sort(claim.status) == sort:
                words = range(bisect_left(starts, claim.start), bisect_left(starts, claim.end))
                sort_of.update(dict.fromkeys(words, sort))
    sorts = list(sort_of.values())
    return Words(len(starts), *(sorts.count(sort) for sort in ("decided", "open", "to_judge")))


def _sort(status):
    if status in LEFT_OUT:
        return ""
    return "to_judge" if status == Status.SUGGESTED else "decided" if status in DECIDED else "open"


def open_facts(revision, claims):
    """The facts of `revision` that no claim touches, in order and apart; of one in another the outer.

    `claims` are those of the revision in the order of the text. The stretch offered with a fact is its
    sentence, as far as that is in no claim.
    """
    extraction, text = revision.extraction, revision.text
    spans = [(claim.start, claim.end) for claim in claims if claim.status not in LEFT_OUT]
    is_taken = touching(spans)
    borders = sorted({place for span in spans for place in span})
    copy = _copy(revision)
    blocks = [block["start"] for block in copy]
    sentences = [(one["start"], one["end"]) for one in extraction.sentences]
    starts = [start for start, _end in sentences]
    found: list[OpenFact] = []
    for fact in extraction.facts:
        start, end = fact["start"], fact["end"]
        place = bisect_right(blocks, start) - 1
        inside = place >= 0 and end <= copy[place]["end"]
        if not inside or is_taken(start, end) or (found and start < found[-1].end):
            continue
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end) - 1
        low = sentences[first][0] if first >= 0 else start
        high = sentences[last][1] if last >= 0 else end
        low, high = max(low, copy[place]["start"]), max(high, end)
        before = bisect_right(borders, start) - 1
        after = bisect_left(borders, end)
        low = max(low, borders[before]) if before >= 0 else low
        high = min(high, borders[after]) if after < len(borders) else high
        words = " ".join(text[start:end].split())
        found.append(OpenFact(fact["kind"], start, end, words, _without_ends(text, low, high)))
    return found


def _without_ends(text, start, end):
    """The span without the signs between it and the claims beside it."""
    span = trim(text, start, end)
    lead = len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip(" ,;:–—-"))
    return trim(text, span.start + lead, span.end)


def _copy(revision):
    return [block for block in revision.blocks if block["role"] not in WITHOUT_CLAIMS]
