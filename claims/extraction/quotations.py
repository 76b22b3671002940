"""What stands in quotation marks in one sentence, when a quotation may go on over several."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.text import Span

MARK = re.compile(r"[“”«»\"]")
OPENING, CLOSING = "“«", "”»"
# Single marks are apostrophes too. One opens before a word; one closes after the end of a sentence, or after
# a word if it was opened in the same sentence. Only at the head of what is said may one stay open.
SINGLE_OPENS = re.compile(r"(?<![^\s(:\[“\"])['‘](?=[^\s'’])")
SINGLE_CLOSES = re.compile(r"(?<=[.,!?…)])['’](?!\w)")
SINGLE_CLOSES_WORD = re.compile(r"(?<=\w)['’](?!\w)")
STAYS_OPEN_AFTER = re.compile(r"(?:^|[:,])\s*$")


class Quotations(NamedTuple):
    """The quoted stretches of a sentence, marks included, and the mark of one that stays open, or ""."""

    spans: list[Span]
    open: str


def quoted(text: str, inside: str = "") -> Quotations:
    """What is quoted in a sentence; `inside` is the mark of a quotation the sentence before left open."""
    double = _double(text, inside == "“")
    if double.spans or inside == "“":
        return double
    return _single(text, bool(inside))


def _double(text: str, inside: bool) -> Quotations:
    found: list[Span] = []
    start = 0 if inside else None
    for mark in MARK.finditer(text):
        if start is None:
            # A closing mark without an opening one is a slip, and closes nothing.
            start = mark.start() if mark[0] not in CLOSING else None
        elif mark[0] in CLOSING or (mark[0] == '"' and mark.start() > 0):
            found.append(Span(start, mark.end()))
            start = None
        # An opening mark within a quotation begins its next paragraph.
    if start is not None:
        found.append(Span(start, len(text)))
    return Quotations(found, "“" if start is not None else "")


def _single(text: str, inside: bool) -> Quotations:
    found: list[Span] = []
    place = 0
    while True:
        opens = None if inside else SINGLE_OPENS.search(text, place)
        if not inside and opens is None:
            return Quotations(found, "")
        start = opens.start() if opens else 0
        closes = SINGLE_CLOSES.search(text, start + 1)
        if opens:
            closes = min(
                filter(None, (closes, SINGLE_CLOSES_WORD.search(text, start + 1))), key=_start, default=None
            )
        if closes is None:
            if not inside and not STAYS_OPEN_AFTER.search(text[:start]):
                return Quotations(found, "")
            return Quotations([*found, Span(start, len(text))], "‘")
        found.append(Span(start, closes.end()))
        inside, place = False, closes.end()


def _start(mark: re.Match[str]) -> int:
    return mark.start()


def is_within(place: int, quotations: Sequence[Span]) -> bool:
    """The character stands in one of the quotations."""
    return any(span.start <= place < span.end for span in quotations)


def is_all_quoted(text: str, quotations: Sequence[Span]) -> bool:
    """Nothing but quotations, and more than a word or two: somebody's sentence."""
    rest = list(text)
    for span in quotations:
        rest[span.start : span.end] = " " * (span.end - span.start)
    return bool(quotations) and not any(map(str.isalnum, rest)) and text.count(" ") > 1
