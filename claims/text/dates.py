"""Dates by pattern. A date is never completed by guessing: what neither the words nor the article's date say
stays None.
"""

import datetime
import re
from collections.abc import Iterator
from typing import TypedDict

from claims.text import reckoning
from claims.text.patterns import alternatives

_NAMES = "January February March April May June July August September October November December"
_SHORT = "Jan Feb Mar Apr Jun Jul Aug Sept? Oct Nov Dec"
_MONTHS = _NAMES.replace(" ", "|")
MONTH = (
    rf"(?:{_MONTHS}|{_MONTHS.upper()}|(?:{_SHORT.replace(' ', '|')}|{_SHORT.upper().replace(' ', '|')})\b\.?)"
)
YEAR = r"(?:(?:1\d|20)\d\d|2100)"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAY_NAME = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?"
# "12", "12-14", "1, 3 and 8"; no more than a month has, or a long list costs the square of its length.
DAYS = rf"(?:(?:{DAY}, ){{0,30}}{DAY},? (?:and|or) |{DAY}(?: ?[-–—] ?| to ))?{DAY}"
SEASON = "(?i:spring|summer|autumn|winter)"
WHICH = "(?i:last|this|next|past|previous|coming)"
PART_OF_DAY = "(?i:morning|afternoon|evening|night)"
# "May" and "March" without a day or a year are months only after one of these.
BEFORE_MONTH = "in since until till by from during before after early late mid start middle end"
_BEFORE = "|".join(
    rf"(?<=\b{word} )|(?<=\b{word.title()} )|(?<=\b{word} of )" for word in BEFORE_MONTH.split()
)
DATE = re.compile(
    r"(?:(?<![\w-])|(?<=\b[Mm]id-))"
    # What one begins with, for speed: most words do not.
    r"(?=\d|[A-Z]|(?:last|this|next|past|prev|comi|earl|late|yest|to[dmn]|spri|summ|autu|wint)"
    r"|[a-z]{1,7} (?:day|week|month|year|decade))"
    + alternatives(
        rf"""
        (?P<iso>{YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?=T\d|(?!\w))
        (?P<figures>\d\d?(?P<between>[/.])\d\d?(?P=between){YEAR})(?!\w)
        (?:{DAY_NAME},? )?(?P<days1>{DAYS})[ -](?:of )?(?P<month1>{MONTH})(?:,?[ -](?P<year1>{YEAR}))?(?!\w)
        (?:{DAY_NAME},? )?(?P<month2>{MONTH}) (?:the )?(?P<days2>{DAYS})(?!\d|[.,]\d)\
            (?:,? (?P<year2>{YEAR}))?(?!\w)
        (?P<month3>{MONTH}),? (?:of )?(?P<year3>{YEAR})(?!\w)
        (?:(?P<season>{SEASON})|(?P<quarter>Q[1-4])) (?:of )?(?P<year4>{YEAR})(?!\w)
        (?P<month6>{_MONTHS}) (?:of )?(?i:last|this|next) year(?!\w)
        (?P<decade>(?:1\d|20)\d0)s(?!\w)
        (?:(?P<century>1\d|20)th|(?P<this_century>21st))[ -](?i:century)(?!\w)
        (?:{WHICH} |(?<=[Mm]id-)|{_BEFORE})(?P<month4>{_MONTHS})(?!\w)
        (?P<month5>January|February|July|August|September|October|November|December)(?!\w)
        (?:{WHICH} )?(?:(?:[Ee]arly|[Ll]ate) )?(?P<weekday>{WEEKDAY})(?: {PART_OF_DAY})?(?!\w)
        (?P<day>(?i:yesterday(?: {PART_OF_DAY})?|(?:earlier |later )?today|tomorrow(?: {PART_OF_DAY})?|\
            tonight|last night|this (?:morning|afternoon|evening)))(?!\w)
        {WHICH} (?P<step>(?i:week(?:end)?|month|quarter|year|decade|century|{SEASON}))(?!\w)
        (?P<count>(?i:an?|\d{{1,3}}|{"|".join(reckoning.NUMBERS)}|several|some|many)) \
            (?P<unit>(?i:day|week|month|year|decade))s? (?:ago|(?P<moved>later|earlier))(?!\w)
        (?P<year>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?(?!\w)
        """
    )
    + r"(?!\.\d)"
)
# A bare number is a year after one of these, in brackets, or at the head of a sentence before a comma.
BEFORE_YEAR = re.compile(
    r"\b"
    + alternatives(
        """
        in|since|during|until|till|after|before|by|from|of|around|early|late|mid|circa|year|spring|summer|autumn
        fall|winter|and|between|through|to|election|war|census|budget|(?:early|late|recently) as
        """
    )
    + r"[\s-]$",
    re.IGNORECASE,
)
OWNER_OF_YEAR = re.compile(r"(?:\b(?:the|an?|at|its|his|her|their|this|that)|['’]s|s['’]) $", re.IGNORECASE)
LINKS = (", ", " and ", ", and ", " or ")
# No day of this week: "every Monday", "Black Friday", "the Sunday Times".
RECURRING = re.compile(
    r"\b(?:every|each|other|good|black|super|bloody|ash|easter|palm|cyber"
    r"|(?:first|second|third|fourth|fifth)(?: of)?) $",
    re.IGNORECASE,
)
PAPER = re.compile(
    r" (?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|World|People|Independent|Night|Sun)\b"
)
NAME_BEFORE = re.compile(r"[A-Z]\w* $")  # "Harbour Today"
COUNTED = re.compile(r" [a-z]{4,}s\b(?<!ss)(?<!us)(?<!is)")
STEPS = {"weekend": "week", "spring": "season", "summer": "season", "autumn": "season", "winter": "season"}


