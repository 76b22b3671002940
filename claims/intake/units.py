"""Lines become units: what one block will hold, before it has a role."""

import re
from collections.abc import Iterator
from typing import NamedTuple

BULLET = re.compile(
    r"\s*(?:[•·▪▫◦‣●○■□*➤►✓✔–—-]\s+|[(\[]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)\]]\s+|[•·▪◦‣●]\s*)(?:\d{1,2}(?=[A-Z][a-z]))?"
)
GLUED_NUMBER = re.compile(r"\s*\d{1,2}(?=[A-Z][a-z]+\s)")
CLOSES = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
WRAPPED = range(45, 101)  # code points of a line that an editor or a mail program has wrapped


class Line(NamedTuple):
    start: int
    end: int  # without the newline
    words: str  # the line, stripped


class Unit(NamedTuple):
    """One or more lines that belong together. `run` counts the blocks of lines between blank lines."""

    start: int
    end: int
    words: str  # lines joined by one space
    bulleted: bool
    run: int


def units(text: str) -> list[Unit]:
    """The units of `text` in order, without the white space between them."""
    found: list[Unit] = []
    for run, lines in enumerate(_runs(text)):
        wrapped = _is_wrapped(lines)
        groups: list[list[Line]] = []
        for line in lines:
            if groups and _continues(groups[-1][-1], line, wrapped):
                groups[-1].append(line)
            else:
                groups.append([line])
        for group in groups:
            words = " ".join(line.words for line in group)
            found.append(Unit(group[0].start, group[-1].end, words, bool(BULLET.match(words)), run))
    return found


def content_start(text: str, start: int, end: int) -> int:
    """Where the words of a list item begin, after its bullet and number."""
    match = BULLET.match(text, start, end) or GLUED_NUMBER.match(text, start, end)
    return match.end() if match else start


def _runs(text: str) -> Iterator[list[Line]]:
    """Lines between blank lines."""
    run: list[Line] = []
    position = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            run.append(Line(position, position + len(line), words))
        elif run:
            yield run
            run = []
        position += len(line) + 1
    if run:
        yield run


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether one paragraph was broken into lines of about equal length."""
    if len(lines) < 3:
        return False
    lengths = [len(line.words) for line in lines[:-1]]
    open_ends = sum(not CLOSES.search(line.words) for line in lines[:-1])
    return max(lengths) in WRAPPED and min(lengths) > 0.6 * max(lengths) and open_ends >= 0.5 * len(lengths)


def _continues(line: Line, following: Line, wrapped: bool) -> bool:
    if BULLET.match(following.words):
        return False
    if wrapped:
        return True
    return len(line.words) >= WRAPPED.start and not CLOSES.search(line.words) and following.words[0].islower()
