"""The words of a span by keyboard: its ends moved by a word, and the places where it can be cut in two."""

import re

from claims.text.patterns import alternatives
from claims.text.sentences import split
from claims.text.spans import Span, trim
from claims.text.tokens import UNSPACED

WORD = re.compile(r"\S+")
LONGEST_WORD = 500  # code points: how far the next word is looked for
SIGNS = " \n\t,;:–—-"  # between two clauses: of neither
CLAUSE = re.compile(
    alternatives(
        r"""
        [;:–—]\s+
        ,\s+(?=(?:and|but|or|while|whereas|although|though|because|so|which|who|whose|where|when|after|before)\b)
        \s(?=(?:and|but|while|whereas|although|because)\s)
        ,\s+
        """
    )
)
# The two signs around a place where a word ends or begins; a dash and some scripts need no blank there.
BETWEEN_WORDS = re.compile(rf"\s\S|\S\s|—|[{UNSPACED}]")
FEWEST_WORDS = 3  # of a part
MOST_CUTS = 6  # that are offered

# The steps of an end, by the names that doors use: which end, and where to.
STEPS = ("start-back", "start-on", "end-back", "end-on")


def stepped(text: str, span: Span, step: str) -> Span:
    """`span` with one end moved by a word; as it is where no word is there, or none would be left."""
    start, end = span
    near = max(0, start - LONGEST_WORD), min(len(text), end + LONGEST_WORD)
    if step == "start-back":
        start = max((one.start() for one in WORD.finditer(text, near[0], start)), default=start)
    elif step == "start-on":
        start = next((one.start() for one in WORD.finditer(text, start, end) if one.start() > start), start)
    elif step == "end-on":
        end = next((one.end() for one in WORD.finditer(text, end, near[1])), end)
    elif step == "end-back":
        end = max((one.end() for one in WORD.finditer(text, start, end) if one.end() < end), default=end)
    return Span(start, end)


def cuts(text: str, span: Span) -> list[int]:
    """Where `span` can be cut: before its later sentences, or where it is one, before its later clauses."""
    sentences = [one.start for one in split(text, *span)][1:]
    return sentences[:MOST_CUTS] or _clauses(text, span)


def _clauses(text: str, span: Span) -> list[int]:
    found = []
    for match in CLAUSE.finditer(text, *span):
        parts = halves(text, span, match.end())
        if parts and all(len(WORD.findall(text[slice(*part)])) >= FEWEST_WORDS for part in parts):
            found.append(match.end())
    return found[:MOST_CUTS]


def halves(text: str, span: Span, at: int) -> tuple[Span, Span] | None:
    """The two parts of `span` cut at the offset `at`, without signs in between.

    None where one is empty, or `at` lies inside a word or a blank.
    """
    first, second = text[span.start : at].rstrip(SIGNS), text[at : span.end].lstrip(SIGNS)
    if not span.start < at < span.end or not first.strip() or not second.strip():
        return None
    if not BETWEEN_WORDS.search(text[at - 1 : at + 1]):
        return None
    return trim(text, span.start, span.start + len(first)), trim(text, span.end - len(second), span.end)
