"""Verdicts: proposed by one person, signed off by another."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from claims import policy
from claims.actions.triage import required
from claims.models import ArticleKind, Confidence, Outcome, SignOff, Standing, Verdict
from claims.moves import claim_changed, lock_article, move, require_holder, require_step
from claims.workflow import Status


@transaction.atomic
def propose_verdict(
    claim,
    *,
    by,
    rating,
    rationale,
    evidence=(),
    outcome="",
    new_wording="",
    confidence=Confidence.MEDIUM,
):
    """The holder of a claim rates it; it then awaits sign-off. `evidence` are records of this claim.

    Raises ValidationError for what is missing, NotHolder, ClaimChanged.
    """
    policy.require(by, "propose", claim)
    require_step(claim, "propose")
    require_holder(claim, by)
    rationale = required(rationale, "rationale", "Say what the rating rests on.")
    check_verdict(claim, rating, evidence, outcome, new_wording.strip())
    verdict = Verdict.objects.create(
        claim=claim,
        author=by,
        rating=rating,
        rationale=rationale,
        outcome=outcome,
        new_wording=new_wording.strip(),
        confidence=confidence,
    )
    verdict.evidence.set(evidence)
    lock_article(claim.article_id)
    claim.verdicts.exclude(pk=verdict.pk).filter(standing=Standing.PROPOSED).update(
        standing=Standing.SUPERSEDED
    )
    move(
        claim,
        Status.AWAITING_SIGN_OFF,
        by=by,
        step="propose",
        note=rating.label,
        assignee=None,
        verdict=verdict,
        returned_at=None,
    )
    return verdict


def check_verdict(claim, rating, evidence, outcome, new_wording):
    """Raise ValidationError, with every field that is wrong."""
    wrong = {}
    if rating.scale_id != claim.article.scale_id:
        wrong["rating"] = "This rating is not on the scale of the article."
    if any(record.claim_id != claim.pk for record in evidence):
        wrong["evidence"] = "This evidence belongs to another claim."
    elif not evidence and outcome != Outcome.ON_AUTHOR:
        wrong["evidence"] = (
            "A verdict rests on at least one piece of evidence: add it, or choose the records it rests on."
        )
    if claim.article.kind == ArticleKind.HOUSE and not outcome:
        wrong["outcome"] = "Say what becomes of the words: keep, fix, cut or on author."
    if claim.article.kind == ArticleKind.OUTSIDE and outcome:
        wrong["outcome"] = "Outcomes are for house copy only."
    if outcome == Outcome.FIX and not new_wording:
        wrong["new_wording"] = "Write the new wording of the fix."
    if new_wording and outcome != Outcome.FIX:
        wrong["new_wording"] = "New wording belongs to the outcome fix only."
    if wrong:
        raise ValidationError(wrong)


def _end_verdict(claim, standing):
    lock_article(claim.article_id)
    Verdict.objects.filter(pk=claim.verdict_id).update(standing=standing)


@transaction.atomic
def withdraw(claim, *, by):
    """The author of a verdict takes it back and holds the claim again."""
    policy.require(by, "withdraw", claim)
    require_step(claim, "withdraw")
    _end_verdict(claim, Standing.WITHDRAWN)
    move(claim, Status.IN_CHECK, by=by, step="withdraw", assignee=by, verdict=None)


@transaction.atomic
def sign_off(claim, *, by, verdict, note=""):
    """An editor approves the verdict they saw (its id)."""
    policy.require(by, "sign_off", claim)
    require_step(claim, "sign_off")
    if claim.verdict_id != verdict:
        raise claim_changed(claim)
    SignOff.objects.create(
        article=claim.article,
        revision=claim.revision,
        claim=claim,
        verdict_id=verdict,
        by=by,
        author_id=claim.article.author_id,
        checker_id=claim.verdict.author_id,
        note=note,
    )
    _end_verdict(claim, Standing.SIGNED_OFF)
    move(claim, Status.RESOLVED, by=by, step="sign_off", note=note)


@transaction.atomic
def return_claim(claim, *, by, note):
    """An editor sends the verdict back to who proposed it; the comment is compulsory."""
    policy.require(by, "return", claim)
    require_step(claim, "return")
    note = required(note, "note", "Say what is missing, so that the checker can go on.")
    _back_to_checker(claim, by=by, step="return", standing=Standing.RETURNED, note=note)


@transaction.atomic
def reopen(claim, *, by, reason):
    """A resolved claim is checked again; the reason is compulsory."""
    policy.require(by, "reopen", claim)
    require_step(claim, "reopen")
    reason = required(reason, "reason", "Say why the claim is reopened.")
    _back_to_checker(claim, by=by, step="reopen", standing=Standing.SUPERSEDED, note=reason)


def _back_to_checker(claim, *, by, step, standing, note):
    """In check with the last checker, or open if they may no longer."""
    checker = claim.verdict.author
    _end_verdict(claim, standing)
    if policy.may_hold(checker, claim):
        holder = {"assignee": checker, "returned_at": timezone.now()}
        move(claim, Status.IN_CHECK, by=by, step=step, note=note, verdict=None, **holder)
    else:
        move(claim, Status.OPEN, by=by, step=step, note=note, verdict=None)
