"""What is gathered beside a claim; evidence and notes never collide with a step."""

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import Event
from claims import policy
from claims.actions.times import check_times
from claims.actions.triage import required
from claims.models import Evidence, Note, Terms

LONGEST_NOTE = 10_000  # code points


@transaction.atomic
def add_evidence(
    claim, *, by, kind, locator, stance, quote="", private=False, terms=Terms.ON_RECORD, obtained_at=None
):
    """Record a source. The event keeps kind and stance only: words and place may be private."""
    policy.require(by, "add_evidence", claim)
    check_times(obtained_at=obtained_at)
    locator = required(locator, "locator", "Say where the source is: an address, a page, a file, a contact.")
    evidence = Evidence(
        claim=claim,
        kind=kind,
        locator=locator,
        stance=stance,
        quote=quote.strip(),
        private=private,
        terms=terms,
        added_by=by,
    )
    if obtained_at is not None:
        evidence.obtained_at = obtained_at
    evidence.save()
    after = {"evidence": evidence.pk, "kind": kind, "stance": stance, "private": private}
    Event.objects.append("claim.evidence", claim, by=by, after=after, within=claim.article, proves=[evidence])
    return evidence


@transaction.atomic
def add_note(claim, *, by, body, parent=None):
    """Remark on a claim, or answer the note `parent`."""
    policy.require(by, "add_note", claim)
    body = required(body, "body", "Write the note first.")
    if len(body) > LONGEST_NOTE:
        raise ValidationError(
            {"body": f"A note has at most {LONGEST_NOTE:,} characters; this has {len(body):,}."}
        )
    if parent is not None and parent.claim_id != claim.pk:
        raise ValidationError({"parent": "The note you answer belongs to another claim."})
    note = Note.objects.create(claim=claim, author=by, body=body, parent=parent)
    after = {"note": note.pk}
    Event.objects.append("claim.note", claim, by=by, after=after, within=claim.article, proves=[note])
    return note
