from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from accounts.models import Event, Membership
from claims.actions import assignments, triage, verdicts
from claims.actions.articles import sign_off_article
from claims.actions.evidence import add_evidence
from claims.actions.undo import undo
from claims.models import SignOff, Standing
from claims.workflow import ClaimChanged, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory


@pytest.fixture
def claim(desk):
    return ClaimFactory(article=ArticleFactory(desk=desk))


@pytest.fixture
def signed(claim, reviewer, editor):
    assignments.take(claim, by=reviewer)
    rating, evidence = RatingFactory(scale=claim.article.scale), EvidenceFactory(claim=claim)
    verdicts.propose_verdict(claim, by=reviewer, rating=rating, rationale="It does.", evidence=[evidence])
    verdicts.sign_off(claim, by=editor, verdict=claim.verdict_id)
    return claim


def test_somebody_elses_step_is_not_undone(claim, reviewer, editor):
    assignments.take(claim, by=reviewer)

    with pytest.raises(PermissionDenied):
        undo(claim, by=editor)


def test_who_is_no_editor_any_more_undoes_no_step_of_editors(signed, editor, client):
    client.force_login(editor)
    undoing = reverse("claim-undo", args=[signed.pk])
    assert undoing in client.get(signed.get_absolute_url()).content.decode()
    editor.role = "reviewer"
    editor.save()

    with pytest.raises(PermissionDenied):
        undo(signed, by=editor)

    assert undoing not in client.get(signed.get_absolute_url()).content.decode()


def test_a_step_that_was_built_on_is_not_undone(claim, reviewer):
    assignments.take(claim, by=reviewer)
    add_evidence(claim, by=reviewer, kind="primary", locator="p. 3", stance="supports")

    with pytest.raises(ClaimChanged):
        undo(claim, by=reviewer)


def test_an_undo_is_not_undone(claim, reviewer):
    assignments.take(claim, by=reviewer)
    undo(claim, by=reviewer)

    with pytest.raises(ClaimChanged):
        undo(claim, by=reviewer)


def test_a_claim_without_a_step_has_nothing_to_undo(claim, reviewer):
    with pytest.raises(ClaimChanged):
        undo(claim, by=reviewer)


def test_an_undone_sign_off_stays_in_the_record(signed, editor):
    undo(signed, by=editor)

    assert (signed.status, signed.verdict.standing) == (Status.AWAITING_SIGN_OFF, Standing.PROPOSED)
    assert SignOff.objects.get(claim=signed).undone_at is not None


def test_an_undone_proposal_is_withdrawn(claim, reviewer):
    assignments.take(claim, by=reviewer)
    evidence = EvidenceFactory(claim=claim)
    verdict = verdicts.propose_verdict(
        claim,
        by=reviewer,
        rating=RatingFactory(scale=claim.article.scale),
        rationale="It does.",
        evidence=[evidence],
    )

    undo(claim, by=reviewer)

    verdict.refresh_from_db()
    assert (claim.status, claim.assignee, claim.verdict) == (Status.IN_CHECK, reviewer, None)
    assert verdict.standing == Standing.WITHDRAWN


def test_what_the_sign_off_of_the_article_rests_on_is_not_undone(signed, editor, second_editor):
    sign_off_article(signed.article, by=second_editor, revision=signed.article.revision_id)

    with pytest.raises(ClaimChanged):
        undo(signed, by=editor)


def test_a_dismissal_is_undone(claim, editor):
    triage.dismiss(claim, by=editor, reason="opinion")

    undo(claim, by=editor)

    assert claim.status == Status.OPEN


def test_what_was_returned_is_still_returned_after_an_undo(claim, reviewer, editor):
    def propose():
        evidence = [EvidenceFactory(claim=claim)]
        rating = RatingFactory(scale=claim.article.scale)
        verdicts.propose_verdict(claim, by=reviewer, rating=rating, rationale="It does.", evidence=evidence)

    assignments.take(claim, by=reviewer)
    propose()
    verdicts.return_claim(claim, by=editor, note="Which year?")
    returned_at = claim.returned_at
    propose()
    undo(claim, by=reviewer)

    assert returned_at is not None
    assert (claim.assignee, claim.returned_at) == (reviewer, returned_at)

    propose()
    verdicts.return_claim(claim, by=editor, note="Which month?")
    undo(claim, by=editor)

    assert (claim.status, claim.returned_at) == (Status.AWAITING_SIGN_OFF, None)


def test_an_undo_gives_no_claim_to_somebody_who_left_the_desk(claim, reviewer, editor):
    assignments.take(claim, by=reviewer)
    assignments.release(claim, by=editor)
    Membership.objects.filter(user=reviewer).delete()

    undo(claim, by=editor)

    assert (claim.status, claim.assignee) == (Status.OPEN, None)


def test_an_undone_plan_brings_back_risk_deadline_and_priority(claim, editor):
    before = timezone.now() - timedelta(days=1)
    triage.plan(claim, by=editor, risk="low", due_at=before)
    priority = claim.priority
    triage.plan(claim, by=editor, risk="high", due_at=None)

    undo(claim, by=editor)

    claim.refresh_from_db()
    assert (claim.risk, claim.due_at, claim.priority) == ("low", before, priority)
    event = Event.objects.about(claim).last()
    assert (event.kind, event.before["risk"], event.after["risk"]) == ("claim.undo", "high", "low")
    with pytest.raises(ClaimChanged):
        undo(claim, by=editor)


def test_a_plan_that_does_not_tell_what_it_changed_stays(claim, editor):
    Event.objects.append("claim.plan", claim, by=editor, before={"status": "open"}, within=claim.article)

    with pytest.raises(ClaimChanged):
        undo(claim, by=editor)
