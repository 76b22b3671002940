"""What an event notes. Words of people stay as they are; those of the desk are stored in English."""

import re
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext, pgettext, pgettext_lazy

from claims import reasons, spoken
from claims.models import rule_words
from claims.priority import RISKS
from claims.text import Role
from claims.views.change_words import why_said

UNDONE = {  # the step that was taken back
    "accept": pgettext_lazy("step taken back", "accept"),
    "dismiss": pgettext_lazy("step taken back", "dismiss"),
    "restore": pgettext_lazy("step taken back", "restore"),
    "take": pgettext_lazy("step taken back", "take"),
    "assign": pgettext_lazy("step taken back", "assign"),
    "release": pgettext_lazy("step taken back", "release"),
    "propose": pgettext_lazy("step taken back", "propose"),
    "withdraw": pgettext_lazy("step taken back", "withdraw"),
    "sign_off": pgettext_lazy("step taken back", "sign_off"),
    "return": pgettext_lazy("step taken back", "return"),
    "reopen": pgettext_lazy("step taken back", "reopen"),
    "plan": pgettext_lazy("step taken back", "plan"),
    "respan": pgettext_lazy("step taken back", "other words"),
    "split": pgettext_lazy("step taken back", "cut in two"),
    "split_off": pgettext_lazy("step taken back", "cut from another claim"),
    "merge": pgettext_lazy("step taken back", "merged with another claim"),
    "merged": pgettext_lazy("step taken back", "merged into another claim"),
}
SAID = {  # as they are stored
    gettext_noop("the same"),
    gettext_noop("another verdict"),
    gettext_noop("no answer"),
    gettext_noop("its block was set aside"),
    gettext_noop("The words of this article were erased."),
    spoken.RAN_OUT,
    gettext_noop("no claims yet"),
    spoken.LEFT,
    spoken.ONLY_READS,
    spoken.SEES_NOTHING,
    spoken.MAY_NOT_JUDGE,
}
LINK = re.compile(r"link (?P<number>\d+) for (?P<name>.+)")
PLACE = re.compile(r"characters (?P<start>\d+)–(?P<end>\d+), before (?P<old_start>\d+)–(?P<old_end>\d+)")
ROLE = "|".join(role.replace("_", " ") for role in Role)
BLOCK = re.compile(rf"block (?P<number>\d+): (?P<now>{ROLE}), was (?P<before>{ROLE})")


def note_of(event):
    """The note of an event as a reader is to read it."""
    if event.erased is not None:
        return _("The words were erased.")
    return READ[event.kind](event.note) if event.note and event.kind in READ else event.note


def through(link):
    """The name of a guest link, as an event keeps it."""
    match = LINK.fullmatch(link)
    return _("link {number} for {name}").format(**match.groupdict()) if match else link


def _stored(note):
    return _(note) if note in SAID else note


def _gone(note):
    return why_said(_stored(note))


def _undone(note):
    return str(UNDONE.get(note, note))


def _plan(note):
    risk, _word, due = note.partition(" risk, ")
    if risk not in RISKS:
        return note
    return pgettext("plan of a claim", "{risk}, {due}").format(risk=RISKS[risk], due=_due(due))


def _due(due):
    try:
        return date_format(timezone.localtime(datetime.fromisoformat(due)), "DAY_AND_TIME")
    except ValueError:
        return _("no deadline") if due == "no deadline" else due


def _claim(note):
    number = note.removeprefix("claim ")
    return _("claim {number}").format(number=number) if number.isdigit() else note


def _cut(note):
    at = note.removeprefix("at character ")
    return _("at character {at}").format(at=at) if at.isdigit() else note


def _respan(note):
    match = PLACE.fullmatch(note)
    said = _("characters {start}–{end}, before {old_start}–{old_end}")
    return said.format(**match.groupdict()) if match else note


def _found(note):
    number = note.removesuffix(" suggestions")
    if not number.isdigit():
        return note
    return ngettext("{n} suggestion", "{n} suggestions", int(number)).format(n=number)


def _revised(note):
    counts = [one.partition(" ") for one in note.split(", ")]
    codes = [(n, words.replace(" ", "_")) for n, _space, words in counts]
    if not all(n.isdigit() and code in spoken.COUNTED for n, code in codes):
        return _stored(note)
    return ", ".join(spoken.COUNTED[code].format(n=n) for n, code in codes)


def _block(note):
    match = BLOCK.fullmatch(note)
    if match is None:
        return note
    now, before = (spoken.ROLES[Role(match[which].replace(" ", "_"))] for which in ("now", "before"))
    return _("block {number}: {now}, was {before}").format(number=match["number"], now=now, before=before)


def _threshold(note):
    before, _word, after = note.partition(" to ")
    return _("{before} to {after}").format(before=before, after=after) if after else note


READ = {
    "claim.dismiss": reasons.as_read,
    "claim.answered": _stored,
    "claim.release": _stored,
    "claim.undo": _undone,
    "claim.plan": _plan,
    "claim.respan": _respan,
    "claim.split": _cut,
    "claim.split_off": _claim,
    "claim.merge": _claim,
    "claim.merged": _claim,
    "claim.propose_second": _stored,
    "claim.set_aside": _stored,
    "claim.waiver_ended": _stored,
    "claim.gone": _gone,
    "claim.fact_changed": why_said,
    "claim.wording_changed": why_said,
    "claim.fix_applied": why_said,
    "article.extracted": _found,
    "article.extraction_failed": spoken.search,
    "article.revised": _revised,
    "article.block_role": _block,
    "desk.threshold": _threshold,
    "rule.added": rule_words.as_read,
    "rule.changed": rule_words.as_read,
}
