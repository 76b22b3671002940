"""What "yesterday", "this Thursday" and "three weeks ago" mean in an article of a given day.

Everything here is a date in words and the day of publication in, an ISO 8601 value out, cut to its precision;
None where the words leave a choice. Seasons and quarters have the year as their value: which part of it they
are, the words say.
"""

import datetime
import re
from collections.abc import Callable

from claims.text.number_words import WORDS
from claims.text.tense import Tense

DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = ["january", "february", "march", "april", "may", "june", "july"]
MONTHS += ["august", "september", "october", "november", "december"]
NUMBERS = [word for word, number in WORDS.items() if number <= 12]
SEASONS = {"spring": 3, "summer": 6, "autumn": 9}  # the month it begins; winter has two years
SAME_DAY = re.compile("today|tonight|this (?:morning|afternoon|evening)|(?:earlier|later) today")
DAY_BEFORE = re.compile("last night|yesterday(?: (?:morning|afternoon|evening|night))?")
DAY_AFTER = re.compile("tomorrow(?: (?:morning|afternoon|evening|night))?")
WHICH = "this|last|next|past|previous|coming"
# "Announced free rides from August", "was put off until Monday": after a verb of the past it may lie ahead.
OPEN_ENDED = frozenset({"from", "until", "till", "by", "to", "before", "after", "for"})
WEEKDAY = re.compile(
    rf"(?:(?P<which>{WHICH}) )?(?:early |late )?(?P<day>{'|'.join(DAYS)})"
    r"(?: (?:morning|afternoon|evening|night))?"
)
STEP = re.compile(
    rf"(?P<which>{WHICH}) "
    "(?P<step>week(?:end)?|month|quarter|year|decade|century|spring|summer|autumn|winter)"
)
AGO = re.compile(r"(?P<count>an?|\d{1,3}|[a-z]+) (?P<step>day|week|month|year)s? ago")
DAY_OF_MONTH = re.compile(
    r"(?:(?P<name>[a-z]{3,9})\.?,? )?(?:(?P<d1>\d\d?)(?:st|nd|rd|th)? (?:of )?(?P<m1>[a-z]+)\.?"
    r"|(?P<m2>[a-z]+)\.? (?P<d2>\d\d?)(?:st|nd|rd|th)?)"
)
MONTH_OF_YEAR = re.compile(rf"(?P<month>{'|'.join(MONTHS)}) (?:of )?(?P<which>last|this|next) year")
MONTH_ALONE = re.compile(rf"(?:(?P<which>{WHICH}) )?(?P<month>{'|'.join(MONTHS)})")


def reckon(words: str, before: str, tense: Tense, published: datetime.date) -> str | None:
    """The value of the date `words` after the word `before`, in an article of the day `published`."""
    plain = " ".join(words.lower().split())
    if SAME_DAY.fullmatch(plain):
        # "Young people today": nowadays, unless something happens on it.
        return None if plain == "today" and not tense else published.isoformat()
    if DAY_BEFORE.fullmatch(plain):
        return _day(published, -1)
    if DAY_AFTER.fullmatch(plain):
        return _day(published, 1)
    for pattern, reading in _READINGS:
        if match := pattern.fullmatch(plain):
            return reading(match, before, tense, published)
    return None


def month_number(name: str) -> int | None:
    """1 for "January", "jan" and "Jan."; None for another word."""
    short = name[:3].lower()
    return next((n for n, month in enumerate(MONTHS, 1) if month.startswith(short)), None)


def shift(value: str, count: int, step: str) -> str | None:
    """The ISO date `value` (a year, a month or a day) moved by `count` days, weeks, months or years.

    The result is as coarse as the coarser of value and step; None where the value is coarser than the step.
    """
    parts = [int(part) for part in value.split("-")]
    if step == "year":
        return f"{parts[0] + count:04}"
    if step == "month" and len(parts) > 1:
        return _month(parts[0], parts[1] + count)
    if step in {"day", "week"} and len(parts) > 2:
        moved = datetime.date(*parts) + datetime.timedelta(days=count * (7 if step == "week" else 1))
        return moved.isoformat() if step == "day" else _week(moved)
    return None


def count_of(word: str) -> int | None:
    """1 for "a", 3 for "three" and "3"; None for another word."""
    if word.isdigit():
        return int(word)
    return 1 if word in {"a", "an"} else NUMBERS.index(word) + 1 if word in NUMBERS else None


def _weekday(match: re.Match[str], before: str, tense: Tense, published: datetime.date) -> str | None:
    ahead = (DAYS.index(match["day"]) - published.weekday()) % 7  # days until it, 0 to 6
    back = -((-ahead) % 7)
    which = match["which"]
    if which is None and before in {"the", "that", "a", "one"}:
        return None  # "on the Saturday" is one of the story's
    if which is None:
        if tense is Tense.PAST:
            if before in OPEN_ENDED:
                return None
            return _day(published, back)
        # "Will meet on Monday", printed on a Monday, may be today or in a week.
        return _day(published, ahead) if tense is Tense.FUTURE and ahead else None
    in_this_week = DAYS.index(match["day"]) - published.weekday()
    if which == "this":
        if in_this_week >= 0:
            return _day(published, in_this_week)
        return {Tense.PAST: _day(published, in_this_week), Tense.FUTURE: _day(published, ahead)}.get(tense)
    if which == "coming":
        return _day(published, ahead or 7)
    if which == "next":  # the coming one, unless that is still in this week
        return None if in_this_week > 0 else _day(published, ahead or 7)
    return None if which in {"last", "previous"} and in_this_week < 0 else _day(published, back or -7)


