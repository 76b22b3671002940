"""Lines become units: what one block will hold, before it has a role."""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"  # zero width, directions
# "<jane@example.org>" and "<The Palace>" are none.
_TAG = r"</?(?:[a-z][\w:-]{0,30}|[A-Z]{1,10}\d?)(?:[\s/][^<>]{0,300})?>"
BULLET = re.compile(
    rf"(?:[\s>{UNSEEN}]|{_TAG})*(?:\*\*|__)?"  # an answered mail, tags, bold
    r"(?:[•·▪▫◦‣●○■□*➤►✓✔–—-]\s+|o\s+(?=[A-Z\d])|[(\[]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)\]]\s+|[•·▪◦‣●]\s*)"
    r"(?:\d{1,2}(?=[A-Z][a-z]))?"
)
GLUED_NUMBER = re.compile(
    r"\s*(\d{1,2})(?=(?:[A-Z][a-z]+|A|I)[\s’'])"
)  # "1Kyiv has", as pages number their points
MARKS = re.compile(f"[{UNSEEN}]+")
CLOSES = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
HYPHEN = re.compile(r"[^\W\d_]{2}-$")  # within a word: "the govern-"
WRAPPED = range(45, 101)  # code points of a line that an editor or a mail program has wrapped
TAG = re.compile(rf"{_TAG}|<!--[^<>]{{0,300}}-->")
LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{1,300}\)")
MARKDOWN = re.compile(
    r"\[\^\d{1,3}\]$|(?<=[.!?…\"”])(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹])+$"  # marks of notes
    r"|^(?:> ?)+|^#{1,6} +(?=\S)|(?<!\w)(?:\*\*|__)(?=\S)|(?<=\S)(?:\*\*|__)(?!\w)"
)


class Line(NamedTuple):
    start: int
    end: int  # without the newline
    words: str
    length: int  # of the words and the white space before them


class Unit(NamedTuple):
    """One or more lines that belong together. `run` counts the blocks of lines between blank lines."""

    start: int
    end: int
    words: str  # joined by one space, without tags and other marks of a page's source
    bulleted: bool
    run: int
    quoted: bool = False  # after ">", where most lines are not


def units(text: str) -> list[Unit]:
    """The units of `text` in order, without the white space between them."""
    runs = list(_runs(text))
    whole = _width(runs)
    quotes = 2 * sum(text[line.start] == ">" for lines in runs for line in lines) < sum(map(len, runs))
    found: list[Unit] = []
    for run, lines in enumerate(runs):
        width = whole or _width([lines])
        groups: list[list[Line]] = []
        for line in lines:
            if groups and _continues(groups[-1][-1], line, width):
                groups[-1].append(line)
            else:
                groups.append([line])
        for group in groups:
            words = " ".join(line.words for line in group)
            quoted = quotes and text[group[0].start] == ">"
            found.append(Unit(group[0].start, group[-1].end, words, bool(BULLET.match(words)), run, quoted))
    return _with_glued_numbers(found)


def has_blank_lines(found: Sequence[Unit]) -> bool:
    """Whether blank lines part most units, so that those without one between belong together."""
    return bool(found) and 2 * (found[-1].run + 1) >= len(found)


def content_start(text: str, start: int, end: int) -> int:
    """Where the words of a list item begin, after its bullet and number."""
    match = BULLET.match(text, start, end) or GLUED_NUMBER.match(text, start, end)
    return match.end() if match else start


def _runs(text: str) -> Iterator[list[Line]]:
    """Lines between blank lines."""
    run: list[Line] = []
    position = 0
    for line in text.split("\n"):
        if MARKS.sub("", line).strip("> \t\xa0"):
            words = _words(line)
            indent = len(line) - len(line.lstrip(" "))
            run.append(Line(position, position + len(line), words, indent + len(words)))
        elif run:
            yield run
            run = []
        position += len(line) + 1
    if run:
        yield run


def _words(line: str) -> str:
    """What a reader of the page would have seen of the line; the line itself where that is nothing."""
    seen = MARKS.sub("", line)
    seen = TAG.sub(" ", seen) if "<" in seen else seen
    seen = html.unescape(seen) if "&" in seen else seen
    seen = LINK.sub(r"\1", seen) if "](" in seen else seen
    seen = MARKDOWN.sub("", " ".join(seen.split()))
    if len(seen) > 2 and seen[0] == seen[-1] and seen[0] in "*_" and not seen[1].isspace():
        seen = seen[1:-1]
    return seen or line.strip()


def _width(runs: Sequence[Sequence[Line]]) -> int:
    """The width at which these lines were wrapped, 0 if they were not.

    Wrapping breaks a line only where the next word would not have fitted: that must hold of most lines that
    another one follows, and some of the breaks must stand within a sentence. Short lines and those that close
    a sentence may end where they like.
    """
    lengths = sorted(line.length for run in runs for line in run)
    width = lengths[int(0.98 * (len(lengths) - 1))] if lengths else 0
    if width not in WRAPPED:
        return 0
    pairs = [
        (line, following)
        for run in runs
        for line, following in pairwise(run)
        if 2 * line.length > width and not CLOSES.search(line.words)
    ]
    full = [following for line, following in pairs if _is_full(line, following, width)]
    within = sum(following.words[:1].islower() for following in full)
    return width if len(full) > 1 and 2 * len(full) > len(pairs) and 3 * within >= len(full) else 0


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted."""
    return line.length + 1 + len(following.words.partition(" ")[0]) > width


def _continues(line: Line, following: Line, width: int) -> bool:
    is_full = bool(width) and _is_full(line, following, width)
    if BULLET.match(following.words):
        return is_full and following.words[0] in "–—-" and not CLOSES.search(line.words)
    if is_full or (HYPHEN.search(line.words) and following.words[:1].islower()):
        return True
    return (
        len(line.words) >= WRAPPED.start and not CLOSES.search(line.words) and following.words[:1].islower()
    )


def _with_glued_numbers(found: list[Unit]) -> list[Unit]:
    """Lines that count on, "1Kyiv has", "2The announcement", are a list; "5G networks" alone is none."""
    numbers = [int(match[1]) if (match := GLUED_NUMBER.match(unit.words)) else None for unit in found]
    for place, (before, number) in enumerate(pairwise(numbers), 1):
        if before is not None and number == before + 1:
            found[place - 1 : place + 1] = [
                unit._replace(bulleted=True) for unit in found[place - 1 : place + 1]
            ]
    return found
