"""Two wordings side by side: which words stayed, which stand in whose stead."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from claims.text import Span
from claims.text.tokens import Token

# The cells of a table of both wordings, beyond their common head and tail. Beyond it the rest counts as
# replaced by the rest: the search takes quadratic time, and nobody writes such sentences.
LARGEST = 100_000


class Stretch(NamedTuple):
    """The tokens from `first` up to `end` of the old wording against those of the new one, equal or not."""

    equal: bool
    first: int
    end: int
    new_first: int
    new_end: int

    def pieces(self) -> Iterator["Stretch"]:
        """Equal ones token by token, others as they are."""
        if not self.equal:
            yield self
            return
        for n, m in zip(range(self.first, self.end), range(self.new_first, self.new_end), strict=True):
            yield Stretch(True, n, n + 1, m, m + 1)


def aligned(old: Sequence[Token], new: Sequence[Token]) -> list[Stretch]:
    """The stretches of two wordings, in order, without gaps."""
    before, after = [token.plain for token in old], [token.plain for token in new]
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    stop, new_stop = len(old) - tail, len(new) - tail
    found = [Stretch(True, 0, head, 0, head)] if head else []
    if (stop - head) * (new_stop - head) > LARGEST:
        found.append(Stretch(False, head, stop, head, new_stop))
    else:
        matcher = SequenceMatcher(None, before[head:stop], after[head:new_stop], autojunk=False)
        found += [
            Stretch(tag == "equal", head + i1, head + i2, head + j1, head + j2)
            for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        ]
    return [*found, Stretch(True, stop, len(old), new_stop, len(new))] if tail else found


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words they have in common at the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))


def place_of(
    span: Span, old: Sequence[Token], new: Sequence[Token], stretches: Sequence[Stretch]
) -> Span | None:
    """Where the words of `span` stand among the tokens `new`; None where nothing is in their stead."""
    inside = [n for n, token in enumerate(old) if token.start < span.end and span.start < token.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    touched = [
        one for one in stretches if one.first <= last and first < one.end and one.new_first < one.new_end
    ]
    if not touched:
        return None
    head, tail = touched[0], touched[-1]
    start = head.new_first + max(0, first - head.first) * head.equal
    end = tail.new_end - max(0, tail.end - 1 - last) * tail.equal
    place = Span(new[start].start, new[end - 1].end)
    # A claim may begin or end inside a token: "2022-built", marked by hand from "built" on.
    if head.equal and span.start > old[first].start and first >= head.first:
        place = place._replace(start=min(place.start + span.start - old[first].start, new[start].end - 1))
    if tail.equal and span.end < old[last].end and last < tail.end:
        place = place._replace(end=max(place.end - (old[last].end - span.end), new[end - 1].start + 1))
    return place
