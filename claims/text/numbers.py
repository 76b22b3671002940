"""Quantities by pattern: number, unit and whether it is approximate. Years and dates are not quantities."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TypedDict

from claims.text.dates import FoundDate
from claims.text.patterns import alternatives, words

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ONES += " seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: number for number, word in enumerate(_ONES.split(), 1)}
WORDS |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
FRACTIONS = {"half": "0.5", "third": "0.333", "quarter": "0.25", "fifth": "0.2"}
FRACTIONS |= {"thirds": "0.667", "quarters": "0.75"}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mln": 10**6,
    "m": 10**6,
}
SCALES |= {"billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12}
CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen", "₴": "hryvnias", "₽": "roubles"}
CURRENCIES["₹"] = "rupees"

ABOUT = alternatives(
    """
    about|around|roughly|approximately|some|nearly|almost|circa|estimated|~
    (?:no )?(?:more|fewer|less) than|over|under|just (?:over|under)|at least|at most|up to|close to
    as (?:many|much|few) as|an (?:estimated|average of)
    """
)
SCALE = r"(?:hundred|thousand|million|mln|billion|bn|trillion|tn|dozen)"
# Digits stand alone: not the 16 of "F-16", the 19 of "COVID-19", a time, a version or a part of an address.
DIGITS = re.compile(
    rf"(?:\b(?P<about>{ABOUT}) )?(?P<currency>(?:US|C|A|NZ)?[$£€¥₴₽₹])?"
    r"(?<![\w.,:/@#-])(?P<digits>[-−]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,9})?)(?!\d|[:/]\d|[.,]\d)"
    rf"(?:(?P<ordinal>st|nd|rd|th)\b|[ -]?(?P<scale>{SCALE}|[kmb])\b|(?![^\W_]))",
    re.IGNORECASE,
)
_NUMBER_WORD = "(?:" + "|".join(WORDS) + ")"
SPELLED = re.compile(
    rf"\b(?:(?P<about>{ABOUT}) )?"
    rf"(?:(?P<many>dozens|scores|hundreds|thousands|[mb]illions)(?= of\b)"
    r"|(?:(?:an?|one|two|three)[ -])?(?P<fraction>half|thirds?|quarters?|fifth)"
    r"(?= (?:of|the|a)\b|(?<=by half)|(?<=in half))"
    rf"|(?P<first>{_NUMBER_WORD}|a(?= {SCALE}))(?:-(?P<second>{_NUMBER_WORD}))?"
    rf"(?:[ -](?P<scale>{SCALE}))?)\b",
    re.IGNORECASE,
)
UNIT = re.compile(
    r" ?%| per ?cent(?:age)?\b(?! points?)| percent\b"
    r"| (?P<points>per ?centage points?|basis points?)\b"
    r"|[ -](?:of (?:the |its |their |all )?)?(?:(?-i:[A-Z])[\w-]+ )?(?P<noun>[^\W\d_]+(?:-[^\W\d_]+)?)",
    re.IGNORECASE,
)
PLURAL = re.compile(r" (?P<noun>[^\W\d_]{2,}(?<!s)s)\b")
# A word after the number that is not what was counted.
NOT_COUNTED = words(
    """
    a an the and or but of to in on at by for from with as is are was were be been has have had do does did
    will would can could may might must should that which who than then when while if so not more less other
    others each every this these those it he she they we you i his her their its our am pm a.m p.m after
    before since until over under into about against between during per out up down off only also now
    us them him me
    """
)


class Quantity(TypedDict):
    """`number` is None for "dozens of"; `unit` is "" when nothing is counted; offsets into the text given."""

    text: str
    start: int
    end: int
    number: int | float | None
    unit: str
    approximate: bool


def find_quantities(text: str, dates: Iterable[FoundDate] = ()) -> list[Quantity]:
    """The quantities of `text` that are no part of its `dates`, in order.

    A number word counts only with something counted after it, "one" only with a scale.
    """
    found = [_of_digits(match) for match in DIGITS.finditer(text)]
    found += [quantity for match in SPELLED.finditer(text) if (quantity := _of_words(match))]
    taken = [(date["start"], date["end"]) for date in dates]
    free = [q for q in found if not any(start < q["end"] and q["start"] < end for start, end in taken)]
    return sorted(free, key=lambda quantity: quantity["start"])


def _of_digits(match: re.Match[str]) -> Quantity:
    currency, scale = match["currency"], (match["scale"] or "").lower()
    value = Decimal(match["digits"].replace(",", "").replace("−", "-"))
    if scale in {"m", "b"} and not currency:  # "5 m" is a length
        return _quantity(match, match.end(), value, "metres" if scale == "m" else "")
    value *= SCALES.get(scale, 1)
    if currency:
        return _quantity(match, match.end(), value, CURRENCIES[currency[-1]])
    unit, end = ("", match.end()) if match["ordinal"] else _unit(match)
    return _quantity(match, end, value, unit)


def _of_words(match: re.Match[str]) -> Quantity | None:
    unit, end = _unit(match)
    if match["many"]:
        return _quantity(match, end, None, unit)
    if match["fraction"]:
        return _quantity(match, end, Decimal(FRACTIONS[match["fraction"].lower()]), unit)
    first, second, scale = match["first"].lower(), match["second"], match["scale"]
    if not scale and (first == "one" or not unit):
        return None  # "one of them", "the two"
    value = Decimal(WORDS.get(first, 1) + (WORDS[second.lower()] if second else 0))
    return _quantity(match, end, value * SCALES[scale.lower()] if scale else value, unit)


def _unit(match: re.Match[str]) -> tuple[str, int]:
    """What is counted, and where the quantity ends with it."""
    unit = UNIT.match(match.string, match.end())
    if unit is None:
        return "", match.end()
    if unit["points"]:
        return unit["points"].lower(), unit.end()
    if unit["noun"] is None or unit["noun"].lower() in {"percent", "percentage"}:
        return "%", unit.end()
    if unit["noun"].lower() in NOT_COUNTED:
        return "", match.end()
    # "two potential paths": an adjective stands before the plural that is counted.
    plural = (
        None
        if unit[0].startswith("-") or unit["noun"].endswith("s")
        else PLURAL.match(unit.string, unit.end())
    )
    return (plural["noun"], plural.end()) if plural else (unit["noun"], unit.end())


def _quantity(match: re.Match[str], end: int, value: Decimal | None, unit: str) -> Quantity:
    number = None if value is None else int(value) if value == value.to_integral_value() else float(value)
    groups = match.groupdict()
    return Quantity(
        text=match.string[match.start() : end],
        start=match.start(),
        end=end,
        number=number,
        unit=unit,
        approximate=bool(groups["about"] or groups.get("many") or groups.get("fraction")),
    )
