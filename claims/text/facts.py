"""What a sentence states, as far as words can tell without a model: enough to see an edit touch a fact.

Two wordings with equal facts may still differ in meaning; two with different facts do differ, or may. Used
where "in doubt: fact changed" is the rule.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.text.dates import find_dates
from claims.text.fact_words import COUNTED, FILLERS, MEANINGS, SPEECH
from claims.text.numbers import ABOUT, find_quantities
from claims.text.tokens import Token

BOUND = re.compile(rf"{ABOUT} ", re.IGNORECASE)
BOUNDS = {
    "more than": "over", "less than": "under", "fewer than": "under", "no more than": "at most",
    "up to": "at most", "no less than": "at least", "no fewer than": "at least", "almost": "nearly",
    "close to": "nearly",
}  # fmt: skip
ABOUTS = {"about", "around", "roughly", "approximately", "some", "circa", "estimated", "an estimated", "~"}
CLAIMANT = 3  # words beside "said" that say who did
POSSESSIVE = re.compile(r"'s?$")


class Fact(NamedTuple):
    """What `kind` of fact (a plain word), its value in a form that wordings share, the words themselves.

    It takes the tokens from `first` up to `end`.
    """

    kind: str
    value: str
    text: str
    first: int
    end: int


class Usage(NamedTuple):
    """How an article writes: `common` words open a sentence with a capital and are no names.

    In a `foreign` article nobody here knows which words carry a fact: all do.
    """

    common: frozenset[str] = FILLERS
    foreign: bool = False


def facts(tokens: Sequence[Token], usage: Usage) -> list[Fact]:
    """The facts of a sentence (or a few), in order."""
    found = list(_numbers(tokens))
    taken = {n: fact for fact in found for n in range(fact.first, fact.end)}
    opens = True
    for n, token in enumerate(tokens):
        if token.plain[0].isalpha():
            found += _of_word(n, token.plain, taken.get(n), opens and is_common(token.plain, usage), usage)
        elif n not in taken and (token.plain in MEANINGS or _is_symbol(token.plain)):
            kind, value = MEANINGS.get(token.plain, ("sign", token.plain))
            found.append(Fact(kind, value, token.plain, n, n + 1))
        opens = token.plain in ".!?:" or (opens and not token.plain[0].isalnum())
    known = {n for fact in found for n in range(fact.first, fact.end)}
    found += [
        Fact("claimant", tokens[n].plain.lower(), tokens[n].plain, n, n + 1)
        for n in _claimants(tokens) - known
    ]
    return sorted(found, key=lambda fact: (fact.first, fact.end))


def _numbers(tokens: Sequence[Token]) -> Iterator[Fact]:
    """Dates and quantities by their values, other digits as they stand there."""
    text, starts = _typed(tokens)
    taken: set[int] = set()
    dates = find_dates(text)
    readings = [("date", one["start"], one["end"], one["value"] or one["text"].lower()) for one in dates]
    for one in find_quantities(text, dates):
        readings.append(
            ("number", one["start"], one["end"], _amount(one["text"], one["number"], one["unit"]))
        )
    for kind, start, end, value in readings:
        first, stop = bisect_right(starts, start) - 1, bisect_left(starts, end)
        taken.update(range(first, stop))
        yield Fact(kind, value, text[start:end], first, stop)
    for n, token in enumerate(tokens):
        if token.plain[0].isnumeric() and n not in taken:
            yield Fact("number", token.plain, token.plain, n, n + 1)


def _typed(tokens: Sequence[Token]) -> tuple[str, list[int]]:
    """The tokens as one line with single spaces, and where each begins."""
    pieces, starts, length, before = [], [], 0, None
    for token in tokens:
        piece = " " + token.plain if before is not None and token.start > before else token.plain
        pieces.append(piece)
        length += len(piece)
        starts.append(length - len(token.plain))
        before = token.end
    return "".join(pieces), starts


def _amount(text: str, number: int | float | None, unit: str) -> str:
    """A quantity with its bound and what it counts: "over 9 homes"."""
    match = BOUND.match(text)
    bound = match[0].strip().lower() if match else ""
    bound = "about" if bound in ABOUTS else BOUNDS.get(bound, bound)
    unit = COUNTED.get(unit.lower(), unit.lower())
    measure = MEANINGS.get(unit, ("", ""))
    unit = measure[1] if measure[0] == "unit" else unit
    return " ".join(filter(None, (bound, text.lower() if number is None else f"{number}", unit)))


def _of_word(n: int, written: str, within: Fact | None, is_common: bool, usage: Usage) -> Iterator[Fact]:
    """The facts a word states by itself; `within` is the date or quantity that it is a part of."""
    if within is not None and within.kind == "date":
        return
    bare = POSSESSIVE.sub("", written)
    word = bare.lower()
    is_name = bare != word and not is_common and MEANINGS.get(word, ("",))[0] != "person"
    if is_name:
        yield Fact("name", bare.replace(".", ""), bare, n, n + 1)
    if within is not None:
        return
    stem, _apostrophe, ending = word.partition("'")
    if word.endswith("n't"):
        stem, ending = {"wo": "will", "ca": "can", "sha": "shall"}.get(word[:-3], word[:-3]), "n't"
    elif word == "cannot":
        stem, ending = "can", "n't"
    meanings = [MEANINGS[part] for part in (stem, {"ll": "will"}.get(ending, ending)) if part in MEANINGS]
    yield from (Fact(kind, value, written, n, n + 1) for kind, value in meanings)
    if not (is_name or meanings) and (usage.foreign or word == word.upper() or _is_letter(word)):
        yield Fact("word", word, written, n, n + 1)


def _is_letter(word: str) -> bool:
    """The "p" of "p.m.", the "b" of "b)", but not the first of "e-mail"."""
    return len(word) == 1 and word not in "aeo"


def _is_symbol(sign: str) -> bool:
    return unicodedata.category(sign).startswith("S")


def is_common(written: str, usage: Usage) -> bool:
    """A word that is no name although a sentence opens with it; one of our lists is a fact anyway."""
    bare = POSSESSIVE.sub("", written)
    return bare[1:] == bare[1:].lower() and (bare.lower() in usage.common or bare.lower() in MEANINGS)


def _claimants(tokens: Sequence[Token]) -> set[int]:
    """The words that stand beside "said" and say who did."""
    found: set[int] = set()
    for n, token in enumerate(tokens):
        after = range(n + 1, len(tokens))
        if token.plain.lower() == "according":
            found.update(_noun(tokens, after))
        elif token.plain in SPEECH:
            found.update(_noun(tokens, range(n - 1, -1, -1)) or _noun(tokens, after))
    return found


def _noun(tokens: Sequence[Token], places: range) -> list[int]:
    """The words next to a verb, up to a sign."""
    found: list[int] = []
    for n in places:
        word = tokens[n].plain
        if not word[0].isalpha() or len(found) == CLAIMANT:
            break
        if word.lower() not in FILLERS and not word.endswith("ly"):
            found.append(n)
        elif found:
            break
    return found
