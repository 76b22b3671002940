"""A text or file comes in, a document with title, text and blocks goes out."""

import unicodedata
from pathlib import Path
from typing import NamedTuple

from claims.intake import blocks as recogniser
from claims.intake import plain
from claims.text import Block, Role, normalise
from claims.text.spans import trim

LONGEST = 400_000  # code points after normalising
LONGEST_TITLE = 500
LARGEST_FILE = 8 * 2**20  # bytes: 400,000 characters of four bytes, twice over
SUFFIXES = frozenset({".txt", ".text", ".md", ""})


class UnreadableText(ValueError):
    """The text cannot be an article; the message says why and what to do.

    `length` is that of a text which is too long; 0: there is none. A page says it in words of its own.
    """

    def __init__(self, message: str, length: int = 0) -> None:
        super().__init__(message)
        self.length = length


class UnreadableFile(ValueError):
    """The file cannot be read; the message says why and what to do."""


class Document(NamedTuple):
    """`blocks` partition `text`; `title` names the article and is no part of the text."""

    title: str
    text: str
    blocks: list[Block]


def from_text(raw: str, headline: str = "", standfirst: str = "") -> Document:
    """A pasted or sent text. A typed headline or standfirst becomes its first blocks.

    Raises UnreadableText when nothing or more than 400,000 characters are left.
    """
    body = normalise(raw)
    if not any(is_visible(character) for character in body):
        raise UnreadableText("There is no text here. Paste the words of the article.")
    text, blocks = "", []
    for role, typed in ((Role.HEADLINE, headline), (Role.STANDFIRST, standfirst)):
        line = " ".join(normalise(typed).split())
        if line and not body.startswith(line):  # pasted with the body too: once is enough
            text, start = f"{text}{line}\n\n", len(text)
            blocks.append(Block(role, start, len(text)))
    if (length := len(text) + len(body)) > LONGEST:
        raise UnreadableText(
            f"The text has {length:,} characters; at most {LONGEST:,} can be checked as one article. "
            "Split it into parts and submit each.",
            length,
        )
    headed = bool(blocks)
    blocks += [
        Block(role, start + len(text), end + len(text))
        for role, start, end in recogniser.recognise(body, headed=headed)
    ]
    text += body
    return Document(_title(text, blocks), text, blocks)


def is_visible(character: str) -> bool:
    """Whether a reader sees it: no white space, and none of the marks that only steer how text is set."""
    return unicodedata.category(character) not in {"Cf", "Zs", "Zl", "Zp", "Cc"}


def read(path: str | Path) -> Document:
    """The document in a plain text file. Raises UnreadableFile."""
    path = Path(path)
    if path.suffix.lower() not in SUFFIXES:
        raise UnreadableFile(
            f"Files of type {path.suffix} cannot be read yet. Save the article as plain text (.txt)."
        )
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFile("The file is larger than 8 MB. Split the text into parts.")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"The file cannot be opened: {error.strerror or error}.") from error
    if b"\0" in data[:4096] and not data.startswith(tuple(mark for mark, _ in plain.MARKS)):
        raise UnreadableFile("This is not a text file. Save the article as plain text (.txt).")
    try:
        return from_text(plain.decode(data))
    except UnreadableText as error:
        raise UnreadableFile(str(error)) from error


def _title(text: str, blocks: list[Block]) -> str:
    """The headline, else the first words of the article, else of the text; at most 500 characters."""
    headlines = [block for block in blocks if block.role == Role.HEADLINE]
    bodies = [
        block
        for block in blocks
        if block.role in {Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE, Role.SUBHEADING}
    ]
    block = (headlines or bodies or blocks)[0]
    span = trim(text, block.start, block.end)
    title = " ".join(text[span.start : min(span.end, span.start + 2 * LONGEST_TITLE)].split())
    longest = LONGEST_TITLE if headlines else 100
    if len(title) <= longest:
        return title
    cut = title.rfind(" ", longest // 2, longest - 1)
    return title[: cut if cut > 0 else longest - 1] + "…"
