"""How a claim is read: its words, what there is to check in them, figures and dates in plain words."""

import datetime
import re

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join

from claims.text.runs import cut

register = template.Library()

EMPHASIS = "<mark>{}</mark>"
ADDITION = '<span class="added">{}</span>'
BRACKETS = re.compile(r"\[[^\[\]]*\]")
WEEK = re.compile(r"\d{4}-W\d\d")


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
    drawn = (format_html(str(run.lines[0].key), run.text) if run.lines else run.text for run in runs)
    return format_html_join("", "{}", ((run,) for run in drawn))


@register.filter
def figure(quantity):
    """A quantity as it was read: "1,200 berths", "9 %"; "no exact number" for dozens of them."""
    if quantity["number"] is None:
        return "no exact number"
    return f"{quantity['number']:,} {quantity['unit']}".strip()


@register.filter
def in_words(value, precision=""):
    """A day, week, month, year or decade in ISO 8601 as a reader writes it; any other value as it is."""
    if precision == "decade":
        return f"the {value}s"
    if WEEK.fullmatch(value):
        return f"the week of {date_format(datetime.date.fromisoformat(f'{value}-1'), 'l j F Y')}"
    try:
        if len(value) == len("2025-05"):
            return date_format(datetime.date.fromisoformat(f"{value}-01"), "F Y")
        return date_format(datetime.date.fromisoformat(value), "l j F Y")
    except ValueError:
        return value
