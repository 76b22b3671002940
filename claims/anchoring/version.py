"""One version of an article, read once for all its claims."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from claims.anchoring.comparing import Wording
from claims.anchoring.sentences import sentences
from claims.intake.units import BULLET
from claims.text import Span
from claims.text.quotations import quotations
from claims.text.tokens import Token


def _lines(words: Sequence[str]) -> str:
    return "".join(f"{word}\n" for word in words)


class Version:
    """A text as sentences; they are known by their positions."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = sentences(text)
        self._ends = [one.end for one in self.sentences]

    def holding(self, span: Span) -> list[int]:
        """The sentences that a span stands in."""
        first = n = bisect_left(self._ends, span.start + 1)
        while n < len(self.sentences) and self.sentences[n].start < span.end:
            n += 1
        return list(range(first, n))

    @cached_property
    def tokens(self) -> list[Token]:
        return [token for one in self.sentences for token in one.tokens]

    @cached_property
    def edges(self) -> dict[int, int]:
        """Where a sentence begins or the last one ends, by position among the tokens; and which it is."""
        starts = accumulate((len(one.tokens) for one in self.sentences), initial=0)
        return {start: n for n, start in enumerate(starts)}

    def has(self, at: int, words: Sequence[str]) -> bool:
        """Whether the tokens from the position `at` on are these words."""
        return 0 <= at < len(self._starts) and self._lines.startswith(_lines(words), self._starts[at])

    def runs(self, words: Sequence[str]) -> Iterator[int]:
        """The positions from which on the tokens are these words."""
        lines = "\n" + _lines(words)
        at = self._lines.find(lines)
        while at >= 0:
            yield bisect_left(self._starts, at + 1)
            at = self._lines.find(lines, at + 1)

    @cached_property
    def _lines(self) -> str:
        """The tokens as lines, after an empty one: none of them holds white space."""
        return "\n" + _lines([token.plain for token in self.tokens])

    @cached_property
    def _starts(self) -> list[int]:
        """Where each token begins in `_lines`, and where the last one ends."""
        return list(accumulate((len(token.plain) + 1 for token in self.tokens), initial=1))

    def sentences_in(self, start: int, end: int) -> Iterator[int]:
        """The sentences that begin among these tokens."""
        return (self.edges[n] for n in range(start, end) if n in self.edges)

    def wording(self, places: Iterable[int]) -> Wording:
        inside = [token for n in places for token in self.sentences[n].tokens]
        return Wording(inside, [self._quotation(token) is not None for token in inside])

    def frame(self, places: Sequence[int]) -> list[Token]:
        """What other sentences say of these: who speaks where a quotation goes on, what leads a list in."""
        leads = {lead for n in places if (lead := self._leads[n]) is not None}
        found = [token for n in sorted(leads.difference(places)) for token in self.sentences[n].tokens]
        for n in places:
            for edge in (self.sentences[n].tokens[0], self.sentences[n].tokens[-1]):
                quotation = self._quotation(edge)
                touched = self.holding(quotation) if quotation else []
                found += [
                    token
                    for m in {*touched[:1], *touched[-1:]}.difference(places)
                    for token in self.sentences[m].tokens
                    if self._quotation(token) is None
                ]
        return found

    def named_before(self, word: str, place: int) -> int | None:
        """The last sentence up to `place` that has the word; None where none has."""
        places = self._places.get(word.lower(), [])
        at = bisect_left(places, place + 1)
        return places[at - 1] if at else None

    def _quotation(self, token: Token) -> Span | None:
        at = bisect_left(self._quotation_ends, token.start + 1)
        found = self._quotations[at] if at < len(self._quotations) else None
        return found if found and found.start < token.end else None

    @cached_property
    def _quotations(self) -> list[Span]:
        return quotations(self.text)

    @cached_property
    def _quotation_ends(self) -> list[int]:
        return [one.end for one in self._quotations]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for n, one in enumerate(self.sentences):
            for word in {word.lower() for word in one.words}:
                places[word].append(n)
        return places

    @cached_property
    def _leads(self) -> list[int | None]:
        """For each sentence the one before it that ends in a colon; a list has it for all its items."""
        leads: list[int | None] = []
        for n, one in enumerate(self.sentences):
            lead = None
            if n and self.sentences[n - 1].words[-1] == ":":
                lead = n - 1
            elif n and BULLET.match(self.text, one.start):
                lead = leads[-1]
            leads.append(lead)
        return leads
