"""Fixes that a verdict asked for and a new text has: just the new wording, and all around it as it was.

A new wording may end its sentence elsewhere, or not at all. So words are compared and not sentences: the old
sentence with its fix must stand in the new text, between ends of sentences or beside its old neighbours.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, islice
from typing import NamedTuple

from claims.anchoring.pairing import Pairing
from claims.anchoring.version import Version
from claims.text import Span
from claims.text.tokens import tokens

MOST = 4  # fixes of one sentence that are tried in all ways; of more, one is tried alone and with all
NEAR = 3  # neighbours that are looked at where sentences run into one another
STOP = "."
TRIED = 50  # places where the same words stand

Words = list[str]


class Expected(NamedTuple):
    """Words that should stand in the new text; of them `first` to `end` are the new wording."""

    words: Words
    first: int = 0
    end: int = 0


class Fixing:
    """Looks for fixes in a new text; `fixes` are wordings by their position in `spans`, "" for a cut."""

    def __init__(
        self, old: Version, new: Version, pairing: Pairing, spans: Sequence[Span], fixes: Mapping[int, str]
    ) -> None:
        self.old, self.new, self.pairing = old, new, pairing
        self.spans, self.fixes = spans, fixes
        self._neighbours: dict[int, list[Words]] = {}

    def applied(self) -> dict[int, Span | None]:
        """The places of the fixes that were applied, by their position in `spans`; None for a cut.

        Two fixes in one sentence may come together or one alone.
        """
        found: dict[int, Span | None] = {}
        for n in sorted(self.fixes, key=lambda n: self.spans[n]):
            holding = self.old.holding(self.spans[n])
            if not holding:
                continue
            stands = self._stands(holding)
            for place in (one for text in self._expected(n, holding) for one in self._places(text, holding)):
                if (place is None or place not in found.values()) and (not stands or self._reads(n, place)):
                    found[n] = place
                    break
        return found

    def _stands(self, holding: Sequence[int]) -> bool:
        """The old sentences are all there yet, whatever else the new text has."""
        return all(
            any(self.new.sentences[m].words == self.old.sentences[n].words for m in self.pairing.new_of[n])
            for n in holding
        )

    def _reads(self, n: int, place: Span | None) -> bool:
        """A fix of quotes, dashes or white space only, to the letter."""
        fix, old = self.fixes[n], self.old.text[slice(*self.spans[n])]
        alike = [one.plain for one in tokens(fix)] == [one.plain for one in tokens(old)]
        return alike and place is not None and self.new.text[slice(*place)].split() == fix.split()

    def _expected(self, n: int, holding: Sequence[int]) -> Iterator[Expected]:
        """The sentences with this fix, alone and with others in them."""
        span = self._span(holding)
        for others in self._together(span, n):
            for wording in self._closed(n):
                yield self._with(others | {n: wording}, span, n)

    def _together(self, span: Span, n: int = -1) -> Iterator[dict[int, str]]:
        """The fixes of these words, less `n`, that may have come together: none first."""
        inside = [
            m
            for m in self._by_place
            if m != n and span.start <= self.spans[m].start and self.spans[m].end <= span.end
        ]
        for size in range(len(inside) + 1) if len(inside) < MOST else (0, len(inside)):
            for these in combinations(inside, size):
                yield {m: self.fixes[m] for m in these}

    def _closed(self, n: int) -> Iterator[str]:
        """The wording, and the same where the full stop stayed that it lacks, or did not come twice."""
        wording, span = self.fixes[n], self.spans[n]
        yield wording
        if wording and not wording.endswith(STOP) and self.old.text[slice(*span)].endswith(STOP):
            yield wording + STOP
        if wording.endswith(STOP) and self.old.text.startswith(STOP, span.end):
            yield wording.removesuffix(STOP)

    def _span(self, holding: Sequence[int]) -> Span:
        return Span(self.old.sentences[holding[0]].start, self.old.sentences[holding[-1]].end)

    @cached_property
    def _by_place(self) -> list[int]:
        return sorted(self.fixes, key=lambda n: self.spans[n])

    def _with(self, fixes: Mapping[int, str], span: Span, n: int = -1) -> Expected:
        """The old words in `span` with `fixes`; the wording of `n` is marked."""
        pieces, done, length, wording = [], span.start, 0, Span(0, 0)
        for m in sorted(fixes, key=lambda m: self.spans[m]):
            pieces += [self.old.text[done : self.spans[m].start], fixes[m]]
            length += len(pieces[-2])
            wording = Span(length, length + len(fixes[m])) if m == n else wording
            length += len(fixes[m])
            done = max(done, self.spans[m].end)
        found = tokens("".join(pieces) + self.old.text[done : span.end])
        inside = [at for at, one in enumerate(found) if wording.start <= one.start and one.end <= wording.end]
        words = [one.plain for one in found]
        return Expected(words, inside[0], inside[-1] + 1) if inside else Expected(words)

    def _places(self, expected: Expected, holding: Sequence[int]) -> Iterator[Span | None]:
        """Where the expected words stand in the new text and nothing else beside them; None for a cut."""
        words, first, end = expected
        if not any(word[0].isalnum() for word in words) and self._is_cut(holding):
            yield None
        for at in islice(self.new.runs(words), TRIED) if words else ():
            if (
                self._begins(at, holding[0] - 1)
                and self._ends(at + len(words), holding[-1] + 1)
                and not self._is_old(at, at + len(words), holding)
            ):
                inside = self.new.tokens[at + first : at + end]
                yield Span(inside[0].start, inside[-1].end) if inside else None

    def _is_cut(self, holding: Sequence[int]) -> bool:
        """Nothing is like them any more, or what stood before and after them meets."""
        return not self.pairing.versions(holding)[1] or any(
            self._meets(at, holding[0] - 1, -1) and self._meets(at, holding[-1] + 1, 1)
            for at in self.new.edges
        )

    def _meets(self, at: int, n: int, step: int) -> bool:
        """The old sentence `n`, or what its fixes leave of it, ends (step -1) or begins (step 1) there."""
        if not 0 <= n < len(self.old.sentences):
            return at == (0 if step < 0 else len(self.new.tokens))
        return any(
            self.new.has(at - len(words) if step < 0 else at, words)
            if words
            else self._meets(at, n + step, step)
            for words in self._neighbour(n)
        )

    def _begins(self, at: int, before: int, near: int = NEAR) -> bool:
        """A sentence begins there, or the old sentence `before` (or with its fixes) ends there."""
        if at in self.new.edges:
            return True
        return near > 0 and any(
            self.new.has(at - len(words), words) and self._begins(at - len(words), before - 1, near - 1)
            for words in self._neighbour(before)
        )

    def _ends(self, at: int, after: int, near: int = NEAR) -> bool:
        """A sentence ends there, or the old sentence `after` (or with its fixes) begins there."""
        if at in self.new.edges:
            return True
        return near > 0 and any(
            self.new.has(at, words) and self._ends(at + len(words), after + 1, near - 1)
            for words in self._neighbour(after)
        )

    def _neighbour(self, n: int) -> list[Words]:
        """What may stand for an old sentence: its words, and those with all fixes in it."""
        if not 0 <= n < len(self.old.sentences):
            return []
        if n not in self._neighbours:
            span = self._span([n])
            self._neighbours[n] = [self._with(fixes, span).words for fixes in self._together(span)]
        return self._neighbours[n]

    def _is_old(self, start: int, end: int, holding: Sequence[int]) -> bool:
        """Some of it is a sentence that stood in the old text before."""
        return any(
            self.old.sentences[o].words == self.new.sentences[n].words
            for n in self.new.sentences_in(start, end)
            for o in self.pairing.old_of.get(n, set()).difference(holding)
        )