def _step(match: re.Match[str], before: str, tense: Tense, published: datetime.date) -> str | None:
    step = match["step"]
    move = {"this": 0, "next": 1, "coming": 1}.get(match["which"], -1)
    if match["which"] == "past" or before == "the":
        return None  # "the past year" is the time up to now, "the next year" one of the story's
    if step in {"week", "weekend"}:
        if published.weekday() == 6 and move >= 0:
            return None  # for some the week begins on Sunday
        if step == "weekend" and move == 0 and published.weekday() < 2 and tense is not Tense.FUTURE:
            return None  # "this weekend" in Monday's paper
        if step == "weekend" and move > 0:
            return None
        return _week(published + datetime.timedelta(weeks=move))
    if step == "month":
        return _month(published.year, published.month + move)
    if step == "year":
        return f"{published.year + move:04}"
    if step in SEASONS:
        year, first = published.year, SEASONS[step]
        if move < 0:  # the last that is over
            return str(year if published.month >= first + 3 else year - 1)
        is_over, is_ahead = published.month >= first + 3, published.month < first
        unlike = (is_over and tense is Tense.FUTURE) or (is_ahead and tense is Tense.PAST)
        return str(year) if move == 0 and not unlike else None
    return None


def _ago(match: re.Match[str], before: str, tense: Tense, published: datetime.date) -> str | None:
    count, step = count_of(match["count"]), match["step"]
    return None if count is None else shift(published.isoformat(), -count, step)


def _day_of_month(match: re.Match[str], before: str, tense: Tense, published: datetime.date) -> str | None:
    month = month_number(match["m1"] or match["m2"])
    day = int(match["d1"] or match["d2"])
    if month is None:
        return None
    if before in {"the", "a", "an"} and " of " not in match[0]:
        return None  # "the January 6 attack" is called so in every later year
    if before in OPEN_ENDED and tense is Tense.PAST:
        return None
    days = [date for n in (-1, 0, 1) if (date := existing_day(published.year + n, month, day)) is not None]
    if match["name"]:  # "Saturday, May 2" was in one year of six
        days = [date for date in days if DAYS[date.weekday()].startswith(match["name"][:3])]
    found = _nearest(days, tense, published)
    return found.isoformat() if found else None


def _nearest(days: list[datetime.date], tense: Tense, published: datetime.date) -> datetime.date | None:
    """The last of `days` that is not later, for the past; the next for the future; else the one close by."""
    if tense is Tense.PAST:
        return max((day for day in days if day <= published), default=None)
    if tense is Tense.FUTURE:
        return min((day for day in days if day >= published), default=None)
    close = [day for day in days if abs((day - published).days) <= 60]
    return close[0] if len(close) == 1 else None


def _month_alone(match: re.Match[str], before: str, tense: Tense, published: datetime.date) -> str | None:
    month, which = month_number(match["month"]), match["which"]
    assert month is not None
    year = published.year
    if which == "this":
        return _month(year, month)
    if which == "last":  # in May "last March" is this year's or the one before
        return _month(year - 1, month) if month >= published.month else None
    if which in {"next", "coming"}:
        return _month(year + 1, month) if month <= published.month else None
    if before in OPEN_ENDED and tense is Tense.PAST:
        return None
    if tense is Tense.PAST or before == "since":
        return _month(year if month <= published.month else year - 1, month)
    if tense is Tense.FUTURE:
        return _month(year if month >= published.month else year + 1, month)
    return None


def _month_of_year(match: re.Match[str], before: str, tense: Tense, published: datetime.date) -> str | None:
    month = month_number(match["month"])
    return _month(published.year + {"last": -1, "this": 0, "next": 1}[match["which"]], month or 1)


Reckoner = Callable[[re.Match[str], str, Tense, datetime.date], str | None]
_READINGS: list[tuple[re.Pattern[str], Reckoner]] = [
    (WEEKDAY, _weekday),
    (STEP, _step),
    (AGO, _ago),
    (MONTH_ALONE, _month_alone),
    (MONTH_OF_YEAR, _month_of_year),
    (DAY_OF_MONTH, _day_of_month),
]


def existing_day(year: int, month: int, day: int) -> datetime.date | None:
    """The date, if there is such a day: 31 February is a slip to be found, not a date."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _day(published: datetime.date, days: int) -> str:
    return (published + datetime.timedelta(days=days)).isoformat()


def _week(day: datetime.date) -> str:
    year, week, _weekday = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _month(year: int, month: int) -> str:
    """The month, counted on over the end of the year: month 0 is last December."""
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"
