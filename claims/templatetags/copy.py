"""Draws what stands on the annotated copy by the hundred: the words with their lines, the margin, the lists.

A template would take three times as long for each. What is of people is escaped here, one by one; all else is
of our own making: numbers, codes and fixed words.
"""

from html import escape
from itertools import zip_longest
from typing import NamedTuple

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from claims import spoken
from claims.templatetags.desk import icon, initials, short_word, status_icon, tone
from claims.templatetags.reading import lang, stand_alone
from claims.workflow import Status

register = template.Library()

LONGEST = 80  # code points of a fact in the list


@register.simple_tag
def copy_runs(runs, marks):
    """`runs` as marked-up text; `marks` maps a claim's id to its mark, other lines are facts in no claim.

    Lines that lie lower are drawn inside those above, so that each keeps its own offset.
    """
    return SafeString("".join(_drawn(run, marks, more) for run, more in _counted(runs)))


def _counted(runs):
    """Each run with the number of claims that have no line, told once, where the last of them ends."""
    most = 0
    for run, following in zip_longest(runs, runs[1:]):
        most = max(most, run.more)
        ends = most and not (following and following.more)
        yield run, most if ends else 0
        most = 0 if ends else most


def _drawn(run, marks, more):
    drawn = escape(run.text)
    for line in reversed(run.lines):
        mark = marks.get(line.key)
        drawn = _fact(line, drawn) if mark is None else _line(line, mark, drawn)
    return f'{drawn}<sup class="more-lines" data-more="+{more}"></sup>' if more else drawn


def _fact(line, drawn):
    fact = line.key
    anchor = f' id="fact-{fact.start}"' if line.first else ""
    offer = f"{fact.offer.start}-{fact.offer.end}"
    return f'<span class="fact"{anchor} data-fact="{offer}" data-kind="{fact.kind}">{drawn}</span>'


def _line(line, mark, drawn):
    anchor = f' id="words-{line.key}"' if line.first else ""
    problem = " data-problem" if mark.problem else ""
    return (
        f'<mark class="line" data-claim="{line.key}" data-status="{mark.claim.status}"'
        f' data-tone="{tone(mark)}" data-level="{line.level}"{anchor}{problem}{_current(mark)}>{drawn}</mark>'
    )


def _current(mark):
    return " data-current" if mark.current else ""


def _spoken(mark):
    return ' data-current aria-current="true"' if mark.current else ""


ELEMENTS = {"headline": "h2", "subheading": "h3", "quote": "blockquote", "pull_quote": "blockquote"}


class MarginWords(NamedTuple):
    """What margins say, translated once for all blocks: the name of one, and a word for each status."""

    name: str
    statuses: dict[str, str]


@register.simple_tag
def margin_words():
    statuses = {status.value: escape(str(short_word(status))) for status in Status}
    return MarginWords(escape(_("Claims in this block")), statuses)


@register.simple_tag
def copy_block(row, marks, glances, told=None, element="", language=""):
    """A block of the copy: its words in `element`, or in what its role asks for, and its margin.

    `told` are the words of margins; `language` is the code of that of the copy's words, as in all tags here,
    "" where it is not known.
    """
    element = element or ELEMENTS.get(row.role, "p")
    look = "quote" if row.role == "pull_quote" else row.role
    return SafeString(
        f'<{element} class="words {look}" data-start="{row.start}" dir="auto"{lang(language)}>'
        f"{copy_runs(row.runs, marks)}</{element}>{margin(row.marks, glances, told)}"
    )


@register.simple_tag
def glyphs():
    """The icons of all statuses, drawn once a page: margin and list only point at them."""
    return SafeString(f'<svg class="glyphs" aria-hidden="true">{"".join(map(_symbol, Status))}</svg>')


def _symbol(status):
    inside = icon(status_icon(status)).partition(">")[2].removesuffix("</svg>")
    return f'<symbol id="glyph-{status.value}" viewBox="0 0 24 24">{inside}</symbol>'


def _glyph(status, size):
    size = f'width="{size}" height="{size}"'
    return f'<svg class="glyph" {size} aria-hidden="true"><use href="#glyph-{status}"/></svg>'


@register.simple_tag
def margin(marks, glances, told=None):
    """The marks of a block in the margin; `glances` maps ids to why somebody should look again, if any do."""
    if not marks:
        return ""
    told = told or margin_words()
    items = "".join(
        f"<li>{_margin_mark(mark, glances and glances.get(mark.claim.pk), told)}</li>" for mark in marks
    )
    return SafeString(f'<ol class="marks" aria-label="{told.name}">{items}</ol>')


