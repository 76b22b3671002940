"""Where somebody else's words stand, by their marks."""

import re

from claims.text.spans import Span

# A double mark may stay open to the end of its paragraph: the next one opens it again. A single mark is an
# apostrophe too: it opens only before a word and must close, after "s" only where no word follows.
QUOTED = re.compile(
    r"""
      “ (?:(?!\n\s*\n)[^”])* ”?
    | „ (?:(?!\n\s*\n)[^“”])* [“”]?
    | « (?:(?!\n\s*\n)[^»])* »?
    | (?<!\w)" (?:(?!\n\s*\n)[^"])* "?
    | (?<!\w) [‘'] (?=\w) (?:(?!\n\s*\n)[^‘’'] | (?<=\w)[’'](?=\w) | (?<=s)[’'](?=\s\w) )* [’'](?!\w)
    """,
    re.VERBOSE,
)


def quotations(text: str) -> list[Span]:
    """The quotations of `text` with their marks, in order and apart."""
    return [Span(*match.span()) for match in QUOTED.finditer(text)]
