"""Quantities by pattern: number, unit and whether it is approximate. Years and dates are not quantities."""

import re
from decimal import Decimal
from typing import TypedDict

from claims.text import dates

WORDS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
) | dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
FRACTIONS = {"half": "0.5", "a third": "0.333", "two thirds": "0.667", "a quarter": "0.25"}
FRACTIONS |= {"two-thirds": "0.667", "three quarters": "0.75", "three-quarters": "0.75", "one third": "0.333"}
FRACTIONS |= {"one-third": "0.333", "a fifth": "0.2", "one quarter": "0.25"}
SCALES = {"hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "mln": 10**6, "m": 10**6}
SCALES |= {"billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "dozen": 12}
CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen", "₴": "hryvnias", "₽": "roubles", "₹": "rupees"}

_ABOUT = (
    r"about|around|roughly|approximately|some|nearly|almost|more\ than|over|at\ least|up\ to|fewer\ than|less\ than|"
    r"under|close\ to|as\ many\ as|no\ more\ than|an\ estimated|an\ average\ of|circa|just\ over|just\ under|~|c\."
)
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_FRACTION = "|".join(re.escape(words) for words in sorted(FRACTIONS, key=len, reverse=True))
QUANTITY = re.compile(
    rf"""
    (?:\b(?P<about>{_ABOUT})\s*)?
    (?:US|A|C|NZ)?(?P<currency>[$£€¥₴₽₹])?\ ?
    (?:
        (?<![\w.,:/])(?:(?<![\w][-–])|(?<=\s[-–]))(?P<digits>[-−]?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?:\.\d{{1,9}})?)
        (?P<ordinal>st|nd|rd|th)?
        (?:(?:\ |-)?(?P<scale>hundred|thousand|million|mln|billion|bn|trillion|tn|dozen)\b|(?P<letter>[kmb])\b)?
      | \b(?P<fraction>{_FRACTION})(?=\ of\b|\ the\b|\ a\b)
      | \b(?P<word>(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:{_WORD})|a(?=\ (?:hundred|thousand|million|billion|dozen)))
        (?:(?:\ |-)(?P<word_scale>hundred|thousand|million|billion|trillion|dozen))?\b
      | \b(?P<many>(?:dozens|hundreds|thousands|millions|billions))\ of\b
    )
    (?P<tail>\ ?%|\ per\ ?cent(?:age\ points?)?\b|\ percentage\ points?\b|[-\ ](?:of\ (?:the\ |its\ |their\ )?)?(?P<noun>[^\W\d_]+(?:-[^\W\d_]+)?))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A word after the number that is not what was counted.
NO_UNIT = frozenset(
    """a an the and or but of to in on at by for from with as is are was were be been has have had do does did will would
    can could may might must should that which who than then when while if so not more less other others each every this
    these those it he she they we you i his her their its our am pm""".split()
)


class Quantity(TypedDict):
    """`number` is None for "dozens of"; `unit` is "" when nothing is counted; offsets into the text given."""

    text: str
    start: int
    end: int
    number: int | float | None
    unit: str
    approximate: bool


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of `text`, in order. Number words count only with something counted after them."""
    taken = [(date["start"], date["end"]) for date in dates.find_dates(text)]
    found = []
    for match in QUANTITY.finditer(text):
        quantity = _read(match)
        if quantity and not any(start < quantity["end"] and quantity["start"] < end for start, end in taken):
            found.append(quantity)
    return found


def _read(match: re.Match[str]) -> Quantity | None:
    unit, end = _unit(match)
    if match["word"] and not (unit or match["word_scale"]):
        return None  # "one of them", "no one"
    if match["word"] and match["word"].lower() == "one" and not match["word_scale"]:
        return None  # far more often a pronoun or an article than a count
    if match["letter"] and match["letter"] in "mb" and not match["currency"]:
        unit = {"m": "metres", "b": "b"}[match["letter"]]
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return Quantity(
        text=match.string[start:end],
        start=start,
        end=end,
        number=_value(match),
        unit=CURRENCIES[match["currency"]] if match["currency"] else unit,
        approximate=bool(match["about"] or match["many"] or match["fraction"]),
    )


def _unit(match: re.Match[str]) -> tuple[str, int]:
    """The unit in words and where the quantity ends with it."""
    tail, noun = match["tail"], match["noun"]
    if tail and "%" in tail or tail and "cent" in tail and "point" not in tail and not noun:
        return "%", match.end()
    if tail and "point" in tail and not noun:
        return "percentage points", match.end()
    bare_end = match.start("tail") if tail else match.end()
    if match["currency"] or noun is None or noun.lower() in NO_UNIT or match["ordinal"]:
        return "", bare_end
    return noun, match.end()


def _value(match: re.Match[str]) -> int | float | None:
    if match["many"]:
        return None
    if match["fraction"]:
        return float(FRACTIONS[match["fraction"].lower()])
    if match["word"]:
        value = Decimal(sum(WORDS.get(part, 1) for part in match["word"].lower().split("-")))
        scale = match["word_scale"]
    else:
        value = Decimal(match["digits"].replace(",", "").replace("−", "-"))
        scale = match["scale"] or (match["letter"] if match["currency"] or match["letter"] == "k" else None)
    value *= SCALES[scale.lower()] if scale else 1
    return int(value) if value == value.to_integral_value() else float(value)
