"""Dates by pattern. A date is never completed by guessing: what the words do not say stays None."""

import datetime
import re
from typing import TypedDict

from claims.text.patterns import alternatives

_NAMES = "January February March April May June July August September October November December"
MONTHS = _NAMES.lower().split()
MONTH = "(?:" + "|".join(_NAMES.split()) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
YEAR = r"(?:1\d|20)\d\d"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
# "May" and "March" without a day or a year are months only after one of these.
BEFORE_MONTH = ("in", "since", "last", "this", "next", "until", "by", "of")
_BEFORE = "|".join(rf"(?<=\b{word} )" for word in BEFORE_MONTH)
DATE = re.compile(
    r"(?<![\w-])"
    + alternatives(
        rf"""
        (?P<iso>{YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))
        (?:{WEEKDAY},? )?(?P<day1>{DAY}) (?:of )?(?P<month1>{MONTH})(?:,? (?P<year1>{YEAR}))?
        (?:{WEEKDAY},? )?(?P<month2>{MONTH}) (?P<day2>{DAY})(?!\d)(?:,? (?P<year2>{YEAR}))?
        (?P<month3>{MONTH}),? (?P<year3>{YEAR})
        (?P<decade>(?:1\d|20)\d0)s
        (?:{_BEFORE})(?P<month4>{MONTH})
        (?:(?:last|this|next|past|early|late) )?(?P<weekday>{WEEKDAY}s?)
        yesterday|today|tomorrow|tonight
        (?:last|this|next|past|previous) \
            (?P<step>week(?:end)?|month|quarter|year|decade|century|spring|summer|autumn|winter)
        (?P<year>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?
        """
    )
    + r"(?!\w)"
)
# A bare number is a year after one of these, in brackets, or at the head of a sentence before a comma.
BEFORE_YEAR = re.compile(
    r"\b"
    + alternatives(
        """
        in|since|during|until|till|after|before|by|from|of|around|early|late|mid|circa|year|spring|summer|autumn
        fall|winter|and|between|through|to|election|war|census|budget
        """
    )
    + r"[\s-]$",
    re.IGNORECASE,
)
PRECISIONS = {"week": "week", "weekend": "week", "year": "year", "decade": "decade", "century": "century"}


class FoundDate(TypedDict):
    """`value` is ISO 8601 cut to its precision ("2022-03"), or None where the words alone do not fix it."""

    text: str
    start: int
    end: int
    value: str | None
    precision: str  # day, week, month, year, decade, century


def find_dates(text: str) -> list[FoundDate]:
    """The dates of `text`, in order. Relative ones ("this Thursday") have no value."""
    return [
        FoundDate(text=match[0], start=match.start(), end=match.end(), value=value, precision=precision)
        for match in DATE.finditer(text)
        if not match["year"] or _is_year(text, match)
        for value, precision in [_value(match)]
    ]


def _is_year(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 1]
    bracketed = before.endswith("(") and after in {")", ",", "-", "–"}
    opens = match.start() == 0 and after == ","
    return bool(BEFORE_YEAR.search(before)) or bracketed or opens


def _value(match: re.Match[str]) -> tuple[str | None, str]:
    """The value in ISO 8601 or None, and the precision."""
    if match["iso"]:
        return _existing_day(match["iso"]), "day"
    for n in "12":
        if match[f"month{n}"]:
            day, year = match[f"day{n}"].rstrip("stndrh"), match[f"year{n}"]
            full = f"{year}-{_month(match[f'month{n}']):02}-{int(day):02}"
            return (_existing_day(full) if year else None), "day"
    if match["month3"]:
        return f"{match['year3']}-{_month(match['month3']):02}", "month"
    if match["decade"]:
        return match["decade"], "decade"
    if match["year"]:
        return match[0].replace("–", "/") if len(match[0]) > 4 else match["year"], "year"
    if match["step"]:
        return None, PRECISIONS.get(match["step"], "month")
    return None, "month" if match["month4"] else "day"


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower()))


def _existing_day(iso: str) -> str | None:
    """The date, if there is such a day: 31 February is a slip to be found, not a date."""
    try:
        return datetime.date.fromisoformat(iso).isoformat()
    except ValueError:
        return None
