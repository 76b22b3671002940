"""A text as words, numbers and signs, written so that two ways to type the same are the same."""

import re
import unicodedata
from typing import NamedTuple

# Inside a word: apostrophes, soft hyphens, and marks that stand beside their letter (NFD).
_WITHIN = "'’\u00ad\u0300-\u036f"
UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"  # Thai, kana, Chinese: a letter is a token
# A number with its separators, initials with their stops, a word, any other sign alone.
TOKEN = re.compile(
    rf"\d+(?:[.,:/]\d+)*|(?:[A-Z]\.){{2,}}|[{UNSPACED}]|[^\W\d_]+(?:[{_WITHIN}]+[^\W\d_]+)*[\u0300-\u036f]*"
    r"|[^\w\s\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|_"
)
PLAIN = str.maketrans("“”„«»‘’‚‹›–—‑−", "\"\"\"\"\"'''''----", "\u00ad")


class Token(NamedTuple):
    """`plain` is NFC with straight quotes, apostrophes and dashes; offsets count from the text's start."""

    plain: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words, numbers and signs of `text[start:end]`, in order; white space is no difference."""
    end = len(text) if end is None else end
    return [Token(_plain(match[0]), *match.span()) for match in TOKEN.finditer(text, start, end)]


def _plain(token: str) -> str:
    return token if token.isascii() else unicodedata.normalize("NFC", token).translate(PLAIN)