class FoundDate(TypedDict):
    """`value` is ISO 8601 cut to its precision ("2022-03", "2025-W20", "2016/2019"), or None where neither
    the words nor the article's date fix it. `relative`: the words alone do not, as in "this Thursday" and
    "14 May"; a value of such a date was reckoned from the article's.
    """

    text: str
    start: int
    end: int
    value: str | None
    precision: str  # day, week, month, quarter and season (valued by their year), year, decade, century
    relative: bool


def find_dates(text: str) -> list[FoundDate]:
    """The dates of `text`, in order. Relative ones have no value yet: see `resolving`."""
    found: list[FoundDate] = []
    for match in DATE.finditer(text):
        if match["year"] and not _is_year(text, match, found):
            continue
        if match["weekday"] and PAPER.match(text, match.end()):
            continue
        if (
            match["day"]
            and match["day"][0].isupper()
            and NAME_BEFORE.search(text, max(0, match.start() - 24), match.start())
        ):
            continue
        recurs = RECURRING.search(text, max(0, match.start() - 11), match.start())
        if recurs and (match["weekday"] or match["month5"]):
            continue
        found += _read(match)
    return found


def _is_year(text: str, match: re.Match[str], found: list[FoundDate]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 1]
    bracketed = before.endswith("(") and after in {")", ",", "-", "–"}
    opens = match.start() == 0 and after == ","
    # "1866, 1909 and 1954": one year after another; "Russia's 2022 invasion": thousands have a comma.
    linked = bool(found) and found[-1]["precision"] == "year" and before.endswith(LINKS)
    follows = linked and text[found[-1]["end"] : match.start()] in LINKS
    of_a_year = int(match["year"][:4]) % 100 and int(match["year"][:2]) > 16 and OWNER_OF_YEAR.search(before)
    is_season = len(match["year"]) < len(match[0]) and match["year"] > "1900"  # "2013-14"
    if before.endswith(("of ", "by ", "around ")) and COUNTED.match(text, match.end()):
        return False  # "a sample of 2000 voters"
    return bool(is_season or BEFORE_YEAR.search(before) or bracketed or opens or follows or of_a_year)


