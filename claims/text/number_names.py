"""Digits that count nothing: they name a thing, tell the time, or stand in an address or a phone number."""

import re

from claims.text.patterns import words

_NAMED_BY = """
    article section chapter room page pages no nos number route highway motorway interstate junction exit
    flight gate channel resolution level phase part act title protocol category type tier window line figure
    table step group boeing airbus apollo formula psalm verse volume episode season unit block ward district
    zone pier platform bus area item point rule clause paragraph amendment proposition size grade lap day
    week class version covid call called calling dial dialled dialed
"""
# "Article 5", "No. 10", "Boeing 737", "the Group of 20", "tier 3"
NAMED = re.compile(rf"\b(?:{'|'.join(_NAMED_BY.split())}|group of)\.? $", re.IGNORECASE)
LONGEST = 14  # code points before the digits
CLOCK = re.compile(
    r" ?(?:[ap]\.?m\b|o['’]clock|hrs\b)|(?: to | ?[-–] ?)\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b", re.IGNORECASE
)
SHORTENED = re.compile(r"0\d+|\d\d")  # "’57", "007"
FAMOUS = frozenset({"911"})  # calls of that number, or that many
RESOLUTION = re.compile(r"(?:[2458]|10)K\b")  # "4K films" are not four thousand, "10K runners" may be
NOTE = re.compile(r"\[\d+\]|\(\d\)")
# A word with a capital before the digits: "Channel Z 9", "S&P 500", "iOS 12".
CAPITAL = re.compile(r"((?:[^\W\d_]|[&.’'-])*[A-Z](?:[^\W_]|[&.’'-])*) $")
CAMEL = re.compile(r"[a-z][A-Z]\w* $")  # "VaporPhone 14"
REACH = 30  # code points before the digits
# They name nothing: their capital is the sentence's.
OPENING = words(
    """
    a about above after all almost also amid among and another any around as at before below between but by
    each every exactly for from further had has have he if in including into its just maybe nearly no not of
    on only or our out over perhaps plus roughly she since so some still than that the their then there these
    they this those through to top under until up we when where which while who with within without yet you
    """
)
STREET = re.compile(
    r"(?: [A-Z][\w’'.-]*){1,3} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Way|Terrace)\b"
)
MORE_DIGITS = re.compile(r" \(?\d")  # of a telephone number
DIGITS_BEFORE = re.compile(r"\d\)? $")
SHORT_BEFORE = re.compile(r"(?<!\d)\d{1,3} $")
AIRLINER = re.compile(r"7[0-8]7")


def is_name(text: str, start: int, end: int) -> bool:
    """The digits `text[start:end]` count nothing, whatever stands after them."""
    digits, before = text[start:end], text[max(0, start - 1) : start]
    if CLOCK.match(text, end) or NAMED.search(text, max(0, start - LONGEST), start) or digits in FAMOUS:
        return True
    if SHORTENED.fullmatch(digits) and (digits[0] == "0" or before in {"'", "’", "‘"}):
        return True
    if text[end : end + 1] != "%" and SHORT_BEFORE.search(text, max(0, start - 5), start):
        return True  # "fewer than 400 737 Max jets"
    is_note = NOTE.fullmatch(text, max(0, start - 1), end + 1) is not None
    is_model = CAMEL.search(text, max(0, start - REACH), start) and not text[end : end + 1].isalpha()
    return is_note or bool(is_model) or RESOLUTION.match(text, start) is not None


def is_name_alone(text: str, start: int, end: int) -> bool:
    """The digits `text[start:end]` count nothing, as no unit stands after them."""
    if MORE_DIGITS.match(text, end) or DIGITS_BEFORE.search(text, max(0, start - 3), start):
        return True
    named = CAPITAL.search(text, max(0, start - REACH), start)
    is_named = named is not None and named[1].lower() not in OPENING
    is_named = is_named or AIRLINER.fullmatch(text, start, end) is not None
    return is_named or STREET.match(text, end) is not None
