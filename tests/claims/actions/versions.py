"""An article of three sentences, claims on them, and what sends a new version of it."""

from claims import search
from claims.actions import revisions, verdicts
from claims.workflow import Status
from tests.factories import ClaimFactory, EvidenceFactory, RatingFactory

TEXT = "Rents rose by 9 percent in May. The mayor signed 12 leases. It rained all week in Brask."
RENTS, LEASES, RAIN = (0, 31), (32, 59), (60, 88)


def claim_on(article, span, **fields):
    claim = ClaimFactory(article=article, start=span[0], end=span[1], **fields)
    search.add_claims([claim.pk])
    return claim


def decided_on(article, span, *, by, approver):
    """A claim that was checked and signed off."""
    claim = claim_on(article, span, status=Status.IN_CHECK, assignee=by)
    record = EvidenceFactory(claim=claim, added_by=by)
    verdict = verdicts.propose_verdict(
        claim, by=by, rating=RatingFactory(scale=article.scale), rationale="Seen.", evidence=[record]
    )
    verdicts.sign_off(claim, by=approver, verdict=verdict.pk)
    return claim


def revise(article, text, by, base=None):
    article.refresh_from_db()
    return revisions.add_revision(article, by=by, text=text, base=base or article.revision_id)
