"""Verdicts: proposed by one person, signed off by another."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from claims import policy
from claims.actions.times import check_ends
from claims.actions.triage import required
from claims.consequences import back_to_checker, set_going
from claims.models import (
    ArticleKind,
    CheckRule,
    Confidence,
    Outcome,
    SignOff,
    Standing,
    Verdict,
)
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
    waived_until=None,
):
    """The holder of a claim rates it. `evidence` are records of this claim.

    `waived_until` ends what the outcome "on author" allows; None: it holds for good.
    The claim then awaits sign-off, or a second check where a rule asks for one. The second verdict brings
    both to light. Raises ValidationError for what is missing, NotHolder, ClaimChanged.
    """
    is_second = claim.status == Status.AWAITING_SECOND_CHECK
    policy.require(by, policy.proposing(claim), claim)
    require_step(claim, "propose")
    require_holder(claim, by)
    rationale = required(rationale, "rationale", _("Say what the rating rests on."))
    check_verdict(claim, rating, evidence, outcome, new_wording.strip(), waived_until)
    lock_article(claim.article_id)
    verdict = Verdict.objects.create(
        claim=claim,
        author=by,
        rating=rating,
        rationale=rationale,
        outcome=outcome,
        new_wording=new_wording.strip(),
        confidence=confidence,
        revision=claim.revision,
        words=claim.text,
        waived_until=waived_until,
    )
    verdict.evidence.set(evidence)
    if is_second:
        _second(claim, verdict, by=by)
    elif CheckRule.of(claim) is not None:
        _first(claim, verdict, by=by)
    else:
        step = {"step": "propose", "note": rating.label, "verdict": verdict, "proves": [verdict]}
        _supersede(claim, verdict)
        move(
            claim,
            Status.AWAITING_SIGN_OFF,
            by=by,
            assignee=None,
            returned_at=None,
            wants_a_glance=False,  # these words were judged
            **step,
        )
    return verdict


def _supersede(claim, *but):
    claim.verdicts.exclude(pk__in=[verdict.pk for verdict in but]).filter(standing=Standing.PROPOSED).update(
        standing=Standing.SUPERSEDED
    )


def _first(claim, verdict, *, by):
    """Of two: until the other is given it stands in no field that others read, and in no event."""
    _supersede(claim)
    Verdict.objects.filter(pk=verdict.pk).update(standing=Standing.BLIND)
    move(
        claim,
        Status.AWAITING_SECOND_CHECK,
        by=by,
        step="propose_first",
        assignee=None,
        returned_at=None,
        wants_a_glance=False,
        proves=[verdict],  # under a salt that nobody sees: it tells nothing
    )


def _second(claim, verdict, *, by):
    """Both are known from now on, side by side."""
    first = claim.verdicts.filter(standing=Standing.BLIND).first()
    if first is None:  # the words changed meanwhile, and the first verdict went with them
        raise claim_changed(claim)
    Verdict.objects.filter(pk=first.pk).update(standing=Standing.PROPOSED)
    move(
        claim,
        Status.AWAITING_SIGN_OFF,
        by=by,
        step="propose_second",
        note="the same" if agree(first, verdict) else "another verdict",
        assignee=None,
        verdict=first,
        second_verdict=verdict,
        proves=[verdict],
    )


def agree(first, second):
    """Two verdicts say the same of the claim and of its words."""
    return (first.rating_id, first.outcome, first.new_wording) == (
        second.rating_id,
        second.outcome,
        second.new_wording,
    )


def check_verdict(claim, rating, evidence, outcome, new_wording, waived_until=None):
    """Raise ValidationError, with every field that is wrong."""
    wrong = {}
    if rating.scale_id != claim.article.scale_id:
        wrong["rating"] = _("This rating is not on the scale of the article.")
    if any(record.claim_id != claim.pk for record in evidence):
        wrong["evidence"] = _("This evidence belongs to another claim.")
    elif not evidence and outcome != Outcome.ON_AUTHOR:
        wrong["evidence"] = _(
            "A verdict rests on at least one piece of evidence: add it, or choose the records it rests on."
        )
    if claim.article.kind == ArticleKind.HOUSE and not outcome:
        wrong["outcome"] = _("Say what becomes of the words: keep, fix, cut or on author.")
    if claim.article.kind == ArticleKind.OUTSIDE and outcome:
        wrong["outcome"] = _("Outcomes are for house copy only.")
    if outcome == Outcome.FIX and not new_wording:
        wrong["new_wording"] = _("Write the new wording of the fix.")
    if new_wording and outcome != Outcome.FIX:
        wrong["new_wording"] = _("New wording belongs to the outcome fix only.")
    if waived_until is not None and outcome != Outcome.ON_AUTHOR:
        wrong["waived_until"] = _("An end belongs to the outcome on author only.")
    if wrong:
        raise ValidationError(wrong)
    check_ends(waived_until=waived_until)


@transaction.atomic
def withdraw(claim, *, by):
    """The author of a verdict takes it back and holds the claim again.

    Raises ClaimChanged once a second verdict is in the making, or was given: two are returned, not withdrawn.
    """
    policy.require(by, "withdraw", claim)
    require_step(claim, "withdraw")
    in_second_hands = claim.status == Status.AWAITING_SECOND_CHECK and claim.assignee_id is not None
    if claim.second_verdict_id is not None or in_second_hands:
        raise claim_changed(claim)
    lock_article(claim.article_id)
    claim.verdicts.filter(standing__in=[Standing.PROPOSED, Standing.BLIND]).update(
        standing=Standing.WITHDRAWN
    )
    # A first verdict stands in no event, so its withdrawal cannot be undone.
    step = "withdraw" if claim.verdict_id is not None else "withdraw_first"
    move(claim, Status.IN_CHECK, by=by, step=step, assignee=by, verdict=None)


@transaction.atomic
def sign_off(claim, *, by, verdict, note=""):
    """An editor approves the verdict they saw (its id); where two differ, `note` says why this one."""
    policy.require(by, "sign_off", claim)
    require_step(claim, "sign_off")
    given = [one for one in (claim.verdict, claim.second_verdict) if one is not None]
    chosen = next((one for one in given if one.pk == verdict), None)
    if chosen is None:
        raise claim_changed(claim)
    if len(given) == 2 and not agree(*given):
        note = required(note, "note", _("The two verdicts differ: say why you sign this one."))
    lock_article(claim.article_id)
    signed = SignOff.objects.create(
        article=claim.article,
        revision=claim.revision,
        claim=claim,
        verdict=chosen,
        by=by,
        author_id=claim.article.author_id,
        checker_id=claim.verdict.author_id,
        second_checker_id=claim.second_verdict and claim.second_verdict.author_id,
        note=note,
    )
    set_going(claim, chosen, approved_by=by)
    others = [one for one in given if one != chosen]
    Verdict.objects.filter(pk__in=[one.pk for one in others]).update(standing=Standing.SUPERSEDED)
    Verdict.objects.filter(pk=chosen.pk).update(standing=Standing.SIGNED_OFF)
    move(
        claim,
        Status.RESOLVED,
        by=by,
        step="sign_off",
        note=note,
        proves=[signed],
        verdict=chosen,
        second_verdict=others[0] if others else None,
    )


@transaction.atomic
def return_claim(claim, *, by, note):
    """An editor sends the verdict back to who proposed it; the comment is compulsory."""
    policy.require(by, "return", claim)
    require_step(claim, "return")
    note = required(note, "note", _("Say what is missing, so that the checker can go on."))
    back_to_checker(claim, by=by, step="return", standing=Standing.RETURNED, note=note)


@transaction.atomic
def reopen(claim, *, by, reason):
    """A resolved claim is checked again; the reason is compulsory."""
    policy.require(by, "reopen", claim)
    require_step(claim, "reopen")
    reason = required(reason, "reason", _("Say why the claim is reopened."))
    back_to_checker(claim, by=by, step="reopen", note=reason)
