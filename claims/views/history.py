"""Events as sentences. What was private was never written into an event, so nothing is left out here."""

from typing import NamedTuple

from django.urls import reverse

from accounts.models import Event
from claims import policy

WHAT = {
    "article.submitted": "submitted the article",
    "article.extracted": "found claims",
    "article.extraction_failed": "could not finish the search for claims",
    "article.retried": "asked for a new search for claims",
    "article.revised": "sent a new version of the text",
    "article.readers": "changed who sees the article",
    "article.link_made": "made a guest link to the fix list",
    "article.link_revoked": "revoked a guest link",
    "article.published": "told where the article appeared",
    "article.corrected": "recorded a correction",
    "article.settled": "brought the article up to date with its gates",
    "article.signed_off": "signed off the article",
    "article.reopened": "reopened the article",
    "claim.accept": "accepted",
    "claim.dismiss": "dismissed",
    "claim.restore": "restored",
    "claim.mark": "marked by hand",
    "claim.respan": "chose other words for",
    "claim.split": "cut in two",
    "claim.split_off": "cut from another claim",
    "claim.merge": "merged another claim into",
    "claim.merged": "merged into another claim",
    "article.block_role": "changed the role of a block",
    "claim.take": "took",
    "claim.assign": "assigned",
    "claim.release": "released",
    "claim.propose": "proposed a verdict on",
    "claim.withdraw": "withdrew the verdict on",
    "claim.sign_off": "signed off the verdict on",
    "claim.return": "returned",
    "claim.reopen": "reopened",
    "claim.undo": "took back a step on",
    "claim.plan": "set risk and deadline of",
    "claim.wording_changed": "changed the wording of",
    "claim.fact_changed": "changed a fact in",
    "claim.gone": "took out of the text the words of",
    "claim.fix_applied": "applied the fix of",
    "claim.seen": "looked at the new words of",
    "claim.propose_first": "gave the first verdict on",
    "claim.propose_second": "gave the second verdict on",
    "claim.withdraw_first": "withdrew the first verdict on",
    "claim.fix_accepted": "accepted the fix of",
    "claim.fix_declined": "declined the fix of",
    "claim.fix_insisted": "insisted on the fix of",
    "claim.fix_dropped": "gave up the fix of",
    "claim.fix_waived": "accepted without its fix the words of",
    "claim.waiver_ended": "ended the waiver of",
    "claim.asked": "asked for comment on",
    "claim.answered": "recorded an answer on",
    "claim.evidence": "added evidence to",
    "claim.note": "wrote a note on",
    "claim.note_resolved": "resolved a thread of notes on",
    "claim.note_reopened": "reopened a thread of notes on",
    "export.requested": "asked for a report as a file",
    "desk.threshold": "changed the threshold of",
    "rule.added": "added",
    "rule.changed": "changed",
    "article.extracting": "began the search for claims",
    "export.taken": "took a report away as a file",
    "words.erased": "erased words from the history",
    "proof.renewed": "renewed the proof of what was said on",
    "erasure.asked": "asked for the erasure of the words",
    "erasure.declined": "declined the erasure of the words",
    "erasure.carried_out": "erased the words of the article",
}

LATEST = 5


class Line(NamedTuple):
    """`about` and `url` lead to the claim, on pages where that is not plain anyway."""

    at: object
    who: str
    what: str
    note: str
    about: str = ""
    url: str = ""


def of_claim(user, claim):
    """The events of a claim that `user` reads, oldest first."""
    return list(policy.history_of_claim(user, claim).select_related("by"))


def of_article(user, article):
    """The events of an article and its claims that `user` reads, as a queryset for paging."""
    return policy.history_of_article(user, article).select_related("by")


def of_threshold(desk):
    """The last changes of a desk's threshold as sentences, newest first."""
    events = Event.objects.about(desk).filter(kind="desk.threshold").select_related("by")
    return [_line(event)._replace(about=desk.name) for event in events.order_by("-id")[:LATEST]]


def of_rules(rule=None):
    """The last changes of all rules, newest first, or all of one, oldest first; each leads to its rule."""
    events = Event.objects.filter(subject_kind="checkrule").select_related("by")
    events = events.filter(subject_id=rule.pk).order_by("id") if rule else events.order_by("-id")[:LATEST]
    return [
        _line(event)._replace(
            about=f"rule {event.subject_id}", url=reverse("rule-edit", args=[event.subject_id])
        )
        for event in events
    ]


def lines(events):
    """The sentences of the events of one claim, on its own page."""
    return [_line(event)._replace(about="it") for event in events]


def lines_with_links(events):
    """The sentences of the events of an article; those of its claims lead there."""
    return [
        _line(event)._replace(
            about=f"claim {event.subject_id}", url=reverse("claim", args=[event.subject_id])
        )
        if event.subject_kind == "claim"
        else _line(event)
        for event in events
    ]


def told(event, about):
    """An event in one sentence, for who is told while they work on `about`."""
    line = _line(event)
    if line.note:
        return f"{line.who} {line.what} {about}: “{line.note}”"
    return f"{line.who} {line.what} {about}."


def _line(event):
    what = WHAT.get(event.kind, event.kind.partition(".")[2].replace("_", " "))
    who = event.by.name if event.by else event.after.get("through") or "The desk"
    note = "The words were erased." if event.erased is not None else event.note
    return Line(event.at, who, what, note)
