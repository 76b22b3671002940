"""Events as sentences. What was private was never written into an event, so nothing is left out here."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import Event
from claims import policy
from claims.views.event_notes import note_of, through
from claims.views.event_words import sentence_of

LATEST = 5


class Line(NamedTuple):
    """`sentence` is HTML: it leads to the claim or rule, on pages where that is not plain anyway."""

    at: object
    who: str
    sentence: str
    note: str


class About(NamedTuple):
    """What an event is about, as the values of its sentence; `of_claim` stands behind a preposition."""

    claim: str = ""
    of_claim: str = ""
    rule: str = ""
    desk: str = ""


def of_claim(user, claim):
    """The events of a claim that `user` reads, oldest first."""
    return list(policy.history_of_claim(user, claim).select_related("by"))


def of_article(user, article):
    """The events of an article and its claims that `user` reads, as a queryset for paging."""
    return policy.history_of_article(user, article).select_related("by")


def of_threshold(desk):
    """The last changes of a desk's threshold as sentences, newest first."""
    events = Event.objects.about(desk).filter(kind="desk.threshold").select_related("by")
    return [_line(event, About(desk=desk.name)) for event in events.order_by("-id")[:LATEST]]


def of_rules(rule=None):
    """The last changes of all rules, newest first, or all of one, oldest first; each leads to its rule."""
    events = Event.objects.filter(subject_kind="checkrule").select_related("by")
    events = events.filter(subject_id=rule.pk).order_by("id") if rule else events.order_by("-id")[:LATEST]
    return [_line(event, About(rule=_link("rule-edit", event, _("rule {number}")))) for event in events]


def lines(events):
    """The sentences of the events of one claim, on its own page."""
    it = About(pgettext("whom or what", "it"), pgettext("after a preposition", "it"))
    return [_line(event, it) for event in events]


def lines_with_links(events):
    """The sentences of the events of an article; those of its claims lead there."""
    return [_line(event, _linked(event) if event.subject_kind == "claim" else About()) for event in events]


def told(event):
    """What happened to a claim in one sentence, for who is told while they work on it."""
    here = About(pgettext("whom or what", "this claim"), pgettext("after a preposition", "this claim"))
    sentence, note = _sentence(event).format(who=_who(event), **here._asdict()), note_of(event)
    if note:
        return _("{sentence}: “{note}”").format(sentence=sentence, note=note)
    return _("{sentence}.").format(sentence=sentence)


def _linked(event):
    claim = _link("claim", event, _("claim {number}"))
    return About(claim, claim)


def _link(page, event, words):
    address = reverse(page, args=[event.subject_id])
    return format_html('<a href="{}">{}</a>', address, words.format(number=event.subject_id))


def _line(event, about):
    who = _who(event)
    return Line(event.at, who, format_html(_sentence(event), who=who, **about._asdict()), note_of(event))


def _who(event):
    if event.by:
        return event.by.name
    link = event.after.get("through")
    return through(link) if link else _("The desk")


def _sentence(event):
    """The sentence of an event to be filled in; of a new kind, which has none yet, as its name says it."""
    named = event.kind.partition(".")[2].replace("_", " ")
    about = " {claim}" if event.subject_kind == "claim" else ""
    return sentence_of(event) or f"{{who}} {named}{about}"
