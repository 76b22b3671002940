"""Remarks beside a claim, in threads: written, answered, resolved; they never collide with a step."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Event
from claims import notices, policy
from claims.actions.triage import required
from claims.models import Note
from claims.moves import claim_changed, lock_article
from claims.text.mentions import mentions
from claims.workflow import ClaimChanged

LONGEST_NOTE = 10_000  # code points
NOBODY = gettext_lazy(
    "Nobody who may read this note is called “{said}”. Choose from the list, or leave out the @."
)
SEVERAL = gettext_lazy(
    "Several people are called “{said}”. Choose one from the list, or write their number behind: {known}."
)


@transaction.atomic
def add_note(claim, *, by, body, parent=None):
    """Remark on a claim, or answer the note `parent`, which reopens its thread.

    Who is named in `body` (`text.mentions`) is told. Raises ValidationError, also for a name that is
    nobody's who may read the note.
    """
    policy.require(by, "add_note", claim)
    body = required(body, "body", _("Write the note first."))
    if len(body) > LONGEST_NOTE:
        wrong = _("A note has at most {most} characters; this has {length}.").format(
            most=number_format(LONGEST_NOTE, force_grouping=True),
            length=number_format(len(body), force_grouping=True),
        )
        raise ValidationError({"body": wrong})
    if parent is not None and parent.claim_id != claim.pk:
        raise ValidationError({"parent": _("The note you answer belongs to another claim.")})
    mentioned = _mentioned(body, claim.article)
    lock_article(claim.article_id)
    note = Note.objects.create(claim=claim, author=by, body=body, parent=parent)
    note.mentioned.set(mentioned)
    if parent is not None:
        Note.objects.filter(pk=note.thread()[0]).update(resolved_at=None, resolved_by=None)
    after = {"note": note.pk, "mentioned": sorted(person.pk for person in mentioned)}
    event = Event.objects.append("claim.note", claim, by=by, after=after, within=claim.article, proves=[note])
    notices.tell(event, claim.article, claim)
    return note


def _mentioned(body, article):
    """Those whom `body` names; every name must be that of one person who may read the note."""
    if "@" not in body:
        return set()
    found = set()
    for mention in mentions(body, list(policy.people_to_name(article))):
        said = body[mention.start : mention.end]
        if not mention.people:
            raise ValidationError({"body": NOBODY.format(said=said)})
        if len(mention.people) > 1:
            known = ", ".join(f"{said}#{person.pk} ({person.email})" for person in mention.people)
            raise ValidationError({"body": SEVERAL.format(said=said, known=known)})
        found.update(mention.people)
    return found


def resolve_note(note, *, by):
    """Nothing is left to do in the thread of `note`. Raises ClaimChanged where that was said before."""
    _settle(note, "note_resolved", by=by, is_open=True, resolved_at=timezone.now(), resolved_by=by)


def reopen_note(note, *, by):
    """The thread of `note` is open again. Raises ClaimChanged where it is."""
    _settle(note, "note_reopened", by=by, is_open=False, resolved_at=None, resolved_by=None)


@transaction.atomic
def _settle(note, kind, *, by, is_open, **changes):
    claim = note.claim
    policy.require(by, "resolve_note", claim)
    lock_article(claim.article_id)
    first = note.thread()[0]
    if not Note.objects.filter(pk=first, resolved_at__isnull=is_open).update(**changes):
        said = _("This thread is resolved already.") if is_open else _("This thread is open already.")
        raise ClaimChanged(said, **claim_changed(claim).state)
    Event.objects.append(f"claim.{kind}", claim, by=by, after={"note": first}, within=claim.article)
