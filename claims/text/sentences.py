"""Sentence boundaries by rule: the same for every language and without a model.

A boundary is a terminal mark, with the quotes and brackets that close after it, before white
space and the start of something new. Linear in the length of the text.
"""

import re

from claims.text.patterns import words
from claims.text.spans import Span, trim

LONGEST = (
    2_000  # code points; a longer "sentence" is cut, because a parser's cost grows faster than its input
)

TERMINAL = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]+)(?P<close>["'”’»)\]]*)(?P<space>\s+|(?=[A-Z“"‘]))"""
    r"""|[。！？।؟۔]["'”’»）」』]*"""
    r"""|(?<=[a-z]{2})(?=(?:Please|Read|Share|Sign|Click|Subscribe|The|This|It|We|You|In|He|She|They)\s)"""
)
OPENING = "\"'“‘«([—–-•*¿¡ "

# Always followed by a name or a number, so they never end a sentence.
TITLES = words("""
    mr mrs ms mx dr prof st gov sen rep gen col lt sgt capt cpl maj adm cmdr hon rev fr sr supt insp
    pres amb atty messrs mme mlle dept vs v cf eg e.g ie i.e approx fig figs vol pp art sec ch ca c jan
    feb mar apr jun jul aug sep sept oct nov dec mt ft nos
    """)
# These end a sentence only when one visibly starts after them.
MAY_END = words("u.s u.k u.n e.u u.s.a d.c a.m p.m inc ltd co corp bros etc jr ph.d m.d b.a st ave al")
BEFORE_NUMBER = frozenset({"no", "nr", "art", "p", "pp"})
STARTERS = words("""
    the a an this that these those it its he she they we i you his her their our my in on at by for from
    with as but and or so yet if when while after before since although though however meanwhile there
    here what who why how where not no one some many most all both each according despite even last
    """)


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`, in order, trimmed of white space, none longer than `LONGEST`."""
    end = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for mark in TERMINAL.finditer(text, start, end):
        if mark.end() <= begin or not _ends_sentence(text, mark, begin, end):
            continue
        _append(spans, text, begin, mark.end())
        begin = mark.end()
    _append(spans, text, begin, end)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    span = trim(text, start, end)
    while span.end - span.start > LONGEST:
        cut = text.rfind(" ", span.start + 1, span.start + LONGEST)
        cut = span.start + LONGEST if cut < 0 else cut
        piece = trim(text, span.start, cut)
        spans.append(piece)
        span = trim(text, cut, span.end)
    if span.end > span.start:
        spans.append(span)


def _ends_sentence(text: str, mark: re.Match[str], begin: int, end: int) -> bool:
    if mark["stop"] is None:
        return True
    follow = text[mark.end() : min(mark.end() + 40, end)].lstrip(OPENING)
    if not follow:
        return True
    if follow[0].islower():
        return False
    before = text[max(begin, mark.start() - 20) : mark.start()]
    word = re.split(r"[\s(“\"‘—–/-]", before)[-1]
    glued = not mark["space"]
    if mark["stop"] != ".":
        return not glued or mark["stop"] in {"!", "?"}
    if glued:
        # "sails.Volodymyr" is a lost space; "U.S", "B.B" and "example.Com" are not.
        return len(word) > 2 and word.isalpha() and word.islower() and follow[1:2].islower()
    return not _is_abbreviation(word, follow)


def _is_abbreviation(word: str, follow: str) -> bool:
    """Whether the full stop after `word` belongs to it, judged by the words that `follow`."""
    plain = word.lower()
    next_word = re.match(r"[^\W\d_]+", follow)
    opens_sentence = next_word is not None and next_word[0].lower() in STARTERS
    if plain in BEFORE_NUMBER and follow[0].isdigit():
        return True
    if plain in MAY_END:
        return not opens_sentence
    if plain in TITLES and plain not in {"mar", "art", "sec", "c", "v", "st", "dec"}:
        return True
    if plain in TITLES:
        return word[:1].isupper() and not opens_sentence
    # Initials: "J. Smith", "B.B. King".
    return re.fullmatch(r"[A-Z](?:\.[A-Z])*", word) is not None and not (opens_sentence and len(word) > 1)
