"""Quantities by pattern: number, unit and whether it is approximate. Years and dates are not quantities.

A wrong value is worse than none: what can be read in two ways is left out.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple, TypedDict

from claims.text import number_words
from claims.text.counted import GLUED, unit_after
from claims.text.dates import FoundDate
from claims.text.number_words import SCALES, WORDS
from claims.text.patterns import alternatives

__all__ = ["CURRENCIES", "WORDS", "Quantity", "find_quantities"]

CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen", "₴": "hryvnias", "₽": "roubles"}
CURRENCIES |= {"₹": "rupees", "USD": "dollars", "EUR": "euros", "GBP": "pounds", "CHF": "francs"}

ABOUT = alternatives(
    r"""
    (?:well |just |a little |slightly )?(?:over|under|above|below|(?:more|fewer|less) than)
    (?:no |not )(?:more|fewer|less) than|about|around|roughly|approximately|some|nearly|almost|circa|estimated
    an (?:estimated|average of)|at least|at most|up to|close to|not quite|upwards of|in excess of
    as (?:many|much|few|little) as|a (?:maximum|minimum) of
    """
)
BEFORE_NUMBER = re.compile(rf"(?<![\w-])(?:{ABOUT} |~ ?)$", re.IGNORECASE)
LONGEST_ABOUT = 26  # code points: "slightly more than "
ROUND = re.compile(r"\+|[- ]odd\b| or (?:so|more)\b")  # after the number: "500-odd", "10 or more"
SCALE = "(?:hundred|thousand|million|mln|mn|billion|bn|bln|trillion|trn|tn|dozen|lakh|crore)"
# Digits stand alone: not the 16 of "F-16", the 19 of "COVID-19", a time, a version or a part of an address.
DIGITS = re.compile(
    r"(?-i:(?=[\d$£€¥₴₽₹−-]|US|C[AH$]|A[U$]|NZ|HK|S\$|EUR|GBP|minus))"  # what one begins with: for speed
    r"(?P<minus>(?<![^\s(])[-−](?=[$£€¥₴₽₹]))?"
    r"(?P<currency>(?:US|CA?|AU?|NZ|HK|S)?[$]|[£€¥₴₽₹]|\b(?:USD|EUR|GBP|CHF) ?)?"
    r"(?<![\w.,:/@#&])(?<![^\d%]-)(?P<digits>(?:minus |(?<!%)[-−])?"
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,15})(?:\.\d{1,9})?)"
    rf"(?!\d|[:/]\d|[.,]\d)(?:(?P<ordinal>st|nd|rd|th)\b|[ -]?(?P<scale>{SCALE})\b|(?P<short>[kmb])\b"
    rf"|[ -]?(?P<glued>{'|'.join(GLUED)})\b(?!-)|(?=pc\b)|(?![^\W_]))",
    re.IGNORECASE,
)
_SMALL_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|twelve"
SPELLED = re.compile(
    r"(?<![\w-])(?=\d|an? |[bdefhmnoqst][a-z]{2})"  # for speed
    rf"(?:(?P<many>(?:(?:tens|dozens|hundreds|thousands) of )?(?:thousands|[mb]illions)"
    rf"|dozens|hundreds|scores(?= of\b)|(?:several|a few|many) {SCALE})"
    rf"|(?P<part_of>{_SMALL_NUMBER}|\d{{1,2}})(?P<of> out of (?:every )?|[- ]in (?:every )?|-in-)"
    rf"(?P<all>{_SMALL_NUMBER}|\d{{1,3}})(?! (?:second|minute|hour|day|week|month|year|decade))"
    rf"|(?P<ordinal>{'|'.join(number_words.ORDINALS)})(?=[ -](?:times?|years?|months?|weeks?|days?|quarters?"
    r"|rounds?|terms?|consecutive|straight|successive|place|largest|biggest|highest|lowest|smallest|most|longest"
    rf"|oldest)\b)|(?P<fraction>{number_words.FRACTION})|(?P<number>{number_words.NUMBER}))(?!\w)",
    re.IGNORECASE,
)
# What makes a part of something a share: what it is of, or what it is compared by.
AFTER_SHARE = re.compile(
    r" (?:of|the|its|their|his|her|more|less|fewer|higher|lower|larger|smaller|bigger|majority|share|cut"
    r"|as)\b|(?: an? |-)(?:hour|day|year|mile|century|kilomet(?:re|er))\b"
)
BY_SHARE = re.compile(r"\b(?:by|to|in|at) (?:about |almost |nearly |around |over )?$", re.IGNORECASE)
ENDS_SHARE = re.compile(
    r"\W*(?:$|[,.;:)]| (?:in|since|from|between|over|within|after|before|compared|and)\b)"
)
IN_ORDER = re.compile(
    r"\b(?:first|second|third|fourth|last|other|latter|this|next|final|per|better) $", re.IGNORECASE
)
# "Article 5", "No. 10", "Boeing 737": a name, not a number of things.
NAMED = re.compile(
    r"\b(?:article|section|chapter|room|pages?|no|number|route|highway|flight|gate|channel|resolution|level"
    r"|phase|part|act|title|protocol|category|type|window|line|figure|table|step|group of|boeing|airbus"
    r"|iphone|apollo|formula|psalm|verse|volume|episode|season|unit|block|ward|district|zone|pier|platform|bus|area"
    r"|item|point|rule|clause|paragraph|amendment|proposition|size|grade|lap|day|class|version|nos)\.? $",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"\w[,;]? [A-Z][\w’'-]* $")
CLOCK = re.compile(
    r" ?(?:[ap]\.?m\b|o['’]clock|hrs\b)|(?: to | ?[-–] ?)\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b", re.IGNORECASE
)
ENDS_ORDINAL = re.compile(r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)
A_YEAR = re.compile(r"(?:1[89]|20)\d\d")
TORN_OFF = re.compile(r"\d ?[-–]$")
SHORTENED = re.compile(r"0\d+|\d\d")  # "’57", "007"
TO = re.compile(r" (?P<word>to|and|or) |(?P<dash> ?[-–—] ?)")


class Quantity(TypedDict):
    """`number` is None for "dozens of"; `unit` is "" when nothing is counted; offsets into the text given."""

    text: str
    start: int
    end: int
    number: int | float | None
    unit: str
    approximate: bool


class Found(NamedTuple):
    """A quantity before its neighbours are known. `bare`: it counts only as the first part of a range."""

    start: int
    end: int
    value: Decimal | None
    unit: str
    approximate: bool
    scale: int = 1
    bare: bool = False


def find_quantities(text: str, dates: Iterable[FoundDate] = ()) -> list[Quantity]:
    """The quantities of `text` that are no part of its `dates`, in order.

    A number word counts only with something counted after it, or with a scale.
    """
    taken = [(date["start"], date["end"]) for date in dates]
    found = [*_of_digits(text), *_of_words(text)]
    free = [q for q in found if not any(start < q.end and q.start < end for start, end in taken)]
    ordered: list[Found] = []
    for one in sorted(free, key=lambda one: (one.start, -one.end)):
        if not ordered or one.start >= ordered[-1].end:
            ordered.append(one)
    ranged = _with_ranges(text, ordered)
    return [_quantity(text, one) for one in ranged if not one.bare and not _is_torn_off(text, one)]


def _quantity(text: str, found: Found) -> Quantity:
    value = found.value
    return Quantity(
        text=text[found.start : found.end],
        start=found.start,
        end=found.end,
        number=None if value is None else int(value) if value == value.to_integral_value() else float(value),
        unit=found.unit,
        approximate=found.approximate,
    )


def _is_torn_off(text: str, found: Found) -> bool:
    """The second number of a score or a name, "4-0", whose first was no quantity."""
    return not found.unit and TORN_OFF.search(text, max(0, found.start - 3), found.start) is not None


def _with_ranges(text: str, found: list[Found]) -> Iterator[Found]:
    """The first number of "4 to 6 percent" has the unit of the second; "3-1" is a score and no quantity."""
    skip = -1
    for n, one in enumerate(found):
        link = TO.match(text, one.end)
        after = found[n + 1] if n + 1 < len(found) else None
        if n == skip:
            continue
        if (
            link is None
            or after is None
            or link.end() != after.start
            or one.value is None
            or after.value is None
        ):
            # The end of the range could not be read: "$5-7x".
            if not (
                link and link["dash"] and text[link.end() : link.end() + 1].isdigit() and one.unit != "%"
            ):
                yield one
            continue
        is_between = text[max(0, one.start - 8) : one.start].lower() == "between "
        if link["dash"] and not (after.unit and one.value < after.value):
            skip = n + 1
        elif (one.unit and after.unit not in {one.unit, ""}) or (link["word"] == "and" and not is_between):
            yield one
        elif (scaled := _scaled(one, after)) is not None:
            yield one._replace(value=scaled, unit=one.unit or after.unit, bare=False)
            if one.unit and not after.unit:
                found[n + 1] = after._replace(unit=one.unit)


def _scaled(one: Found, after: Found) -> Decimal | None:
    """The first number of a range: five million in "five to seven million"; None where it is unclear."""
    if one.value is None or after.value is None or after.scale == 1 or one.scale > 1 or one.value >= 1000:
        return one.value
    return one.value * after.scale if one.value <= after.value / after.scale else None


def _of_digits(text: str) -> Iterator[Found]:
    for match in DIGITS.finditer(text):
        if found := _digits(match):
            yield found


def _digits(match: re.Match[str]) -> Found | None:
    text, currency, digits = match.string, (match["currency"] or "").strip(), match["digits"]
    first, place = match.start("digits"), match.end()
    scale = SCALES.get((match["scale"] or "").lower(), 1)
    value = Decimal(re.sub(r"[^\d.-]", "", digits.lower().replace("minus ", "-").replace("−", "-")))
    if currency:
        value = -value if match["minus"] else value
        short = re.compile(r" ?([kmb])\b", re.IGNORECASE).match(text, place)  # "$5 m"
        place = short.end() if short else place
        scale = SCALES.get((match["short"] or match["scale"] or (short[1] if short else "")).lower(), 1)
        unit = CURRENCIES.get(currency.upper()) or CURRENCIES[currency[-1]]
        return _found(match, place, value * scale, unit, scale=scale)
    if CLOCK.match(text, place) or NAMED.search(text, max(0, first - 14), first):
        return None
    if SHORTENED.fullmatch(digits) and (digits[0] == "0" or text[first - 1 : first] in {"'", "’", "‘"}):
        return None
    if match["ordinal"]:
        return _found(match, place, value, "")
    if match["glued"]:
        return _found(match, place, value, GLUED[match["glued"].lower()])
    rounded = ROUND.match(text, place)
    about = rounded is not None
    unit, end = unit_after(text, rounded.end() if rounded else place)
    if match["short"]:  # "2.3m people", but "a 100m race"
        scale = SCALES[match["short"].lower()]
        return _found(match, end, value * scale, unit, about, scale) if unit else None
    if scale == 1 and A_YEAR.fullmatch(digits) and (value % 100 or not unit):
        return None
    if scale == 1 and not unit and digits.isdigit() and CAPITAL.search(text, max(0, first - 30), first):
        return None
    return _found(match, end, value * scale, unit, about, scale)


def _of_words(text: str) -> Iterator[Found]:
    for match in SPELLED.finditer(text):
        if found := _words(match):
            yield found


def _words(match: re.Match[str]) -> Found | None:
    text, place = match.string, match.end()
    if match["ordinal"]:
        return _found(match, place, Decimal(number_words.ORDINALS[match["ordinal"].lower()]), "")
    if match["many"]:
        unit, end = unit_after(text, place, of_share=True)
        return _found(match, end, None, unit, about=True)
    if match["part_of"]:
        return _ratio(match)
    if match["fraction"]:
        return _fraction(match)
    if match["number"].lower().endswith("ty") and ENDS_ORDINAL.match(text, place):
        return None  # "the twenty-first century"
    rounded = ROUND.match(text, place)
    unit, end = unit_after(text, rounded.end() if rounded else place)
    if match.start() > 0 and match["number"][0].isupper() and unit[:1].isupper():
        return None  # "the Six Nations" is a name
    value = number_words.value_of(match["number"])
    scale = number_words.scale_of(match["number"])
    bare = scale == 1 and (value == 1 or not unit)  # "one of them", "the two"
    return _found(match, end, value, unit, rounded is not None, scale)._replace(bare=bare)


def _ratio(match: re.Match[str]) -> Found | None:
    """ "One in five", "nine out of ten"; but not "three in 10 days", nor "two in 15"."""
    part, whole = (
        Decimal(word) if word.isdigit() else Decimal(WORDS[word.lower()])
        for word in (match["part_of"], match["all"])
    )
    if part >= whole or ("out" not in match["of"] and part > 1 and whole not in {3, 4, 5, 10, 100}):
        return None
    unit, end = unit_after(match.string, match.end(), of_share=True)
    return _found(match, end, round(part / whole, 3), unit, about=True)


def _fraction(match: re.Match[str]) -> Found | None:
    """A share, unless it is the second half of a year, the third of March or a third party."""
    text, words = match.string, match["fraction"].lower()
    start = match.start("fraction")
    many, _gap, rest = words.replace("-", " ").partition(" ")
    is_half = words.startswith("half")
    if IN_ORDER.search(text, max(0, start - 8), start) or not (is_half or rest):
        return None
    value = number_words.fraction_of(many, match["part"], match["whole"])
    if match["whole"]:
        unit, end = unit_after(text, match.end())
        return _found(match, end, value, unit, about=True)
    ends = ENDS_SHARE.match(text, match.end()) and BY_SHARE.search(
        text, max(0, match.start() - 16), match.start()
    )
    if not (ends or AFTER_SHARE.match(text, match.end())) or not 0 < value < 1:
        return None
    unit, end = unit_after(text, match.end(), of_share=True)
    return _found(match, end, value, unit, about=True)


def _found(
    match: re.Match[str], end: int, value: Decimal | None, unit: str, about: bool = False, scale: int = 1
) -> Found:
    """The quantity, with the word before it that makes it approximate."""
    start = match.start()
    before = BEFORE_NUMBER.search(match.string, max(0, start - LONGEST_ABOUT), start)
    return Found(before.start() if before else start, end, value, unit, about or before is not None, scale)
