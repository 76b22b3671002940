"""Where each claim of the old text stands in the new one, and what became of its facts.

What is compared is the whole sentence that holds the claim, with its attribution and lead-in. In doubt a fact
has changed: a wrong "wording changed" would let a verdict stand on words that nobody checked.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from claims.anchoring.pairing import Pairing
from claims.anchoring.sentences import sentences
from claims.anchoring.spelling import spelled_alike
from claims.text import Span
from claims.text.facts import Fact, Token, facts, tokens

SURE = 0.5  # below this share of equal words nobody can tell wording from fact


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
    return _Texts(old, new).anchored(spans, fixes or {})


class _Texts:
    """Two versions of an article, read once for all their claims."""

    def __init__(self, old: str, new: str) -> None:
        self.old_text, self.new_text = old, new
        self.old, self.new = sentences(old), sentences(new)
        self.pairing = Pairing(self.old, self.new)
        self.lower = {
            word
            for one in (*self.old, *self.new)
            for word in one.words
            if word[0].isalpha() and word.islower()
        }

    def anchored(self, spans: Sequence[Span], fixes: Mapping[int, str]) -> list[Anchored]:
        placed = [
            (self._fixed(span, fixes[n]) if n in fixes else None) or self._carried(span)
            for n, span in enumerate(spans)
        ]
        stayed = [all(n in self.pairing.in_order for n in self._holding(span)) for span in spans]
        return _ordered(spans, placed, stayed)

    def _holding(self, span: Span) -> list[int]:
        """The old sentences that a claim stands in."""
        return [n for n, one in enumerate(self.old) if one.start < span.end and span.start < one.end]

    def _carried(self, span: Span) -> Anchored:
        holding = self._holding(span)
        olds, news = self.pairing.versions(holding)
        if not news:
            return GONE
        before = [token for n in olds for token in self.old[n].tokens]
        after = [token for n in news for token in self.new[n].tokens]
        place = _place(before, after, span)
        if place is None:
            return GONE._replace(why="The words of the claim were cut from their sentence.")
        if [token.plain for token in before] == [token.plain for token in after]:
            return Anchored(Change.SAME, place, "The same words.")
        if any(n not in self.pairing.new_of for n in holding):
            return Anchored(Change.FACT_CHANGED, place, "One of its sentences is gone.")
        return self._compared(olds, news, place)

    def _compared(self, olds: list[int], news: list[int], place: Span) -> Anchored:
        """Sentences that differ: in wording only, where every fact is there and most words are."""
        old = " ".join(self.old_text[self.old[n].start : self.old[n].end] for n in olds)
        new = " ".join(self.new_text[self.new[n].start : self.new[n].end] for n in news)
        old = spelled_alike(old, new)
        if difference := _difference(facts(old, self.lower), facts(new, self.lower)):
            return Anchored(Change.FACT_CHANGED, place, difference)
        if SequenceMatcher(None, _alnum(old), _alnum(new), autojunk=False).ratio() < SURE:
            return Anchored(Change.FACT_CHANGED, place, "So much is worded differently that the fact may be.")
        return Anchored(Change.WORDING_CHANGED, place, "Worded differently; every fact is there.")

    def _fixed(self, span: Span, wording: str) -> Anchored | None:
        """The claim in its new wording, where the new text has just that and the rest of the sentence."""
        holding = self._holding(span)
        if not holding:
            return None
        lead = self.old_text[self.old[holding[0]].start : span.start]
        rest = self.old_text[span.end : self.old[holding[-1]].end]
        expected = tokens(lead + wording + rest)
        found = self._find([token.plain for token in expected])
        if found is None or (not found and self.pairing.versions(holding)[1]):
            return None
        inside = [
            new
            for token, new in zip(expected, found, strict=True)
            if len(lead) <= token.start and token.end <= len(lead) + len(wording)
        ]
        place = Span(inside[0].start, inside[-1].end) if inside else None
        return Anchored(Change.FIX_APPLIED, place, "The fix that was asked for, and nothing else.")

    def _find(self, words: list[str]) -> list[Token] | None:
        """The tokens of whole sentences of the new text that have just these words; None where none have."""
        for first in range(len(self.new) if words else 0):
            found: list[Token] = []
            for one in self.new[first:]:
                if len(found) >= len(words) or one.words[0] != words[len(found)]:
                    break
                found += one.tokens
            if [token.plain for token in found] == words:
                return found
        return None if words else []


def _alnum(text: str) -> list[str]:
    return [token.plain.lower() for token in tokens(text) if token.plain[0].isalnum()]


def _place(before: list[Token], after: list[Token], span: Span) -> Span | None:
    """Where the words of `span` stand among the tokens `after`; None where nothing is in their stead."""
    inside = [n for n, token in enumerate(before) if token.start < span.end and span.start < token.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    start = end = None
    old, new = ([token.plain for token in one] for one in (before, after))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if j1 == j2 or i2 <= first or i1 > last:
            continue
        if tag == "equal":
            left, right = j1 + max(0, first - i1), j2 - max(0, i2 - 1 - last)
        else:
            left, right = j1, j2
        start = left if start is None else start
        end = right
    if start is None or end is None:
        return None
    place = Span(after[start].start, after[end - 1].end)
    # A claim may begin or end inside a token: "2022-built", marked by hand from "built" on.
    if before[first].plain == after[start].plain and before[first].start < span.start:
        place = place._replace(start=place.start + span.start - before[first].start)
    if before[last].plain == after[end - 1].plain and span.end < before[last].end:
        place = place._replace(end=place.end - (before[last].end - span.end))
    return place


def _difference(old: list[Fact], new: list[Fact]) -> str:
    """The first kind of fact in which two wordings differ, as a sentence; "" where they agree in all."""
    for kind in dict.fromkeys(fact.kind for fact in (*old, *new)):
        before = [fact for fact in old if fact.kind == kind]
        after = [fact for fact in new if fact.kind == kind]
        if [fact.value for fact in before] == [fact.value for fact in after]:
            continue
        lost, added = _missing(before, after), _missing(after, before)
        if lost and added:
            return f"The {kind} “{lost.text}” became “{added.text}”."
        if lost:
            return f"The {kind} “{lost.text}” is gone."
        if added:
            return f"The {kind} “{added.text}” was added."
        return f"What is said of each {kind} may have changed: they stand in another order."
    return ""


def _missing(these: list[Fact], those: list[Fact]) -> Fact | None:
    """The first of `these` that has no equal among `those`."""
    left = Counter(fact.value for fact in those)
    for fact in these:
        left[fact.value] -= 1
        if left[fact.value] < 0:
            return fact
    return None


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
