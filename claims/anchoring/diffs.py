"""The differences between two versions, for a person to read: by words, not by lines."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from claims.anchoring.pairing import Pairing
from claims.anchoring.sentences import sentences
from claims.text import Span
from claims.text.tokens import Token, tokens

MOST = 4_000_000  # pairs of words that are compared; a longer stretch counts as written anew


class Piece(NamedTuple):
    """A stretch that stayed (`op` "equal"), went ("delete") or came ("insert")."""

    op: str
    text: str


def unchanged(old: str, new: str) -> list[Span]:
    """The sentences of `new` that stand in `old` word for word, in order."""
    before, after = sentences(old), sentences(new)
    pairing = Pairing(before, after)
    return [
        Span(one.start, one.end)
        for n, one in enumerate(after)
        if any(before[o].words == one.words for o in pairing.old_of.get(n, ()))
    ]


def diff(old: str, new: str) -> list[Piece]:
    """The way from `old` to `new` in pieces; "equal" and "insert" joined are `new`.

    White space that differs goes unnoticed: an equal piece is told as `new` has it.
    """
    before, after = sentences(old), sentences(new)
    pairs = sorted(Pairing(before, after).in_order.items())
    pieces: list[Piece] = []
    old_done = new_done = 0
    for o, n in [*pairs, (len(before), len(after))]:
        old_until = before[o].start if o < len(before) else len(old)
        new_until = after[n].start if n < len(after) else len(new)
        pieces += _between(old[old_done:old_until], new[new_done:new_until])
        if o < len(before):
            pieces.append(Piece("equal", new[after[n].start : after[n].end]))
            old_done, new_done = before[o].end, after[n].end
    return _joined(pieces)


def _between(old: str, new: str) -> Iterator[Piece]:
    """The pieces of two stretches between sentences that stayed."""
    before, after = tokens(old), tokens(new)
    if not before and not after:
        yield Piece("equal", new)
        return
    if len(before) * len(after) > MOST:
        yield Piece("delete", old)
        yield Piece("insert", new)
        return
    words = [token.plain for token in before], [token.plain for token in after]
    old_done = new_done = 0
    for tag, _i1, i2, _j1, j2 in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        old_end, new_end = _end(before, i2, old), _end(after, j2, new)
        if tag == "equal":
            yield Piece("equal", new[new_done:new_end])
        else:
            yield Piece("delete", old[old_done:old_end])
            yield Piece("insert", new[new_done:new_end])
        old_done, new_done = old_end, new_end


def _end(found: list[Token], count: int, text: str) -> int:
    """Where the first `count` tokens end, with the white space behind them."""
    return found[count].start if count < len(found) else len(text)


def _joined(pieces: list[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if joined and joined[-1].op == piece.op:
            piece = Piece(piece.op, joined.pop().text + piece.text)
        joined.append(piece)
    return joined
