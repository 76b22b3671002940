"""Edits that writers make, as cases: the old text, the new one, the claims, and what becomes of each.

Every case edits one claim's sentence (or something near it) and says what it should be called; `None` where
the text leaves it open.
"""

import calendar
import random
import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.anchoring import Change
from claims.anchoring.sentences import sentences
from claims.text import Span
from claims.text.facts import facts
from claims.text.patterns import words as listed

SAME, MOVED, WORDING, FACT, GONE = (
    Change.SAME,
    Change.MOVED,
    Change.WORDING_CHANGED,
    Change.FACT_CHANGED,
    Change.GONE,
)
SYNONYMS = [
    pair.split("/")
    for pair in sorted(
        listed(
            """
    said/stated announced/declared big/large began/commenced important/significant help/assist
    show/demonstrate showed/demonstrated quickly/rapidly talks/negotiations agreement/accord city/town
    war/conflict meeting/gathering however/nevertheless plan/scheme money/funds people/persons
    also/additionally several/various called/termed built/constructed houses/homes buy/purchase
    children/kids work/labour road/street residents/inhabitants use/employ made/produced
            """
        )
    )
]
UNITS = {"percent": "pounds", "per cent": "pounds", "%": " points", "km": "miles", "kilometres": "miles",
         "metres": "feet", "tonnes": "pounds", "years": "months", "months": "weeks", "weeks": "days",
         "days": "hours", "euros": "dollars", "million": "billion", "£": "$", "€": "£", "$": "€",
         "hours": "days", "homes": "hectares", "prisoners": "tanks"}  # fmt: skip
OTHER_NAMES = ["Okonkwo", "Lindholm", "Ferrara", "Takahashi", "Marrakesh", "Uppsala"]


class Case(NamedTuple):
    """`wanted` holds a change for each of `spans`, None where anything goes."""

    edit: str
    old: str
    new: str
    spans: list[Span]
    wanted: list[Change | None]
    edited: int


