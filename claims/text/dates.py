"""Dates by pattern. A date is never completed by guessing: what the words do not say stays null."""

import datetime
import re
from typing import TypedDict

MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:1[0-9]|20)\d\d"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_BEFORE_YEAR = (
    r"\b(?:in|since|during|until|till|after|before|by|from|of|around|early|late|mid|circa|year|spring|summer|autumn|fall"
    r"|winter|and|between|through|to)[\s-]"
)
DATE = re.compile(
    rf"""
    (?<![\w-])(?:
        (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))
      | (?:{_WEEKDAY},?\ )?(?P<day1>{_DAY})\ (?:of\ )?(?P<month1>{_MONTH})(?:,?\ (?P<year1>{_YEAR}))?
      | (?:{_WEEKDAY},?\ )?(?P<month2>{_MONTH})\ (?P<day2>{_DAY})(?!\d)(?:,?\ (?P<year2>{_YEAR}))?
      | (?P<month3>{_MONTH}),?\ (?P<year3>{_YEAR})
      | (?P<decade>(?:1[0-9]|20)\d0)s
      | (?:(?<=\bin\ )|(?<=\bsince\ )|(?<=\blast\ )|(?<=\bthis\ )|(?<=\bnext\ )|(?<=\buntil\ )|(?<=\bby\ ))(?P<month4>{_MONTH})
      | (?:(?P<which>last|this|next|past|on|early|late|since|until|by)\ )?(?P<weekday>{_WEEKDAY}s?)
      | (?P<near>yesterday|today|tomorrow|tonight)
      | (?:last|this|next|past|previous)\ (?P<step>week|weekend|month|quarter|year|decade|century|spring|summer|autumn|fall|winter)
      | (?P<year>{_YEAR})(?:[-–/]\d\d(?:\d\d)?)?
    )(?![\w])
    """,
    re.VERBOSE,
)
YEAR_BEFORE = re.compile(_BEFORE_YEAR + r"$", re.IGNORECASE)
STEPS = {"week": "week", "weekend": "week", "month": "month", "decade": "decade", "century": "century"}


class FoundDate(TypedDict):
    """`value` is ISO 8601 cut to its precision ("2022-03"), or None where the words alone do not fix it."""

    text: str
    start: int
    end: int
    value: str | None
    precision: str  # day, week, month, year, decade, century


def find_dates(text: str) -> list[FoundDate]:
    """The dates of `text`, in order. Bare years count only where the words before them make them years."""
    found = []
    for match in DATE.finditer(text):
        if match["year"] and not _is_year(text, match):
            continue
        value, precision = _value(match)
        found.append(
            FoundDate(text=match[0], start=match.start(), end=match.end(), value=value, precision=precision)
        )
    return found


def _is_year(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 2]
    bracketed = before[-1:] in {"(", "’", "'"} and after[:1] in {")", ",", " "}
    opens = not before.strip() and after[:1] == ","
    return bool(YEAR_BEFORE.search(before)) or bracketed or opens


def _value(match: re.Match[str]) -> tuple[str | None, str]:
    if match["iso"]:
        return _day(match["iso"]), "day"
    for n in "12":
        if match[f"month{n}"]:
            if not match[f"year{n}"]:
                return None, "day"
            day = int(re.sub(r"\D", "", match[f"day{n}"]))
            return _day(f"{match[f'year{n}']}-{_month(match[f'month{n}']):02}-{day:02}"), "day"
    if match["month3"]:
        return f"{match['year3']}-{_month(match['month3']):02}", "month"
    if match["decade"]:
        return match["decade"], "decade"
    if match["month4"]:
        return None, "month"
    if match["year"]:
        return (match["year"], "year") if len(match[0]) == 4 else (match[0], "year")
    if match["step"]:
        return None, STEPS.get(match["step"], "year" if match["step"] == "year" else "month")
    return None, "day"


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower()))


def _day(iso: str) -> str | None:
    """The date if there is such a day (31 February is a slip, not a date)."""
    try:
        return datetime.date.fromisoformat(iso).isoformat()
    except ValueError:
        return None
