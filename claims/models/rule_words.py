"""A rule for second verdicts in words, and the words that its events keep, in the reader's language."""

import re
from functools import reduce

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models.claim import KINDS
from claims.priority import Risk
from claims.text.kinds import Kind

OF_RISK = {
    Risk.LOW: gettext_lazy("{claims} of low risk"),
    Risk.NORMAL: gettext_lazy("{claims} of normal risk"),
    Risk.HIGH: gettext_lazy("{claims} of high risk"),
}
STORED = re.compile(  # as `in_words` says it in English
    r"(?P<off>Off: )?(?:All claims|(?P<kind>[\w ]+) claims)(?: of (?P<risk>low|normal|high) risk)?"
    r"(?: with a priority of (?P<least>\d+) or more)?(?: on (?P<desk>.+))?"
    r" get a second, blind verdict(?:, by (?P<people>.+?))?\."
    r"(?P<alone> Who gives it finds their own evidence\.)?"
)


def which(kind="", risk="", least_priority=0, desk=""):
    """The claims that a rule fits: "Quantity claims of high risk on News"; `desk` is a name."""
    words = _("{kind} claims").format(kind=KINDS[Kind(kind)]) if kind else _("All claims")
    if risk:
        words = OF_RISK[Risk(risk)].format(claims=words)
    if least_priority:
        told = _("{claims} with a priority of {number} or more")
        words = told.format(claims=words, number=least_priority)
    return _("{claims} on {desk}").format(claims=words, desk=desk) if desk else words


def in_words(claims, people=(), shows_evidence=True):
    """The rule in one sentence, or two; `claims` as `which` tells them, `people` by their names."""
    if people:
        either = reduce(lambda some, one: _("{some} or {one}").format(some=some, one=one), people)
        told = _("{claims} get a second, blind verdict, by {people}.").format(claims=claims, people=either)
    else:
        told = _("{claims} get a second, blind verdict.").format(claims=claims)
    if shows_evidence:
        return told
    alone = _("Who gives it finds their own evidence.")
    return f"{told} {alone}"


def as_read(note):
    """The rule that an event keeps in English, in the reader's language; other words as they are."""
    match = STORED.fullmatch(note)
    if match is None:
        return note
    with translation.override(None):
        kinds = {str(name): kind for kind, name in KINDS.items()}
    if match["kind"] and match["kind"] not in kinds:
        return note
    claims = which(
        kinds.get(match["kind"], ""), match["risk"] or "", int(match["least"] or 0), match["desk"] or ""
    )
    people = match["people"].split(" or ") if match["people"] else ()
    told = in_words(claims, people, shows_evidence=not match["alone"])
    return _("Off: {rule}").format(rule=told) if match["off"] else told
