"""Draws the runs of a block: the words, and under them the lines of the claims that cover them."""

from itertools import zip_longest

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from claims.templatetags.desk import tone

register = template.Library()

FACT = '<span class="fact"{} data-fact="{}-{}" data-kind="{}">{}</span>'
MARK = '<mark class="line" data-claim="{}" data-status="{}" data-tone="{}" data-level="{}"{}>{}</mark>'


@register.simple_tag
def copy_runs(runs, marks):
    """`runs` as marked-up text; `marks` maps a claim's id to its mark, other lines are facts in no claim.

    Lines that lie lower are drawn inside those above, so that each keeps its own offset.
    """
    return format_html_join("", "{}", ((_drawn(run, marks, more),) for run, more in _counted(runs)))


def _counted(runs):
    """Each run with the number of claims that have no line, told once, where the last of them ends."""
    most = 0
    for run, following in zip_longest(runs, runs[1:]):
        most = max(most, run.more)
        ends = most and not (following and following.more)
        yield run, most if ends else 0
        most = 0 if ends else most


def _drawn(run, marks, more):
    drawn = conditional_escape(run.text)
    for line in reversed(run.lines):
        if line.key not in marks:
            fact = line.key
            anchor = format_html(' id="fact-{}"', fact.start) if line.first else ""
            drawn = format_html(FACT, anchor, *fact.offer, fact.kind, drawn)
            continue
        mark = marks[line.key]
        drawn = format_html(
            MARK, line.key, mark.claim.status, tone(mark), line.level, _extras(mark, line), drawn
        )
    if more:
        drawn = format_html('{}<sup class="more-lines" data-more="+{}"></sup>', drawn, more)
    return drawn


def _extras(mark, line):
    words = [
        *([f' id="words-{line.key}"'] if line.first else []),
        *([" data-problem"] if mark.problem else []),
        *([" data-current"] if mark.current else []),
    ]
    return SafeString("".join(words))  # of our own making: an integer key and fixed words
