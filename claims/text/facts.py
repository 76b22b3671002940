"""What a sentence states, as far as words can tell without a model: enough to see an edit touch a fact.

Two wordings with equal facts may still differ in meaning; two with different facts do differ, or may. Used
where "in doubt: fact changed" is the rule.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.text.dates import FoundDate, find_dates
from claims.text.fact_words import COUNTED, FILLERS, MEANINGS, SPEECH
from claims.text.numbers import ABOUT, WORDS, Quantity, find_quantities
from claims.text.tokens import Token

BOUND = re.compile(rf"{ABOUT} ", re.IGNORECASE)
BOUNDS = {
    "more than": "over", "less than": "under", "fewer than": "under", "no more than": "at most",
    "up to": "at most", "no less than": "at least", "no fewer than": "at least", "almost": "nearly",
    "close to": "nearly",
} | dict.fromkeys(
    ("around", "roughly", "approximately", "some", "circa", "estimated", "an estimated", "~"), "about"
)  # fmt: skip
POINT_OR_COMMA = re.compile(r"\d\.\d{3}(?!\d)")  # "12.000" is twelve or twelve thousand
DAY_NAMES = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
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
    taken = {n: fact for fact in found for n in _read(fact, tokens)}
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
    readings = [("date", one["start"], one["end"], _day(one)) for one in dates]
    readings += [("number", one["start"], one["end"], _amount(one)) for one in find_quantities(text, dates)]
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


def _day(date: FoundDate) -> str:
    """A date by its value where its words say nothing more: not "Monday, 12 May 2019" nor "spring 2019"."""
    if date["value"] and date["precision"] in {"day", "month", "year"} and not DAY_NAMES.search(date["text"]):
        return f"{date['value']} {date['precision']}"
    said = date["text"].lower().split()
    return " ".join(sorted(str(WORDS.get(word, word)) for word in said))


def _amount(quantity: Quantity) -> str:
    """A quantity with its bound and what it counts: "over 9 homes"."""
    text, number, unit = quantity["text"].lower(), quantity["number"], quantity["unit"].lower()
    bound = _bound(text)
    kind, measure = MEANINGS.get(COUNTED.get(unit, unit), ("", ""))
    unit = measure if kind == "unit" else COUNTED.get(unit, unit)
    if number is None or POINT_OR_COMMA.search(text):
        return text
    return " ".join(filter(None, (BOUNDS.get(bound, bound), f"{number}", unit)))


def _bound(text: str) -> str:
    match = BOUND.match(text)
    return match[0].strip().lower() if match else ""


def _read(fact: Fact, tokens: Sequence[Token]) -> Iterator[int]:
    """The tokens of a date or quantity whose words are in its value: not the adjective of "9 empty homes"."""
    bound = len(_bound(fact.text).split())
    for n in range(fact.first, fact.end):
        word = tokens[n].plain.lower()
        if (
            fact.kind == "date"
            or n - fact.first < bound
            or n == fact.end - 1
            or not word[0].isalpha()
            or word == "per"
            or MEANINGS.get(word, ("",))[0] in {"number", "unit"}
        ):
            yield n


def _of_word(n: int, written: str, within: Fact | None, is_common: bool, usage: Usage) -> Iterator[Fact]:
    """The facts a word states by itself; `within` is the date or quantity that it is a part of."""
    if within is not None and within.kind == "date":
        return
    bare = POSSESSIVE.sub("", written)
    word = bare.lower()
    is_acronym = len(bare) > 1 and bare.isupper()  # "US" is no "us"
    is_person = MEANINGS.get(word, ("",))[0] == "person" and not is_acronym
    is_name = bare != word and not is_common and not is_person
    if is_name:
        yield Fact("name", bare.replace(".", ""), bare, n, n + 1)
    if within is not None or is_acronym:
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
        opens = n == 0 or not tokens[n - 1].plain[0].isalnum()
        if token.plain.lower() == "according" or (opens and token.plain in SPEECH):
            found.update(_noun(tokens, range(n + 1, len(tokens))))
        elif token.plain in SPEECH:
            found.update(_noun(tokens, range(n - 1, -1, -1)))
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
