"""Sources gathered beside a claim; they never collide with a step."""

from django.db import transaction

from accounts.models import Event
from claims import policy
from claims.actions.times import check_times
from claims.actions.triage import required
from claims.models import Evidence, Terms
from claims.moves import lock_article


@transaction.atomic
def add_evidence(
    claim, *, by, kind, locator, stance, quote="", private=False, terms=Terms.ON_RECORD, obtained_at=None
):
    """Record a source. The event keeps kind and stance only: words and place may be private."""
    policy.require(by, "add_evidence", claim)
    lock_article(claim.article_id)
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
