"""Where things stand in a text. Every offset counts Unicode code points of the normalised text."""

from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]`."""

    start: int
    end: int


class Role(StrEnum):
    """What a block of an article is there for.

    A pull quote is set apart to be seen: words of the body said again, or somebody's words with a name.
    """

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    PULL_QUOTE = "pull_quote"
    CAPTION = "caption"
    FURNITURE = "furniture"


# Who wrote it and when are no statements about the world; furniture is not the article.
WITHOUT_CLAIMS = frozenset({Role.BYLINE, Role.DATELINE, Role.FURNITURE})


class Block(NamedTuple):
    """A run of the text with a role. It includes the white space that follows it."""

    role: Role
    start: int
    end: int


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; empty at `start` when nothing else is there."""
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    body = words.strip()
    return Span(start + lead, start + lead + len(body)) if body else Span(start, start)
