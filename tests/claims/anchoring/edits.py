"""Edits of one sentence, as writers make them: words in, words out, and what that is to be called.

An edit that does not fit a sentence gives None.
"""

import calendar
import re
from collections.abc import Callable
from random import Random

from claims.anchoring import Change
from claims.text.fact_words import MEANINGS
from claims.text.patterns import words as listed

SAME, MOVED, WORDING, FACT, GONE = (
    Change.SAME,
    Change.MOVED,
    Change.WORDING_CHANGED,
    Change.FACT_CHANGED,
    Change.GONE,
)
Edit = Callable[[str, Random], str | None]

SYNONYMS = listed(
    """
    said/stated announced/declared big/large began/commenced important/significant help/assist
    show/demonstrate showed/demonstrated quickly/rapidly talks/negotiations agreement/accord city/town
    war/conflict meeting/gathering however/nevertheless plan/scheme money/funds people/persons
    also/additionally several/various called/termed built/constructed houses/homes buy/purchase
    children/kids work/labour road/street residents/inhabitants use/employ made/produced
    """
)
UNITS = {"percent": "pounds", "per cent": "pounds", "%": " points", "km": "miles", "kilometres": "miles",
         "metres": "feet", "tonnes": "pounds", "years": "months", "months": "weeks", "weeks": "days",
         "days": "hours", "euros": "dollars", "million": "billion", "£": "$", "€": "£", "$": "€",
         "hours": "days", "homes": "hectares", "prisoners": "tanks"}  # fmt: skip
NAMES = ["Okonkwo", "Lindholm", "Ferrara", "Takahashi", "Marrakesh", "Uppsala"]
NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty"]
DIRECTIONS = listed(
    """
    rose/fell more/fewer increased/decreased higher/lower grew/shrank less/more fell/rose above/below
    largest/smallest before/after all/some will/may first/last
    """
)
IN_MID = r"(?<=[a-z,] )[A-Z][a-z]{3,}(?=[ ,.’'])"


def in_quotes(words: str, at: int) -> bool:
    return len(re.findall('[“”"]', words[:at])) % 2 == 1


def put(words: str, match: re.Match[str] | None, other: str) -> str | None:
    return None if match is None else words[: match.start()] + other + words[match.end() :]


def some(pattern: str, words: str, chance: Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, words))
    return chance.choice(found) if found else None


def unquoted(pattern: str, words: str) -> re.Match[str] | None:
    return next((m for m in re.finditer(pattern, words) if not in_quotes(words, m.start())), None)


def exchanged(pairs: frozenset[str], words: str, *, quoted: bool) -> str | None:
    for pair in sorted(pairs):
        word, other = pair.split("/")
        pattern = rf"(?<=[ ]){word}(?=[ ,.])"
        match = re.search(pattern, words) if quoted else unquoted(pattern, words)
        if match:
            return put(words, match, other)
    return None


def typo(words, chance):
    places = [
        m
        for m in re.finditer(r"(?<=[ ])[a-z]{6,}(?=[ ,.])", words)
        if MEANINGS.get(m[0], ("",))[0] != "number" and not in_quotes(words, m.start())
    ]
    if not places:
        return None
    match = chance.choice(places)
    at = match.start() + chance.randrange(1, len(match[0]) - 2)
    changed = [
        words[:at] + words[at + 1] + words[at] + words[at + 2 :],
        words[:at] + words[at + 1 :],
        words[:at] + words[at] + words[at:],
    ]
    return chance.choice([one for one in changed if one != words])


def synonym(words, chance):
    return exchanged(SYNONYMS, words, quoted=False)


def comma_dropped(words, chance):
    return put(words, unquoted(r", (?=who|and|but|with|in |on )", words), " ")


def number_as_digits(words, chance):
    match = unquoted(r"\b(two|three|four|five|six|seven|eight|nine|ten|twelve)(?= [a-z]{3,}s\b)", words)
    return match and put(words, match, str(NUMBERS.index(match[0]) + 2 if match[0] != "twelve" else 12))


def percent_sign(words, chance):
    return put(words, unquoted(r"(?<=\d) (percent|per cent)\b", words), "%")


def contraction(words, chance):
    return put(words, unquoted(r"(?<=did|was|has|had|are|uld) not\b", words), "n’t")


def split_in_two(words, chance):
    match = unquoted(r"(?:, (?:and|but)|;) (the|a|an|he|she|it|they|there) ", words)
    return match and put(words, match, f". {match[1].capitalize()} ")


def split_at_which(words, chance):
    return put(words, unquoted(r", which (?=is|was|has|had|will)", words), ". It ")


