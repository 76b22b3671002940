"""A language in which all that is translated stands in «quotes»: what is outside never met a translator."""

import re
from contextlib import contextmanager
from html.parser import HTMLParser
from unittest import mock

from django.utils.translation import _trans

SAID = {"aria-label", "title", "placeholder", "alt"}
UNREAD = {"script", "style", "kbd", "code", "template"}
PIECE = re.compile(r"«[^«»]*»")
WORD = re.compile(r"[^\W\d_]{2,}")


@contextmanager
def speaking():
    """All that is translated while it runs comes back in quotes."""
    plain = {"gettext": lambda words: f"«{words}»", "pgettext": lambda _context, words: f"«{words}»"}
    counted = {
        "ngettext": lambda one, many, number: f"«{one if number == 1 else many}»",
        "npgettext": lambda _context, one, many, number: f"«{one if number == 1 else many}»",
    }
    with mock.patch.multiple(_trans, create=True, **plain, **counted):
        yield


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.pieces, self.unread = [], []

    def handle_starttag(self, tag, attrs):
        if tag in UNREAD:
            self.unread.append(tag)
        self.pieces += [
            words for name, words in attrs if words and (name in SAID or name.startswith("data-say"))
        ]

    def handle_endtag(self, tag):
        if self.unread and self.unread[-1] == tag:
            self.unread.pop()

    def handle_data(self, data):
        if not self.unread:
            self.pieces.append(data)


def outside(page: str, known: list[str]) -> list[str]:
    """The words of an HTML page that no translation put there, less the `known` ones: what people typed."""
    reader = _Reader()
    reader.feed(page)
    typed = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)")
    return [rest for piece in reader.pieces if (rest := _rest(piece, typed))]


def _rest(piece, typed):
    while PIECE.search(piece):
        piece = PIECE.sub(" ", piece)
    piece = " ".join(typed.sub(" ", " ".join(piece.split())).split())
    return piece if WORD.search(piece) else ""
