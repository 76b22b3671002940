"""Boxes, links and notes: what stands under an article or between its parts."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from claims.intake import furniture, shapes
from claims.intake.statements import END_MARK, FINITE, is_statement
from claims.intake.units import Unit
from claims.text.spans import Role

PARAGRAPH_WORDS = 12
FEW = 3  # headings that may follow each other, paragraphs that make an article
BITS = 2  # lines
BOX = range(2, 7)  # lines
WORD = re.compile(r"[\w'’-]+")
ABOUT_AUTHOR = re.compile(r"(?:about )?(?:the )?(?:authors?|writers?)\W*", re.IGNORECASE)


def is_paragraph(unit: Unit) -> bool:
    """At least one full sentence of the article."""
    is_long = unit.words.count(" ") >= PARAGRAPH_WORDS
    return is_long and bool(END_MARK.search(unit.words)) and not shapes.is_author_note(unit.words)


def join_labels(found: Sequence[Unit], own: list[Role | None]) -> None:
    """Short lines under each other, like the box of a section or an author, are furniture together."""
    start = 0
    while start < len(found):
        end = start + 1
        while end < len(found) and found[end].run == found[start].run:
            end += 1
        box = range(start, end)
        is_box = all(
            own[n] == Role.FURNITURE or (own[n] is None and shapes.is_label(found[n].words)) for n in box
        )
        if len(box) in BOX and is_box:
            _mark_labels(found, own, box)
        start = end
    labels: list[int] = []
    for n, unit in enumerate(found):
        if own[n] in (None, Role.FURNITURE) and shapes.is_label(unit.words):
            labels.append(n)
            continue
        # The last may head what follows.
        if len(labels) > FEW - 1:
            _mark_labels(found, own, labels[:-1])
        labels = []


def _mark_labels(found: Sequence[Unit], own: list[Role | None], labels: Sequence[int]) -> None:
    """Results are no labels: "Skarn: 61%", "Marrow 3-1 Lund"."""
    if not _are_data(found, [n for n in labels if own[n] is None]):
        _mark(own, labels)


def find(found: Sequence[Unit], own: list[Role | None]) -> None:
    """What stands under the last paragraph: the author's note, lines without a verb, bits of prompts."""
    notes = _notes(found, own)
    last = max(
        (n for n, unit in enumerate(found) if own[n] is None and is_paragraph(unit) and n not in notes),
        default=len(found),
    )
    for n in range(last + 1, len(found)):
        if n in notes:
            own[n] = Role.BYLINE
    rest = [n for n in range(last + 1, len(found)) if own[n] is None]
    if len(rest) > 1 and all(shapes.is_heading(found[n].words) for n in rest) and not _are_data(found, rest):
        _mark(own, rest)
    for n in rest:
        # A short line among prompts belongs to them, and so does one without a verb above them.
        above, below = (own[n - 1], own[n + 1] if n + 1 < len(found) else None)
        is_bare = shapes.is_heading(found[n].words) and not FINITE.search(found[n].words)
        among = above == Role.FURNITURE and not is_statement(found[n].words)
        if own[n] is None and below == Role.FURNITURE and (among or is_bare):
            own[n] = Role.FURNITURE


def _notes(found: Sequence[Unit], own: Sequence[Role | None]) -> set[int]:
    """The open units that would tell about the author if they stood in the foot.

    What the text tells of somebody it speaks about is a statement, wherever it stands.
    """
    authors = {
        pair
        for n, unit in enumerate(found)
        if own[n] == Role.BYLINE and "@" not in unit.words
        for pair in pairwise(_words(unit.words))
    }
    notes = {n for n, unit in enumerate(found) if own[n] is None and shapes.is_author_note(unit.words)}
    if notes:
        others = (unit.words for n, unit in enumerate(found) if own[n] is None and n not in notes)
        told = {pair for words in others if END_MARK.search(words) for pair in pairwise(_words(words))}
        notes = {n for n in notes if tuple(_words(found[n].words)[:2]) not in told}
    for n, unit in enumerate(found):
        if own[n] is None and END_MARK.search(unit.words):
            over = found[n - 1].words if n and own[n - 1] == Role.FURNITURE else ""
            if tuple(_words(unit.words[:100])[:2]) in authors or ABOUT_AUTHOR.fullmatch(over):
                notes.add(n)
    return notes


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def join_bits(found: Sequence[Unit], own: list[Role | None]) -> None:
    """One or two open lines between prompts, within the body, belong to them."""
    first = next((n for n, unit in enumerate(found) if own[n] is None and is_paragraph(unit)), len(found))
    bits: list[int] = []
    for n in range(first + 1, len(found)):
        if own[n] == Role.FURNITURE:
            _mark(own, bits if len(bits) <= BITS and bits and own[bits[0] - 1] == Role.FURNITURE else [])
            bits = []
        elif own[n] in (None, Role.CAPTION) and _is_bit(found[n].words):
            bits.append(n)
        else:
            bits = []


def _is_bit(words: str) -> bool:
    return words.count(" ") < PARAGRAPH_WORDS and shapes.is_heading(words)


def mark_links(found: Sequence[Unit], own: list[Role | None]) -> None:
    """After "Related articles" lines without an end mark are links, until the text goes on."""
    linking = False
    for n, unit in enumerate(found):
        if own[n] == Role.FURNITURE:
            linking = linking or furniture.is_over_links(unit.words)
        elif (
            own[n] in (None, Role.LIST_ITEM, Role.CAPTION)
            and linking
            and not END_MARK.search(unit.words.rstrip("?"))
        ):
            own[n] = Role.FURNITURE
        elif own[n] is not Role.DATELINE:
            linking = False


def mark_link_runs(found: Sequence[Unit], own: list[Role | None]) -> None:
    """Many headings under each other are links to other stories; the last may head what follows."""
    if sum(own[n] is None and is_paragraph(unit) for n, unit in enumerate(found)) < FEW:
        return  # an article of nothing but short lines
    run: list[int] = []
    for n, unit in enumerate(found):
        if own[n] is None and shapes.is_heading(unit.words):
            run.append(n)
        elif own[n] != Role.FURNITURE:
            _mark(own, run[:-1] if _are_links(found, run) else [])
            run = []
    _mark(own, run if _are_links(found, run) else [])


def _are_links(found: Sequence[Unit], run: Sequence[int]) -> bool:
    """More headings than follow each other in an article."""
    return len(run) > FEW and not _are_data(found, run)


def _are_data(found: Sequence[Unit], run: Sequence[int]) -> bool:
    """Half of the lines look like "Sweden: 3 points" or "1 lemon"."""
    return 2 * sum(":" in (words := found[n].words) or any(map(str.isdigit, words)) for n in run) >= len(run)


def _mark(own: list[Role | None], places: Iterable[int]) -> None:
    for n in places:
        own[n] = Role.FURNITURE