def number_changed(words, chance):
    match = some(r"\d+", words, chance)
    return match and put(words, match, str(int(match[0]) + chance.choice([1, 3, 10, 1000])))


def digit_dropped(words, chance):
    return (
        put(words, some(r"(?<=\d)[.,](?=\d)|(?<=[1-9])\d(?!\d)", words, chance), "")
        if not re.search(r"\d,\d", words)
        else None
    )


def number_word_changed(words, chance):
    match = some(rf"\b({'|'.join(NUMBERS)})\b", words, chance)
    return match and put(words, match, chance.choice([name for name in NUMBERS if name != match[0]]))


def number_gone(words, chance):
    return put(words, some(r"\b\d[\d.,]* (?=[a-z])", words, chance), "")


def about_added(words, chance):
    return put(words, some(r"(?<=[a-z] )(?=\d+ [a-z])", words, chance), "about ")


def unit_changed(words, chance):
    for unit, other in UNITS.items():
        pattern = rf"(?<=\d ){unit}\b" if unit.isalpha() or " " in unit else re.escape(unit)
        if match := re.search(pattern, words):
            return put(words, match, other)
    return None


def date_changed(words, chance):
    for names in ([name for name in calendar.month_name if name not in {"", "May"}], [*calendar.day_name]):
        if match := some(rf"\b({'|'.join(names)})\b", words, chance):
            return put(words, match, chance.choice([name for name in names if name != match[0]]))
    return None


def negation_added(words, chance):
    verbs = r"\b(is|are|was|were|has|have|had|will|would|can|could|should)\b(?! not)"
    match = some(verbs, words, chance)
    return match and put(words, match, match[0] + chance.choice([" not", " never", " no longer"]))


def negation_removed(words, chance):
    return put(words, some(r" (not|never|no)\b|n['’]t\b", words, chance), "")


def name_swapped(words, chance):
    return put(words, some(IN_MID, words, chance), chance.choice(NAMES))


def name_misspelt(words, chance):
    match = some(r"(?<=[a-z,] )[A-Z][a-z]{5,}(?=[ ,.’'])", words, chance)
    return match and put(words, match, match[0][:3] + match[0][4:])


def first_name_swapped(words, chance):
    match = re.match(r"[A-Z][a-z]{3,}(?= (?:said|has|told|was|and [A-Z]))", words)
    return put(words, match, chance.choice(NAMES))


def names_exchanged(words, chance):
    places = list(re.finditer(IN_MID, words))
    others = [match for match in places if match[0] != places[0][0]]
    if not others:
        return None
    first, last = places[0], others[-1]
    new = (
        words[: first.start()] + last[0] + words[first.end() : last.start()] + first[0] + words[last.end() :]
    )
    return new if last.start() > first.start() else None


def pronoun_changed(words, chance):
    match = some(r"\b(he|she|his|they)\b", words, chance)
    return match and put(words, match, {"he": "she", "she": "he", "his": "her", "they": "we"}[match[0]])


def claimant_changed(words, chance):
    return put(words, some(r"\b[A-Z][a-z]+(?= (?:said|told|added|wrote)\b)", words, chance), "Okonkwo")


def quotation_altered(words, chance):
    match = some(r"(?<=[“\"])[^“”\"]+ [^“”\"]+(?=[”\"])", words, chance)
    if match is None:
        return None
    inside = match[0].split(" ")
    inside[chance.randrange(len(inside))] = "utterly"
    return put(words, match, " ".join(inside))


def quotation_made_indirect(words, chance):
    return re.sub(r"[“”\"]", "", words) if re.search(r"[“\"]\w", words) else None


def direction_changed(words, chance):
    return exchanged(DIRECTIONS, words, quoted=True)


def clause_cut(words, chance):
    return put(words, some(r", (?:which|who|where)\b[^,.“”]{15,}(?=[,.])", words, chance), "")


def clause_added(words, chance):
    return words[:-1] + ", after a long quarrel between bakers." if words.endswith(".") else None


def rewritten(words, chance):
    return "A wholly different thought about bakers and their old ovens stands here in its stead."


WITHIN: dict[Edit, Change] = dict.fromkeys(
    [typo, synonym, comma_dropped, number_as_digits, percent_sign, contraction, split_in_two, split_at_which],
    WORDING,
) | dict.fromkeys(
    [number_changed, digit_dropped, number_word_changed, number_gone, about_added, unit_changed, date_changed,
     negation_added, negation_removed, name_swapped, name_misspelt, first_name_swapped, names_exchanged,
     pronoun_changed, claimant_changed, quotation_altered, quotation_made_indirect, direction_changed,
     clause_cut, clause_added],
    FACT,
)  # fmt: skip
