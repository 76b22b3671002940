"""Where each claim of the old text stands in the new one, and what became of its facts.

What is compared is the whole sentence that holds the claim, with its attribution and lead-in. In doubt a fact
has changed: a wrong "wording changed" would let a verdict stand on words that nobody checked.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from claims.anchoring.alignment import Stretch, aligned, place_of
from claims.anchoring.comparing import difference, frame_difference
from claims.anchoring.fixing import Fixing
from claims.anchoring.pairing import Pairing
from claims.anchoring.usage import usage
from claims.anchoring.version import Version
from claims.text import Span
from claims.text.facts import Usage
from claims.text.tokens import Token


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
    old: str,
    new: str,
    spans: Sequence[Span],
    fixes: Mapping[int, str] | None = None,
    claimants: Mapping[int, str] | None = None,
) -> list[Anchored]:
    """What became of each of `spans` of `old`, in their order.

    `fixes` maps a position in `spans` to the new wording its verdict asked for, "" where it asked for a cut;
    `claimants` to the name of who said it, as it was stored.
    Takes time in proportion to the texts, and more for sentences that changed.
    """
    if old == new:
        return [Anchored(Change.SAME, span, "The same words.") for span in spans]
    return _Texts(old, new).anchored(spans, fixes or {}, claimants or {})


class Met(NamedTuple):
    """Sentences with their new versions, and why the facts may differ; "" where they do not."""

    before: list[Token]
    after: list[Token]
    stretches: list[Stretch]
    difference: str


class _Texts:
    """Two versions of an article."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = Version(old), Version(new)
        self.pairing = Pairing(self.old.sentences, self.new.sentences)
        self._met: dict[tuple[int, ...], Met] = {}

    @cached_property
    def usage(self) -> Usage:
        return usage([*self.old.sentences, *self.new.sentences])

    def anchored(
        self, spans: Sequence[Span], fixes: Mapping[int, str], claimants: Mapping[int, str]
    ) -> list[Anchored]:
        fixed = Fixing(self.old, self.new, self.pairing, spans, fixes).applied()
        holding = [self.old.holding(span) for span in spans]
        placed = [
            Anchored(Change.FIX_APPLIED, fixed[n], "The fix that was asked for, and nothing else.")
            if n in fixed
            else self._carried(span, holding[n], claimants.get(n, ""))
            for n, span in enumerate(spans)
        ]
        stayed = [all(n in self.pairing.in_order for n in held) for held in holding]
        return _ordered(spans, placed, stayed)

    def _carried(self, span: Span, holding: list[int], claimant: str) -> Anchored:
        if not any(n in self.pairing.new_of for n in holding):
            return GONE
        met = self._meet(holding)
        place = place_of(span, met.before, met.after, met.stretches)
        if place is None:
            return GONE._replace(why="The words of the claim were cut from their sentence.")
        if any(n not in self.pairing.new_of for n in holding):
            return Anchored(Change.FACT_CHANGED, place, "One of its sentences is gone.")
        if why := met.difference or self._without_claimant(holding, claimant):
            return Anchored(Change.FACT_CHANGED, place, why)
        if all(one.equal for one in met.stretches):
            return Anchored(Change.SAME, place, "The same words.")
        return Anchored(Change.WORDING_CHANGED, place, "Worded differently; every fact is there.")

    def _meet(self, holding: list[int]) -> Met:
        """The old sentences with their new versions, compared once for all claims in them."""
        olds, news = self.pairing.versions(holding)
        key = tuple(olds)
        if key not in self._met:
            before, after = self.old.wording(olds), self.new.wording(news)
            stretches = aligned(before.tokens, after.tokens)
            is_equal = all(one.equal for one in stretches)
            why = "" if is_equal else difference(before, after, stretches, self.usage)
            why = why or frame_difference(self.old.frame(olds), self.new.frame(news), self.usage)
            self._met[key] = Met(before.tokens, after.tokens, stretches, why)
        return self._met[key]

    def _without_claimant(self, holding: list[int], claimant: str) -> str:
        """The claimant was named in this sentence or one before it, and is no longer."""
        named = self.old.named_before(claimant.split()[-1], holding[-1]) if claimant.split() else None
        if named is None:
            return ""
        _olds, news = self.pairing.versions([named])
        words = {word.lower() for n in news for word in self.new.sentences[n].words}
        return "" if claimant.split()[-1].lower() in words else f"The claimant “{claimant}” is gone."


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
