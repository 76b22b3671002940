"""Draws the runs of a block: the words, and under them the lines of the claims that cover them."""

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from claims.templatetags.desk import tone

register = template.Library()

MARK = '<mark class="line" data-claim="{}" data-status="{}" data-tone="{}" data-level="{}"{}>{}</mark>'


@register.simple_tag
def copy_runs(runs, marks):
    """`runs` as marked-up text; `marks` maps a claim's id to its mark.

    Lines that lie lower are drawn inside those above, so that each keeps its own offset.
    """
    return format_html_join("", "{}", ((_drawn(run, marks),) for run in runs))


def _drawn(run, marks):
    drawn = conditional_escape(run.text)
    for line in reversed(run.lines):
        mark = marks[line.key]
        drawn = format_html(
            MARK, line.key, mark.claim.status, tone(mark), line.level, _extras(mark, line), drawn
        )
    if run.more:
        drawn = format_html('{}<sup class="more-lines" data-more="+{}"></sup>', drawn, run.more)
    return drawn


def _extras(mark, line):
    words = [
        *([f' id="words-{line.key}"'] if line.first else []),
        *([" data-problem"] if mark.problem else []),
        *([" data-current"] if mark.current else []),
    ]
    return SafeString("".join(words))  # of our own making: an integer key and fixed words