def _margin_mark(mark, glance, told):
    claim = mark.claim
    if mark.problem:
        word = escape(str(claim.verdict.get_outcome_display() or claim.verdict.rating.label.lower()))
    else:
        word = told.statuses[claim.status]
    changed = _changed(glance) if glance else ""
    name, sign = (claim.assignee.name, initials(claim.assignee)) if claim.assignee else ("", "")
    who = f'<span class="mark-who" title="{escape(name)}">{escape(sign)}</span>' if name else ""
    return (
        f'<a class="mark" href="?claim={claim.pk}#words-{claim.pk}" data-claim="{claim.pk}"'
        f' data-status="{claim.status}" data-tone="{tone(mark)}"{" data-problem" if mark.problem else ""}'
        f'{_spoken(mark)}><span class="mark-number">{mark.number}</span>{_glyph(claim.status, 14)}'
        f'<span class="mark-word">{word}</span>{changed}{who}</a>'
    )


def _changed(glance):
    since = escape(_("words changed since"))
    return (
        f'<span class="mark-changed" title="{escape(glance.why)}">{icon("eye", 14)}'
        f'<span class="aside">{since}</span></span>'
    )


@register.simple_tag
def index_items(marks, language=""):
    """The list of claims beside the copy: of each its number, how it stands, and how it reads alone."""
    words, spoken_in = {status: escape(str(status.label)) for status in Status}, lang(language)
    return SafeString("".join(_index_item(mark, words[mark.claim.status], spoken_in) for mark in marks))


def _index_item(mark, word, spoken_in):
    claim = mark.claim
    return (
        f"<li data-item{_current(mark)}>"
        f'<a href="?claim={claim.pk}#words-{claim.pk}" data-claim="{claim.pk}"{_spoken(mark)}>'
        f'<span class="index-number">{mark.number}</span>'
        f'<span class="status" data-tone="{tone(mark)}" title="{word}">{_glyph(claim.status, 16)}'
        f'<span class="aside">{word}:</span></span>'
        f'<span class="index-text" dir="auto"{spoken_in}>{stand_alone(claim)}</span></a></li>'
    )


@register.simple_tag
def dismissed_items(claims, language=""):
    """Claims that were dismissed, each to be shown on the copy."""
    word, spoken_in = escape(_("Dismissed:")), lang(language)
    return SafeString(
        "".join(
            f'<li><a href="?claim={claim.pk}#words-{claim.pk}"><span class="index-number"></span>'
            f'<span class="status" data-tone="grey">{icon("x")}<span class="aside">{word}</span></span>'
            f'<span class="index-text" dir="auto"{spoken_in}>{stand_alone(claim)}</span></a></li>'
            for claim in claims
        )
    )


@register.simple_tag
def fact_items(facts, may_mark, language=""):
    """The facts in no claim, each with its place and, if `may_mark`, a button for the words around it."""
    kinds = {kind: escape(spoken.fact(kind)) for kind in spoken.FACTS}
    told = _FactWords(escape(_("Mark")), escape(_("the words around {words}")), kinds, lang(language))
    return SafeString("".join(_fact_item(fact, may_mark, told) for fact in facts))


class _FactWords(NamedTuple):
    """What the facts of a list have in common."""

    mark: str
    around: str
    kinds: dict[str, str]
    spoken_in: str


def _fact_item(fact, may_mark, told):
    words = escape(fact.words if len(fact.words) <= LONGEST else f"{fact.words[:LONGEST].rstrip()}…")
    around = told.around.format(words=words)
    button = (
        f' <button class="button plain small" name="span" value="{fact.offer.start}-{fact.offer.end}">'
        f'{told.mark}<span class="aside"> {around}</span></button>'
        if may_mark
        else ""
    )
    return (
        f'<li><a href="#fact-{fact.start}" dir="auto"{told.spoken_in}>{words}</a>'
        f' <span class="quiet">{told.kinds[fact.kind]}</span>{button}</li>'
    )


@register.simple_tag
def coverage_map(rows):
    """One stretch of the bar for each block, which leads to it."""
    return SafeString(
        "".join(
            f'<a href="#b{row.number}" tabindex="-1" data-stage="{row.stage or "none"}"></a>' for row in rows
        )
    )
