"""Raw text becomes revision text: one form for each character, one kind of line end, nothing that bites."""

import re
import unicodedata
from itertools import groupby

LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Separators and the tab stand between words and become a space; other control characters,
# the byte order mark and the soft hyphen stand within them and go. Zero-width joiners and
# direction marks carry meaning in emoji and in right-to-left scripts and stay.
CONTROLS = dict.fromkeys([*range(32), *range(127, 160), 173, 65279])
CONTROLS |= {ord(separator): " " for separator in "\t\x1c\x1d\x1e\x1f"}
del CONTROLS[ord("\n")]

SURROGATES = re.compile("[\ud800-\udfff]")
LONG_RUN_OF_MARKS = re.compile(r"[^\w\s\x00-\x7f]{65,}")
# Marks by decomposition although their combining class is 0 (UAX #15, non-starter decompositions).
HIDDEN_MARKS = frozenset("\u0f73\u0f75\u0f81")


def normalise(raw: str) -> str:
    """The text as it is stored: NFC, lines end in LF, no control characters, no lone surrogates.

    Blank lines before the first and all white space after the last word are left out.
    `normalise(normalise(raw)) == normalise(raw)`.
    """
    text = LINE_ENDS.sub("\n", raw)
    if SURROGATES.search(text):
        # Two halves of a pair become one character again, a half alone U+FFFD.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = text.translate(CONTROLS)
    text = LONG_RUN_OF_MARKS.sub(lambda run: _thin(run[0]), text)
    text = unicodedata.normalize("NFC", text)
    indent = len(text) - len(text.lstrip())
    return text[text.rfind("\n", 0, indent) + 1 :].rstrip()


def _thin(run: str) -> str:
    """At most 64 marks on one letter: NFC sorts the marks of a letter in quadratic time."""
    kept = []
    for is_mark, characters in groupby(run, lambda c: bool(unicodedata.combining(c)) or c in HIDDEN_MARKS):
        group = "".join(characters)
        # Cut well below 64, so that the marks NFC may add do not make a second run cut again.
        kept.append(group[:30] if is_mark and len(group) > 64 else group)
    return "".join(kept)