def _read(match: re.Match[str]) -> Iterator[FoundDate]:
    """The date a match stands for, or several: "1, 3 and 8 December"."""
    for n in "12":
        if match[f"month{n}"]:
            yield from _days(match, f"days{n}", match[f"month{n}"], match[f"year{n}"])
            return
    value, precision, relative = _value(match)
    yield FoundDate(
        text=match[0],
        start=match.start(),
        end=match.end(),
        value=value,
        precision=precision,
        relative=relative,
    )


def _days(match: re.Match[str], group: str, name: str, year: str | None) -> Iterator[FoundDate]:
    days = list(re.finditer(r"\d+", match[group]))
    if year is None:
        days = days[:1]
    month = reckoning.month_number(name) or 0
    values = [_existing(int(year), month, int(day[0])) if year else None for day in days]
    if len(days) == 1 and values[0] and not _is_on(match[0], values[0]):
        values = [None]
    if len(days) == 2 and not re.search(" (?:and|or) ", match[group]):
        days, values = days[:1], [_stretch(*values)]
    at = match.start(group)
    for n, value in enumerate(values):
        start = match.start() if n == 0 else at + days[n].start()
        end = match.end() if n == len(values) - 1 else at + days[n].end()
        yield FoundDate(
            text=match.string[start:end],
            start=start,
            end=end,
            value=value,
            precision="day",
            relative=year is None,
        )


def _stretch(first: str | None, last: str | None) -> str | None:
    """ "12-14 May 2022"; None for "30-2 May 2022", which ends before it begins."""
    return f"{first}/{last}" if first and last and first < last else None


def _is_on(words: str, day: str) -> bool:
    """The weekday, where there is one, is that of the day: "Sunday, 16 October 2027" is a slip."""
    named = re.match(DAY_NAME, words)
    weekday = reckoning.DAYS[datetime.date.fromisoformat(day).weekday()]
    return named is None or weekday.startswith(named[0].rstrip(".").lower()[:3])


def _value(match: re.Match[str]) -> tuple[str | None, str, bool]:
    """The value in ISO 8601 or None, the precision, and whether the article's date is needed."""
    if match["iso"]:
        return _existing(*map(int, match["iso"].split("-"))), "day", False
    if match["figures"]:
        return _of_figures(match["figures"], match["between"]), "day", False
    if match["month3"]:
        return f"{match['year3']}-{reckoning.month_number(match['month3']):02}", "month", False
    if match["year4"]:
        return match["year4"], "season" if match["season"] else "quarter", False
    if match["decade"]:  # the 1900s may be a decade or a century
        is_unclear = match["decade"].endswith("00") and match["decade"] < "2000"
        return None if is_unclear else match["decade"], "decade", False
    if match["this_century"]:
        return "2000", "century", False
    if match["century"]:
        return f"{int(match['century']) - 1:02}00", "century", False
    if match["year"]:
        return _years(match["year"], match[0][5:]), "year", False
    if match["step"]:
        step = match["step"].lower()
        return None, STEPS.get(step, step), True
    if match["unit"]:
        return None, match["unit"].lower(), True
    return None, "month" if match["month4"] or match["month5"] or match["month6"] else "day", True


def _years(first: str, last: str) -> str | None:
    """ "2013" and "14", "1999" and "00", "1914" and ""; None for "2021-03", which may be a month."""
    if not last:
        return first
    whole = str(int(first) + 1) if first[2:] + last == "9900" else first[: 4 - len(last)] + last
    return f"{first}/{whole}" if first < whole else None


def _of_figures(figures: str, between: str) -> str | None:
    """ "13/05/2025"; with a stroke "12/05/2025" is May or December. With full stops the day comes first."""
    first, second, year = map(int, figures.split(between))
    if between == "/" and first <= 12 and second <= 12 and first != second:
        return None
    return _existing(year, second, first) if second <= 12 else _existing(year, first, second)


def _existing(year: int, month: int, day: int) -> str | None:
    found = reckoning.existing_day(year, month, day)
    return found.isoformat() if found else None
