"""Words that pure layers give, and that are stored in English, in the language of who reads them."""

import re

from django.utils.translation import gettext, gettext_lazy, gettext_noop, pgettext_lazy

from claims.anchoring import Change
from claims.text import Role

ROLES = {
    Role.HEADLINE: gettext_lazy("headline"),
    Role.STANDFIRST: gettext_lazy("standfirst"),
    Role.BYLINE: gettext_lazy("byline"),
    Role.DATELINE: gettext_lazy("dateline"),
    Role.SUBHEADING: gettext_lazy("subheading"),
    Role.PARAGRAPH: gettext_lazy("paragraph"),
    Role.LIST_ITEM: gettext_lazy("list item"),
    Role.QUOTE: gettext_lazy("quote"),
    Role.PULL_QUOTE: gettext_lazy("pull quote"),
    Role.CAPTION: gettext_lazy("caption"),
    Role.FURNITURE: gettext_lazy("furniture"),
}
FACTS = {
    "number": pgettext_lazy("fact in a text", "number"),
    "date": pgettext_lazy("fact in a text", "date"),
    "name": pgettext_lazy("fact in a text", "name"),
    "quotation": pgettext_lazy("fact in a text", "quotation"),
    "superlative": pgettext_lazy("fact in a text", "superlative"),
}
COUNTED = {  # claims, by what a new version did to them
    Change.SAME: pgettext_lazy("so many claims", "{n} same"),
    Change.MOVED: pgettext_lazy("so many claims", "{n} moved"),
    Change.WORDING_CHANGED: pgettext_lazy("so many claims", "{n} wording changed"),
    Change.FACT_CHANGED: pgettext_lazy("so many claims", "{n} fact changed"),
    Change.GONE: pgettext_lazy("so many claims", "{n} gone"),
    Change.FIX_APPLIED: pgettext_lazy("so many claims", "{n} fix applied"),
}
CUES = frozenset(
    {
        gettext_noop("a number"),
        gettext_noop("a count"),
        gettext_noop("a sum or share"),
        gettext_noop("a date"),
        gettext_noop("a name"),
        gettext_noop("a title"),
        gettext_noop("a named actor"),
        gettext_noop("a named source"),
        gettext_noop("a quotation"),
        gettext_noop("reported speech"),
        gettext_noop("something said"),
        gettext_noop("something counted"),
        gettext_noop("something that happened"),
        gettext_noop("something that has happened"),
        gettext_noop("an event in passing"),
        gettext_noop("how things stand"),
        gettext_noop("a cause"),
        gettext_noop("a comparison"),
        gettext_noop("a superlative"),
        gettext_noop("a law or rule"),
        gettext_noop("a possibility"),
        gettext_noop("a prediction"),
        gettext_noop("a judgement"),
        gettext_noop("a generality"),
        gettext_noop("a comment"),
        gettext_noop("a question"),
        gettext_noop("a few words"),
        gettext_noop("advice"),
        gettext_noop("an instruction"),
        gettext_noop("an interpretation"),
        gettext_noop("no statement"),
        gettext_noop("the author's verdict"),
        gettext_noop("the listener"),
        gettext_noop("the speaker"),
    }
)
# What a search for claims stores, with values that differ
BROKEN = gettext_noop(
    "The text could not be searched for claims ({error}). Try again; "
    "if it fails again, tell who runs this desk: the worker's log has the details."
)
DIED = gettext_noop(
    "The process that searched this text for claims died {deaths} times. Try again; "
    "if it fails again, split the text and submit its parts."
)
UNDATED = gettext_noop(  # as `claims.extraction.finding` says it, which knows no Django
    "The article has no date, given or printed, so “{words}” could not be reckoned,"
    " nor other words of its kind."
)
ONE_TOO_LONG = gettext_noop(
    "Not searched: one passage of more than {most} words without a full stop, which begins “{words} …”."
    " Split it, or mark claims in it by hand."
)
TOO_LONG = gettext_noop(
    "Not searched: {n} passages of more than {most} words without a full stop; the first begins “{words} …”."
    " Split them, or mark claims in them by hand."
)
# What the desk notes of its own steps in the history: why a claim is free, or to be checked, again
LEFT = gettext_noop("Who held it is no longer active.")
ONLY_READS = gettext_noop("Who held it no longer checks claims.")
SEES_NOTHING = gettext_noop("Who held it no longer sees the article.")
MAY_NOT_JUDGE = gettext_noop("Who held it may no longer give the verdict.")
RAN_OUT = gettext_noop("The waiver ran out: the claim wants a source now, or a new waiver.")
SEARCH = [BROKEN, DIED, UNDATED, ONE_TOO_LONG, TOO_LONG]
PATTERNS = {said: re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(said)) for said in SEARCH}


def cue(name: str) -> str:
    """A cue as a reader reads it; one that is found no more, in old rows, as it is stored."""
    return gettext(name) if name in CUES else name


def fact(kind: str) -> str:
    """The kind of a fact in a text: "number"."""
    return str(FACTS.get(kind, kind))


def search(told: str) -> str:
    """Why a search for claims failed, or what it tells an editor, in the language of who reads it."""
    for said, pattern in PATTERNS.items():
        if match := re.fullmatch(pattern, told):
            return gettext(said).format(**match.groupdict())
    return told
