"""Quantities by pattern: number, unit and whether it is approximate. Years and dates are not quantities.

A wrong value is worse than none: what can be read in two ways is left out.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypedDict

from claims.text import number_words
from claims.text.counted import GLUED, SHARE, unit_after
from claims.text.dates import FoundDate
from claims.text.number_names import is_name, is_name_alone
from claims.text.number_ranges import Found, joined
from claims.text.number_words import SCALES, WORDS
from claims.text.patterns import alternatives, words

__all__ = ["CURRENCIES", "WORDS", "Quantity", "find_quantities"]

CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen", "₴": "hryvnias", "₽": "roubles"}
CURRENCIES |= {"₹": "rupees", "USD": "dollars", "EUR": "euros", "GBP": "pounds", "CHF": "francs"}
CURRENCIES |= {
    "R$": "reais",
    "RS": "rupees",
    "RS.": "rupees",
    "SEK": "kronor",
    "NOK": "kroner",
    "DKK": "kroner",
}

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
TIMES = words("days weeks months years decades seasons spells terms")
FOR = re.compile(
    r"\b(?:for|took|takes|take|last|lasts|lasted|lasting|after|of|is|was|in|well|just) $", re.IGNORECASE
)
TALK = re.compile(r"\b(?:talk|think|speak|ask|hear|worr|tell|know)\w* $", re.IGNORECASE)
ROUND = re.compile(r"\+|-plus\b|[- ]odd\b| or (?:so|more)\b")  # after the number: "500-odd", "10 or more"
SCALE = "(?:hundred|thousand|million|mln|mn|billion|bn|bln|trillion|trn|tn|dozen|lakh|crore)"
# Groups parted by spaces are bounded, or a row of them costs the square of its length.
# Digits stand alone: not the 16 of "F-16", the 19 of "COVID-19", a time, a version or a part of an address.
DIGITS = re.compile(
    # What one begins with, for speed.
    r"(?-i:(?=[\d$£€¥₴₽₹−-]|US|C[AH$]|A[U$]|NZ|HK|[SR]\$|Rs|SEK|[ND][OK]K|EUR|GBP|minus))"
    r"(?P<minus>(?<![^\s(])[-−](?=[$£€¥₴₽₹]))?"
    r"(?P<currency>(?<![^\W\d_])(?:(?:US|CA?|AU?|NZ|HK|S|R)?[$]|[£€¥₴₽₹]"
    r"|(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|Rs\.?) ?))?(?(currency)|(?<![$£€¥₴₽₹]))"
    r"(?:(?<=Rs\.)|(?<![\w.,:/@#&]))(?<![^\d%]-)(?<!\d\()(?P<digits>(?:minus |(?<!%)[-−])?"
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|\d{1,3}(?: \d{3}){0,4}(?: \d\d0)(?!\d|%)|\d{1,15})(?:\.\d{1,9})?)"
    r"(?!\d|[:/]\d|[.,]\d| and (?:a|one|three)[ -](?:half|quarter|third))"
    rf"(?:(?P<ordinal>st|nd|rd|th)\b|[ -]?(?P<scale>{SCALE})\b|(?P<short>[kmb])\b"
    rf"|[ -]?(?P<glued>{'|'.join(GLUED)})\b(?!-)|(?=pc\b)|(?![^\W_]))",
    re.IGNORECASE,
)
_SMALL_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|twelve"
SPELLED = re.compile(
    r"(?<![\w-])(?=\d|an? |[bdefhmnoqst][a-z]{2})"  # for speed
    rf"(?:(?P<many>(?:(?:tens|dozens|hundreds|thousands) of )?(?:thousands|[mb]illions)"
    rf"|dozens|hundreds|scores(?= of\b)|(?:several|a few|many|a couple(?: of)?) {SCALE})"
    rf"|(?P<part_of>{_SMALL_NUMBER}|\d{{1,2}})(?P<of> out of (?:every )?|[- ]in (?:every )?|-in-)"
    rf"(?P<all>{_SMALL_NUMBER}|\d{{1,3}}(?:,\d{{3}})*(?![,.]?\d))(?:[ -](?P<all_scale>{SCALE})\b)?"
    rf"(?![ -]{SCALE}\b)"
    r"(?! (?:second|minute|hour|day|week|month|year|decade))"
    rf"|(?P<ordinal>{'|'.join(number_words.ORDINALS)})(?=[ -](?:times?|years?|months?|weeks?|days?|quarters?"
    r"|rounds?|terms?|consecutive|straight|successive|place|largest|biggest|highest|lowest|smallest|most|longest"
    r"|oldest)\b|(?: \w+){1,2} in a row\b)"
    rf"|(?P<fraction>{number_words.FRACTION})|(?P<number>{number_words.NUMBER}))(?!\w)",
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
    r"\b(?:first|second|third|fourth|last|other|latter|this|next|final|per|better|top|bottom|upper|lower"
    r"|cut in|\w+ and) $",
    re.IGNORECASE,
)
ENDS_ORDINAL = re.compile(r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)
A_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# "The Greens have nine."
OWNED = re.compile(r"\b(?:have|has|had|won|lost|gained|scored|holds?|held) (?:only |just )?$", re.IGNORECASE)
ENDS_OWNED = re.compile(r"\W*$|[,.;] ?| and\b")
ON_THE = re.compile(r"\b(?:on|by|until|till|since|from|before|after) the $", re.IGNORECASE)
ENDS_DAY = re.compile(r"\W*$|[,.;]| (?:of|and|to|at|in|for|when|he|she|it|they|we)\b")
PEOPLES = re.compile(r"(?:ans|ats|lis|qis)$")  # "Two Democrats" at the head of a sentence are no name
COUNTS_ONE = frozenset(
    {"%", "hectare", "acre", "tonne", "ton", "kilo", "kilogram", "litre", "gallon", "barrel"}
)
THREE_PLACES = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")  # in many countries thousands


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

    A number word counts only with something counted after it, or with a scale.
    """
    taken = [(date["start"], date["end"]) for date in dates]
    found = [*_of_digits(text), *_of_words(text)]
    free = [q for q in found if not any(start < q.end and q.start < end for start, end in taken)]
    ordered: list[Found] = []
    for one in sorted(free, key=lambda one: (one.start, -one.end)):
        if not ordered or one.start >= ordered[-1].end:
            ordered.append(one)
    return [_quantity(text, one) for one in joined(text, ordered)]


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
        return _found(match, place, value * scale, unit, scale=scale)._replace(is_money=True)
    if is_name(text, first, match.end("digits")):
        return None
    if match["ordinal"]:
        is_due = digits.isdigit() and match["ordinal"].lower() == number_words.ordinal_ending(int(value))
        return _found(match, place, value, "", is_ordinal=True) if is_due and not _is_day(match) else None
    if THREE_PLACES.fullmatch(digits) and scale == 1 and not SHARE.match(text, place):
        return None
    if match["glued"]:
        return _found(match, place, value, GLUED[match["glued"].lower()])
    rounded = ROUND.match(text, place)
    about = rounded is not None
    unit, end = unit_after(text, rounded.end() if rounded else place)
    if match["short"]:  # "2.3m people", but "a 100m race"
        scale = SCALES[match["short"].lower()]
        is_linked = text[place : place + 1] == "-"  # "4k-ready"
        return _found(match, end, value * scale, unit, about, scale) if unit and not is_linked else None
    if scale == 1 and A_YEAR.fullmatch(digits) and (value % 100 or not unit):
        return None
    if scale == 1 and not unit and digits.isdigit() and is_name_alone(text, first, place):
        return None
    return _found(match, end, value * scale, unit, about, scale)