def claims_of(text: str, most: int = 25) -> list[Span]:
    """Sentences of the text with at least eight words, that stand in it once."""
    found = [
        Span(one.start, one.end)
        for one in sentences(text)
        if len(one.words) >= 10 and text.count(text[one.start : one.end]) == 1 and text[one.end - 1] in '.”"'
    ]
    step = max(1, len(found) // most)
    return found[::step][:most]


def cases(text: str, seed: int) -> Iterator[Case]:
    """All edits of every claim of `text`, each a case of its own."""
    spans = claims_of(text)
    chance = random.Random(seed)
    for n in range(len(spans)):
        for edit in EDITS:
            made = edit(text, spans, n, chance)
            if made is None:
                continue
            new, change, *rest = made
            wanted: list[Change | None] = [SAME] * len(spans)
            for other in rest[0] if rest else ():
                wanted[other] = None
            wanted[n] = change
            yield Case(edit.__name__, text, new, spans, wanted, n)


def replaced(text: str, span: Span, words: str) -> str:
    return text[: span.start] + words + text[span.end :]


def of(text, spans, n):
    return text[spans[n].start : spans[n].end]


def insert_before(text, spans, n, chance):
    return replaced(text, Span(spans[n].start, spans[n].start), "Nobody had seen it coming at all. "), SAME


def insert_paragraph(text, spans, n, chance):
    return "A new opening paragraph stands here now.\n\n" + text, SAME


def delete_before(text, spans, n, chance):
    if n == 0:
        return None
    return text[: spans[n - 1].start] + text[spans[n - 1].end :], SAME, [n - 1]


def delete(text, spans, n, chance):
    return replaced(text, spans[n], ""), GONE


def reflow(text, spans, n, chance):
    words = of(text, spans, n).split(" ")
    if len(words) < 14 or not words[12][:1].islower():
        return None
    return replaced(text, spans[n], " ".join(words[:12]) + "\n" + " ".join(words[12:])), SAME


def double_spaces(text, spans, n, chance):
    return replaced(text, spans[n], of(text, spans, n).replace(" ", "  ")), SAME


def typo(text, spans, n, chance):
    places = [m for m in re.finditer(r"(?<=[ ])[a-z]{6,}(?=[ ,.])", of(text, spans, n)) if not is_fact(m[0])]
    if not places:
        return None
    match = chance.choice(places)
    words = of(text, spans, n)
    at = match.start() + chance.randrange(2, len(match[0]) - 2)
    if words[at] == words[at + 1] or in_quotes(words, at):
        return None
    return replaced(text, spans[n], words[:at] + words[at + 1] + words[at] + words[at + 2 :]), WORDING


def is_fact(word):
    return bool(facts(f"a {word}"))


def synonym(text, spans, n, chance):
    words = of(text, spans, n)
    for word, other in SYNONYMS:
        match = re.search(rf"(?<=[ ]){word}(?=[ ,.])", words)
        if match and not in_quotes(words, match.start()):
            return replaced(text, spans[n], words[: match.start()] + other + words[match.end() :]), WORDING
    return None


def in_quotes(words, at):
    return len(re.findall('[“”"]', words[:at])) % 2 == 1


def number_change(text, spans, n, chance):
    words = of(text, spans, n)
    places = list(re.finditer(r"\d+", words))
    if not places:
        return None
    match = chance.choice(places)
    other = str(int(match[0]) + chance.choice([1, 3, 10]))
    return replaced(text, spans[n], words[: match.start()] + other + words[match.end() :]), FACT


def number_word_change(text, spans, n, chance):
    names = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty"]
    words = of(text, spans, n)
    match = re.search(rf"\b({'|'.join(names)})\b", words)
    if not match:
        return None
    other = chance.choice([name for name in names if name != match[0]])
    return replaced(text, spans[n], words[: match.start()] + other + words[match.end() :]), FACT


def unit_change(text, spans, n, chance):
    words = of(text, spans, n)
    for unit, other in UNITS.items():
        pattern = rf"(?<=\d ){unit}\b" if unit.isalpha() or " " in unit else re.escape(unit)
        match = re.search(pattern, words)
        if match:
            return replaced(text, spans[n], words[: match.start()] + other + words[match.end() :]), FACT
    return None


def date_change(text, spans, n, chance):
    words = of(text, spans, n)
    days = list(calendar.day_name)
    months = [name for name in calendar.month_name if name not in {"", "May"}]
    for names in (months, days):
        match = re.search(rf"\b({'|'.join(names)})\b", words)
        if match:
            other = chance.choice([name for name in names if name != match[0]])
            return replaced(text, spans[n], words[: match.start()] + other + words[match.end() :]), FACT
    return None


def negation_added(text, spans, n, chance):
    words = of(text, spans, n)
    match = re.search(r"\b(is|are|was|were|has|have|had|will|would|can|could|should)\b(?! not)", words)
    if not match:
        return None
    return replaced(text, spans[n], words[: match.end()] + " not" + words[match.end() :]), FACT


def negation_removed(text, spans, n, chance):
    words = of(text, spans, n)
    match = re.search(r" (not|never|no)\b|n['’]t\b", words)
    return match and (replaced(text, spans[n], words[: match.start()] + words[match.end() :]), FACT)


def name_swapped(text, spans, n, chance):
    words = of(text, spans, n)
    places = list(re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?=[ ,.’'])", words))
    if not places:
        return None
    match = chance.choice(places)
    return replaced(
        text, spans[n], words[: match.start()] + chance.choice(OTHER_NAMES) + words[match.end() :]
    ), FACT


def names_exchanged(text, spans, n, chance):
    words = of(text, spans, n)
    places = list(re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?=[ ,.])", words))
    if len({match[0] for match in places}) < 2:
        return None
    first = places[0]
    last = next(match for match in reversed(places) if match[0] != first[0])
    if last.start() <= first.start():
        return None
    new = (
        words[: first.start()] + last[0] + words[first.end() : last.start()] + first[0] + words[last.end() :]
    )
    return replaced(text, spans[n], new), FACT


def quotation_altered(text, spans, n, chance):
    words = of(text, spans, n)
    match = re.search(r"[“\"]([^“”\"]+ [^“”\"]+)[”\"]", words)
    if not match:
        return None
    inside = match[1].split(" ")
    at = chance.randrange(len(inside))
    inside[at] = "utterly"
    return replaced(text, spans[n], words[: match.start(1)] + " ".join(inside) + words[match.end(1) :]), FACT


def direction_change(text, spans, n, chance):
    words = of(text, spans, n)
    for word, other in {"rose": "fell", "more": "fewer", "increased": "decreased", "higher": "lower",
                        "grew": "shrank", "less": "more", "fell": "rose", "above": "below", "over": "under",
                        "largest": "smallest", "first": "last", "before": "after"}.items():  # fmt: skip
        match = re.search(rf"\b{word}\b", words)
        if match:
            return replaced(text, spans[n], words[: match.start()] + other + words[match.end() :]), FACT
    return None


def sentence_moved(text, spans, n, chance):
    if len(spans) < 6:
        return None
    words = of(text, spans, n)
    to = 0 if n > len(spans) // 2 else len(spans) - 1
    if abs(to - n) < 2:
        return None
    at = spans[to].end
    moved = text[:at] + " " + words + text[at:]
    shift = len(words) + 1 if at <= spans[n].start else 0
    return moved[: spans[n].start + shift] + moved[spans[n].end + shift :], MOVED


def split_in_two(text, spans, n, chance):
    words = of(text, spans, n)
    match = re.search(r", (and|but) (the |a |an |he |she |it |they |there )", words)
    if not match or in_quotes(words, match.start()):
        return None
    return replaced(
        text, spans[n], words[: match.start()] + ". " + match[2].capitalize() + words[match.end() :]
    ), WORDING


def merged_with_next(text, spans, n, chance):
    if n + 1 >= len(spans) or text[spans[n].end : spans[n + 1].start] != " ":
        return None
    first, second = of(text, spans, n), of(text, spans, n + 1)
    if not re.match(r"(The|A|An|But|This|It|In|There|They|He|She) ", second) or not first.endswith("."):
        return None
    new = first[:-1] + ", and " + second[0].lower() + second[1:]
    return replaced(text, Span(spans[n].start, spans[n + 1].end), new), WORDING, [n + 1]


def duplicated(text, spans, n, chance):
    return replaced(text, spans[n], of(text, spans, n) + " " + of(text, spans, n)), SAME


def duplicated_at_end(text, spans, n, chance):
    return text.rstrip() + "\n\n" + of(text, spans, n), SAME


EDITS = [
    insert_before, insert_paragraph, delete_before, delete, reflow, double_spaces, typo, synonym,
    number_change, number_word_change, unit_change, date_change, negation_added, negation_removed,
    name_swapped,
    names_exchanged, quotation_altered, direction_change, sentence_moved, split_in_two, merged_with_next,
    duplicated, duplicated_at_end,
]  # fmt: skip
