"""What stands in quotation marks in one sentence, when a quotation may go on over several."""

import re
from collections.abc import Sequence

from claims.text import Span

MARK = re.compile(r"[“”«»\"]")
OPENING, CLOSING = "“«", "”»"


def quoted(text: str, inside: bool) -> tuple[list[Span], bool]:
    """The quoted stretches of a sentence, marks included, and whether the last one stays open.

    `inside`: the sentence before ended within a quotation.
    """
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
    return found, start is not None


def is_within(place: int, quotations: Sequence[Span]) -> bool:
    """The character stands in one of the quotations."""
    return any(span.start <= place < span.end for span in quotations)


def is_all_quoted(text: str, quotations: Sequence[Span]) -> bool:
    """Nothing but quotations, and more than a word or two: somebody's sentence."""
    rest = list(text)
    for span in quotations:
        rest[span.start : span.end] = " " * (span.end - span.start)
    return bool(quotations) and not any(map(str.isalnum, rest)) and text.count(" ") > 1