def _of_words(text: str) -> Iterator[Found]:
    for match in SPELLED.finditer(text):
        if found := _words(match):
            yield found


def _words(match: re.Match[str]) -> Found | None:
    text, place = match.string, match.end()
    if match["ordinal"]:
        value = Decimal(number_words.ORDINALS[match["ordinal"].lower()])
        return _found(match, place, value, "", is_ordinal=True)
    if match["many"]:
        unit, end = unit_after(text, place)
        return _found(match, end, None, unit, about=True)
    if match["part_of"]:
        return _ratio(match)
    if match["fraction"]:
        return _fraction(match)
    if match["number"].lower().endswith("ty") and ENDS_ORDINAL.match(text, place):
        return None  # "the twenty-first century"
    rounded = ROUND.match(text, place)
    unit, end = unit_after(text, rounded.end() if rounded else place)
    is_name = match["number"][0].isupper() and unit[:1].isupper()
    if is_name and (match.start() > 0 or not PEOPLES.search(unit)):
        return None  # "the Six Nations"
    value = number_words.value_of(match["number"])
    scale = number_words.scale_of(match["number"])
    is_owned = ENDS_OWNED.match(text, place) and OWNED.search(text, max(0, match.start() - 14), match.start())
    counts = (
        unit in COUNTS_ONE
        if value == 1
        else unit or is_owned or (not match.start() and "-" in match["number"])
    )
    bare = scale == 1 and not counts  # "one of them", "the two"
    return _found(match, end, value, unit, rounded is not None, scale)._replace(bare=bare)


def _ratio(match: re.Match[str]) -> Found | None:
    """ "One in five", "one in ten thousand"; but not "three in 10 days", nor "two in 15"."""
    part, whole = (
        Decimal(word.replace(",", "")) if word[0].isdigit() else Decimal(WORDS[word.lower()])
        for word in (match["part_of"], match["all"])
    )
    whole *= SCALES.get((match["all_scale"] or "").lower(), 1)
    if part >= whole or ("out" not in match["of"] and part > 1 and whole not in {3, 4, 5, 10, 100}):
        return None
    unit, end = unit_after(match.string, match.end(), of_share=True)
    return _found(match, end, Decimal(f"{part / whole:.3g}"), unit, about=True)


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


def _is_day(match: re.Match[str]) -> bool:
    """ "On the 15th": a day of some month."""
    text = match.string
    is_on = ON_THE.search(text, max(0, match.start() - 11), match.start())
    return is_on is not None and ENDS_DAY.match(text, match.end()) is not None


def _found(
    match: re.Match[str],
    end: int,
    value: Decimal | None,
    unit: str,
    about: bool = False,
    scale: int = 1,
    *,
    is_ordinal: bool = False,
) -> Found:
    """The quantity, with the word before it that makes it approximate."""
    start = match.start()
    before = BEFORE_NUMBER.search(match.string, max(0, start - LONGEST_ABOUT), start)
    if before:
        place = before.start()
        lasts = unit not in TIMES or FOR.search(match.string, max(0, place - 10), place)
        is_topic = TALK.search(match.string, max(0, place - 12), place)
        if (before[0].lower() == "over " and not lasts) or (before[0].lower() == "about " and is_topic):
            before = None  # "testified over three days", "talk about two boats"
    start = before.start() if before else start
    return Found(start, end, value, unit, about or before is not None, scale, is_ordinal=is_ordinal)
