"""Where each claim of the old text stands in the new one, and what became of its facts.

What is compared is the whole sentence that holds the claim, with its attribution and lead-in. In doubt a fact
has changed: a wrong "wording changed" would let a verdict stand on words that nobody checked.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from claims.anchoring.alignment import place_of
from claims.anchoring.comparing import Wording, difference
from claims.anchoring.pairing import Pairing
from claims.anchoring.sentences import Sentence, sentences
from claims.anchoring.usage import usage
from claims.text import Span
from claims.text.facts import Usage
from claims.text.quotations import quotations
from claims.text.tokens import Token, tokens


class Change(StrEnum):
    """What became of a claim."""

    SAME = "same"
    MOVED = "moved"
    WORDING_CHANGED = "wording_changed"
    FACT_CHANGED = "fact_changed"
    GONE = "gone"
    FIX_APPLIED = "fix_applied"


class Anchored(NamedTuple):
    """`place` is the claim's span in the new text, None where it has none; `why` a plain sentence."""

    change: Change
    place: Span | None
    why: str


GONE = Anchored(Change.GONE, None, "No sentence of the new text says this.")


def anchor(
    old: str, new: str, spans: Sequence[Span], fixes: Mapping[int, str] | None = None
) -> list[Anchored]:
    """What became of each of `spans` of `old`, in their order.

    `fixes` maps a position in `spans` to the new wording its verdict asked for, "" where it asked for a cut.
    Takes time in proportion to the texts, and more for sentences that changed.
    """
    if old == new:
        return [Anchored(Change.SAME, span, "The same words.") for span in spans]
    return _Texts(old, new).anchored(spans, fixes or {})


class _Text:
    """One version of an article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = sentences(text)
        self.ends = [one.end for one in self.sentences]

    def holding(self, span: Span) -> list[int]:
        """The sentences that a span stands in."""
        first = n = bisect_left(self.ends, span.start + 1)
        while n < len(self.sentences) and self.sentences[n].start < span.end:
            n += 1
        return list(range(first, n))

    def tokens(self, places: Sequence[int]) -> list[Token]:
        return [token for n in places for token in self.sentences[n].tokens]

    def wording(self, places: Sequence[int]) -> Wording:
        inside = self.tokens(places)
        return Wording(inside, [self._is_quoted(token) for token in inside])

    def _is_quoted(self, token: Token) -> bool:
        at = bisect_left(self._quotation_ends, token.start + 1)
        return at < len(self._quotations) and self._quotations[at].start < token.end

    @cached_property
    def _quotations(self) -> list[Span]:
        return quotations(self.text)

    @cached_property
    def _quotation_ends(self) -> list[int]:
        return [one.end for one in self._quotations]


class _Texts:
    """Two versions of an article, read once for all their claims."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = _Text(old), _Text(new)
        self.pairing = Pairing(self.old.sentences, self.new.sentences)
        self.compared: dict[tuple[int, ...], str] = {}

    @cached_property
    def usage(self) -> Usage:
        return usage([*self.old.sentences, *self.new.sentences])

    def anchored(self, spans: Sequence[Span], fixes: Mapping[int, str]) -> list[Anchored]:
        holding = [self.old.holding(span) for span in spans]
        placed = [
            (self._fixed(span, held, fixes[n]) if n in fixes else None) or self._carried(span, held)
            for n, (span, held) in enumerate(zip(spans, holding, strict=True))
        ]
        stayed = [all(n in self.pairing.in_order for n in held) for held in holding]
        return _ordered(spans, placed, stayed)

    def _carried(self, span: Span, holding: list[int]) -> Anchored:
        olds, news = self.pairing.versions(holding)
        if not news:
            return GONE
        before, after = self.old.tokens(olds), self.new.tokens(news)
        place = place_of(span, before, after)
        if place is None:
            return GONE._replace(why="The words of the claim were cut from their sentence.")
        if [token.plain for token in before] == [token.plain for token in after]:
            return Anchored(Change.SAME, place, "The same words.")
        if any(n not in self.pairing.new_of for n in holding):
            return Anchored(Change.FACT_CHANGED, place, "One of its sentences is gone.")
        if why := self._difference(olds, news):
            return Anchored(Change.FACT_CHANGED, place, why)
        return Anchored(Change.WORDING_CHANGED, place, "Worded differently; every fact is there.")

    def _difference(self, olds: list[int], news: list[int]) -> str:
        key = tuple(olds)
        if key not in self.compared:
            self.compared[key] = difference(self.old.wording(olds), self.new.wording(news), self.usage)
        return self.compared[key]

    def _fixed(self, span: Span, holding: list[int], wording: str) -> Anchored | None:
        """The claim in its new wording, where the new text has just that and the rest of the sentence."""
        if not holding:
            return None
        lead = self.old.text[self.old.sentences[holding[0]].start : span.start]
        rest = self.old.text[span.end : self.old.sentences[holding[-1]].end]
        expected = tokens(lead + wording + rest)
        found = _find([token.plain for token in expected], self.new.sentences)
        if found is None or (not found and self.pairing.versions(holding)[1]):
            return None
        inside = [
            new
            for token, new in zip(expected, found, strict=True)
            if len(lead) <= token.start and token.end <= len(lead) + len(wording)
        ]
        place = Span(inside[0].start, inside[-1].end) if inside else None
        return Anchored(Change.FIX_APPLIED, place, "The fix that was asked for, and nothing else.")


def _find(words: list[str], text: Sequence[Sentence]) -> list[Token] | None:
    """The tokens of whole sentences of the new text that have just these words; None where none have."""
    for first in range(len(text) if words else 0):
        found: list[Token] = []
        for one in text[first:]:
            if len(found) >= len(words) or one.words[0] != words[len(found)]:
                break
            found += one.tokens
        if [token.plain for token in found] == words:
            return found
    return None if words else []


def _ordered(spans: Sequence[Span], placed: list[Anchored], stayed: Sequence[bool]) -> list[Anchored]:
    """The same, with "moved" for equal sentences that stand elsewhere among the claims."""
    by_place = sorted(range(len(spans)), key=lambda n: (not stayed[n], spans[n]))
    order: list[tuple[Span, Span]] = []
    result = list(placed)
    for n in by_place:
        place = placed[n].place
        if place is None:
            continue
        at = bisect_left(order, (spans[n], place))
        fits = (at == 0 or order[at - 1][1] <= place) and (at == len(order) or place <= order[at][1])
        if fits:
            order.insert(at, (spans[n], place))
        elif placed[n].change == Change.SAME:
            result[n] = Anchored(Change.MOVED, place, "The same words at another place among the claims.")
    return result
