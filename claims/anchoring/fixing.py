"""Fixes that a verdict asked for and a new text has: just the new wording, and the sentence as it was."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.anchoring.pairing import Pairing
from claims.anchoring.version import Version
from claims.text import Span
from claims.text.tokens import Token, tokens


class Expected(NamedTuple):
    """What the sentence should read, and where the new wording stands in it."""

    text: str
    wording: Span


def applied(
    old: Version, new: Version, pairing: Pairing, spans: Sequence[Span], fixes: Mapping[int, str]
) -> dict[int, Span | None]:
    """The places of the fixes that were applied, by their position in `spans`; None for a cut.

    Two fixes in one sentence may come together or one alone.
    """
    found: dict[int, Span | None] = {}
    for n in fixes:
        holding = old.holding(spans[n])
        for expected in _expected(old, holding, n, spans, fixes) if holding else ():
            places = _find(expected.text, old, new, pairing, holding)
            if places is None:
                continue
            inside = [
                place
                for token, place in zip(tokens(expected.text), places, strict=True)
                if expected.wording.start <= token.start and token.end <= expected.wording.end
            ]
            found[n] = Span(inside[0].start, inside[-1].end) if inside else None
            break
    return found


def _expected(
    old: Version, holding: list[int], n: int, spans: Sequence[Span], fixes: Mapping[int, str]
) -> Iterator[Expected]:
    """The sentence with this fix, then with all fixes in it."""
    start, end = old.sentences[holding[0]].start, old.sentences[holding[-1]].end
    beside = [m for m in fixes if start <= spans[m].start and spans[m].end <= end]
    for these in ([n], sorted(beside, key=lambda m: spans[m])):
        pieces, done, length, wording = [], start, 0, Span(0, 0)
        for m in these:
            pieces += [old.text[done : spans[m].start], fixes[m]]
            length += len(pieces[-2])
            wording = Span(length, length + len(fixes[m])) if m == n else wording
            length += len(fixes[m])
            done = max(done, spans[m].end)
        yield Expected("".join(pieces) + old.text[done:end], wording)


def _find(text: str, old: Version, new: Version, pairing: Pairing, holding: list[int]) -> list[Token] | None:
    """The words as whole sentences of the new text that did not stand in the old one; None where nowhere."""
    words = [token.plain for token in tokens(text)]
    if not words:
        return None if pairing.versions(holding)[1] else []
    for first in range(len(new.sentences)):
        found: list[Token] = []
        for n in range(first, len(new.sentences)):
            one = new.sentences[n]
            if len(found) >= len(words) or one.words[0] != words[len(found)]:
                break
            if any(old.sentences[o].words == one.words for o in pairing.old_of.get(n, set()) - {*holding}):
                break
            found += one.tokens
        if [token.plain for token in found] == words:
            return found
    return None
