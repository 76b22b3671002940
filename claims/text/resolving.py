"""What the dates of an article mean that its words alone do not fix: "this Thursday", "14 May".

Where more than one day may be meant there is no value.
"""

import datetime
import re
from collections.abc import Sequence

from claims.text import reckoning
from claims.text.dates import FoundDate
from claims.text.quotations import quotations
from claims.text.tense import Tense, tense_at

# "The day before yesterday", "born on 3 May".
NO_DAY = re.compile(r"\b(?:day (?:before|after)|born (?:on|in)) $", re.IGNORECASE)
# "In August the mean temperature …": in every August.
EVERY_YEAR = re.compile(
    r"\b(?:mean|average|usual|usually|typical|typically|normally|annually|every year|each year"
    r"|(?:over|for|in) (?:the )?(?:\w+ )?\w+ (?:years|summers|winters|seasons))\b",
    re.IGNORECASE,
)
NOWADAYS = re.compile(r"\b(?:is|are)\b(?! (?:\w+ )?(?:to|set|due|expected)\b)(?:[^,;.]|\.\d)*$")
# "A ban on Saturday's march", "holding Friday prayers": the last or the next.
OF_A_DAY = re.compile(r"['’]s\b")
PRAYERS = re.compile(r" [a-z]{4,}s\b(?<!ss)(?<!us)(?<!is)")
BEFORE_DAY = re.compile(
    r"\b(?:on|by|until|till|since|from|before|after|last|this|next|past|late|early) $", re.IGNORECASE
)
RANGE = re.compile(r",?\s+(?P<link>to|until|till|through|and)\s+|\s?[–-]\s?")
BESIDE = 12  # code points, enough for the next word
SENTENCE = 120  # enough for most of a sentence
SINGLE_CLOSES = re.compile(r"[.,!?…\w][’'](?!\w)")


def resolve(dates: Sequence[FoundDate], text: str, published: datetime.date | None) -> list[FoundDate]:
    """The `dates` of `text`, those that are relative with the value they have in an article of `published`.

    `text` is what the offsets of the dates count in: a sentence is enough, and gives the tense. Nothing is
    reckoned in a quotation (its speaker's day may be another) nor beside another year; without `published`
    nothing is reckoned from it.
    """
    resolved: list[FoundDate] = []
    anchor: FoundDate | None = None
    for date, after in zip(dates, [*dates[1:], None], strict=False):
        value = date["value"]
        if value is None and date["relative"] and after is not None and _is_range(date, after, text):
            value = _of_range(date, after, text)
        elif value is None and date["relative"]:
            value = _reckoned(date, text, anchor, published)
        else:  # also where it could not be read: what follows must not hang on an earlier one
            anchor = date
        resolved.append({**date, "value": value})
    return resolved


def _reckoned(
    date: FoundDate, text: str, anchor: FoundDate | None, published: datetime.date | None
) -> str | None:
    moved = re.fullmatch(r"(\w+) (\w+?)s? (later|earlier)", date["text"].lower())
    try:
        if moved:
            count = reckoning.count_of(moved[1])
            if anchor is None or count is None or "/" in (anchor["value"] or "/"):
                return None
            if anchor["precision"] in {"decade", "century"}:
                return None  # two years after some year of the 1990s
            return reckoning.shift(anchor["value"] or "", count if moved[3] == "later" else -count, moved[2])
        if NO_DAY.search(text, max(0, date["start"] - BESIDE), date["start"]) or _is_any(date, text):
            return None
        if published is None or _is_quoted(text, date["start"]) or _is_elsewhere(anchor, date, published):
            return None
        # "It takes 40 minutes today": a day only to the verb beside it.
        beside = date["end"] + (BESIDE if text[date["end"] : date["end"] + 1] == " " else 0)
        tense = tense_at(text[:beside] if date["text"] == "today" else text, date["start"], date["end"])
        before = text[max(0, date["start"] - 12) : date["start"]].split()[-1:]
        return reckoning.reckon(date["text"], "".join(before).lower(), tense, published)
    except OverflowError:  # before the year 1 or after 9999
        return None


def _is_any(date: FoundDate, text: str) -> bool:
    """Several days or months may be meant, or none: "Saturday's march", the mean of each August."""
    words, start, end = date["text"].lower(), date["start"], date["end"]
    if words == "today":
        return NOWADAYS.search(text, max(0, start - SENTENCE), start) is not None
    if date["precision"] == "month" and words in reckoning.MONTHS:
        return EVERY_YEAR.search(text, max(0, start - SENTENCE), end + SENTENCE) is not None
    if words in reckoning.DAYS:
        is_free = BEFORE_DAY.search(text, max(0, start - BESIDE), start) is None
        return bool(OF_A_DAY.match(text, end) or (is_free and PRAYERS.match(text, end)))
    return False


def _is_range(date: FoundDate, after: FoundDate, text: str) -> bool:
    """ "From 3 May to 7 June 2022": the second date has the year of the first."""
    is_alike = date["precision"] == after["precision"] and date["precision"] in {"day", "month"}
    is_bare = not re.search(r"\b(?:last|this|next|past|year)\b|day", date["text"].lower())
    is_whole = after["value"] is not None and not after["relative"] and "/" not in after["value"]
    return is_alike and is_bare and is_whole and bool(RANGE.fullmatch(text, date["end"], after["start"]))


def _of_range(date: FoundDate, after: FoundDate, text: str) -> str | None:
    """The last such day or month before the end of the range; with "and" only in the same year."""
    value = after["value"] or ""
    link = RANGE.fullmatch(text, date["end"], after["start"])
    end = datetime.date.fromisoformat(value if date["precision"] == "day" else f"{value}-01")
    found = reckoning.reckon(date["text"], "", Tense.PAST, end)
    is_same_year = found is not None and found[:4] == value[:4]
    return found if is_same_year or (link and link["link"] != "and") else None


def _is_quoted(text: str, place: int) -> bool:
    """The place stands in a quotation, or in the rest of one that was opened before the text."""
    closes = text.find("”")
    inside = any(span.start <= place < span.end for span in quotations(text))
    stays_open = text.startswith(("‘", "'")) and SINGLE_CLOSES.search(text, 1, place) is None
    return inside or stays_open or (place < closes and "“" not in text[:closes])


def _is_elsewhere(anchor: FoundDate | None, date: FoundDate, published: datetime.date) -> bool:
    """A day or month after another year: "In 1972 … on 14 May" is not of the article's year."""
    if anchor is None or date["precision"] not in {"day", "month"}:
        return False
    return not (anchor["value"] or "").startswith(str(published.year))
