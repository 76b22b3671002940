"""How a claim is read: its words, what there is to check in them, figures and dates in plain words."""

import datetime
import re
from html import escape

from django import template
from django.utils.formats import date_format, get_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from claims import spoken
from claims.text.runs import cut

register = template.Library()
register.filter("cue_word", spoken.cue)

EMPHASIS = "<mark>{}</mark>"
ADDITION = '<span class="added">{}</span>'
BRACKETS = re.compile(r"\[[^\[\]]*\]")
WEEK = re.compile(r"\d{4}-W\d\d")
MONTH = re.compile(r"\d{4}-\d\d")


@register.filter
def lang(code):
    """The attribute that tells a screen reader the language of an article's words; nothing if unknown."""
    return SafeString(f' lang="{escape(code)}"' if code else "")


@register.filter
def emphasised(claim):
    """The words of a claim with its figures and dates emphasised: what there is to check."""
    return _drawn(
        claim.text, [(part["start"] - claim.start, part["end"] - claim.start) for part in _checkable(claim)]
    )


@register.filter
def stand_alone(claim):
    """The claim as it reads without its article, emphasised alike; what was added in brackets is quieter."""
    if not claim.standalone:
        return emphasised(claim)
    words = claim.standalone
    added = [match.span() for match in BRACKETS.finditer(words) if match[0] not in claim.text]
    own, figures, here = list(words), [], 0
    for start, end in added:
        own[start:end] = "\0" * (end - start)  # no figure of the claim's own is looked for in there
    for part in sorted(_checkable(claim), key=lambda part: part["start"]):
        place = "".join(own).find(part["text"], here)
        if place >= 0:
            here = place + len(part["text"])
            figures.append((place, here))
    return _drawn(words, figures, added)


def _checkable(claim):
    return [*claim.quantities, *claim.dates]


def _drawn(words, figures, added=()):
    spans = [(EMPHASIS, *span) for span in figures] + [(ADDITION, *span) for span in added]
    [runs] = cut(words, [(0, len(words))], spans)
    drawn = (str(run.lines[0].key).format(words) if run.lines else words for run, words in _escaped(runs))
    return SafeString("".join(drawn))  # every stretch of words was escaped


def _escaped(runs):
    return ((run, escape(run.text)) for run in runs)


@register.filter
def figure(quantity):
    """A quantity as it was read: "1,200 berths", "9 %"; "no exact number" for dozens of them."""
    if quantity["number"] is None:
        return _("no exact number")
    signs = {ord(","): get_format("THOUSAND_SEPARATOR"), ord("."): get_format("DECIMAL_SEPARATOR")}
    number = f"{quantity['number']:,}".translate(signs)
    return f"{number} {quantity['unit']}".strip()


@register.filter
def in_words(value, precision=""):
    """The value of a date as a reader writes it: "Thursday 15 May 2025", "1941 to 1945", "the 1990s"."""
    parts = [_in_words(part, precision) for part in value.split("/")]
    return _("{first} to {last}").format(first=parts[0], last=parts[1]) if len(parts) == 2 else parts[0]


def _in_words(value, precision):
    if precision == "decade":
        return _("the {year}s").format(year=value)
    if precision == "century":
        return _("the century from {year}").format(year=value)
    try:
        if WEEK.fullmatch(value):
            return _("the week of {day}").format(day=_day(f"{value}-1", "FULL_DAY"))
        return _day(f"{value}-01", "MONTH") if MONTH.fullmatch(value) else _day(value, "FULL_DAY")
    except ValueError:
        return value  # a year, which is read as it is written


def _day(iso, order):
    return date_format(datetime.date.fromisoformat(iso), order)
