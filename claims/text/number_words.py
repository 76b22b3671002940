"""Numbers written out: "two hundred and fifty", "three and a half million", "two-thirds"."""

import re
from decimal import Decimal

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ONES += " seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: number for number, word in enumerate(_ONES.split(), 1)}
WORDS |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "crore": 10**7}
SCALES |= {"k": 10**3, "m": 10**6, "b": 10**9}
SCALES |= dict.fromkeys(("million", "mln", "mn"), 10**6)
SCALES |= dict.fromkeys(("billion", "bn", "bln"), 10**9)
SCALES |= dict.fromkeys(("trillion", "tn", "trn"), 10**12)
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
PARTS |= {"ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000}
ORDINALS = {
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
ORDINALS |= {"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fifteenth": 15, "twentieth": 20}

_ONE = "(?:" + "|".join(sorted(_ONES.split(), key=len, reverse=True)) + ")"
_TEN = "(?:" + "|".join(_TENS.split()) + ")"
_SMALL = rf"(?:{_TEN}(?:[ -]{_ONE})?|{_ONE})"
_HUNDRED = rf"(?:(?:an?|{_SMALL})[ -]hundred(?:,? (?:and )?{_SMALL}\b)?|{_SMALL})"
_GREAT = "(?:thousand|million|billion|trillion|lakh|crore)"
# With "a" only before a scale: "a dozen", "a million".
NUMBER = (
    rf"(?:{_HUNDRED}(?:[ -](?:and a half )?{_GREAT}(?:,? (?:and )?{_HUNDRED}(?: {_GREAT})?\b){{0,3}})?"
    rf"|an? {_GREAT})(?:[ -]and[ -]a[ -]half)?(?: dozen)?|an? dozen"
)
FRACTION = (
    rf"(?:(?:an?|{_SMALL})[ -])?(?P<part>{'|'.join(PARTS)})s?(?: (?:of )?an? (?P<whole>{_GREAT}|dozen))?"
)


def value_of(text: str) -> Decimal:
    """The number that `text`, a match of NUMBER, stands for."""
    total, current, last = Decimal(0), Decimal(0), ""
    for word in re.findall(r"[a-z]+", text.lower().replace("-", " ").replace("and a half", "half")):
        if word == "half":  # "two million and a half" are 2.5 million
            current += Decimal(SCALES.get(last, 1) if last not in {"hundred", "dozen"} else 1) / 2
        elif word in {"hundred", "dozen"}:
            current = (current or Decimal(1)) * SCALES[word]
        elif word in SCALES:
            total += (current or Decimal(1)) * SCALES[word]
            current = Decimal(0)
        else:
            current += WORDS.get(word, 0)
        last = word
    return total + current


def ordinal_ending(number: int) -> str:
    """ "st" for 1 and 21, "th" for 11 and 18."""
    return "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def scale_of(text: str) -> int:
    """The last scale in `text`, a match of NUMBER: a million in "two million"; 1 where there is none."""
    return next((SCALES[word] for word in reversed(re.findall("[a-z]+", text.lower())) if word in SCALES), 1)


def fraction_of(many: str, part: str, whole: str | None) -> Decimal:
    """ "two" and "third" to three places; of a `whole` million, the number."""
    share = Decimal(WORDS.get(many, 1)) / PARTS[part.lower()]
    return (share * SCALES[whole.lower()]).quantize(Decimal(1)) if whole else round(share, 3)
