from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Event
from claims.jobs import waivers
from claims.models import ArticleKind, Outcome, Standing, Waiver
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, VerdictFactory


@pytest.fixture
def article(desk, editor):
    return ArticleFactory(desk=desk, submitted_by=editor, kind=ArticleKind.HOUSE)


def waiver_on(article, reviewer, approver, **place):
    claim = ClaimFactory(article=article, status=Status.RESOLVED, **place)
    claim.verdict = VerdictFactory(
        claim=claim, author=reviewer, outcome=Outcome.ON_AUTHOR, standing=Standing.SIGNED_OFF
    )
    claim.save()
    return Waiver.objects.create(
        verdict=claim.verdict,
        claim=claim,
        article=article,
        reason="Known to us.",
        asked_by=reviewer,
        approved_by=approver,
        expires_at=timezone.now() + timedelta(hours=1),
    )


@pytest.fixture
def waiver(article, reviewer, second_editor):
    return waiver_on(article, reviewer, second_editor)


def test_a_waiver_in_force_is_left_alone(waiver):
    waivers.end_waivers()

    waiver.claim.refresh_from_db()
    assert waiver.claim.status == Status.RESOLVED


def test_a_waiver_that_ran_out_sends_the_claim_back_once(waiver, reviewer):
    Waiver.objects.update(expires_at=timezone.now())

    waivers.end_waivers()
    waivers.end_waiver(waiver.pk)  # another worker had the same list

    claim = waiver.claim
    claim.refresh_from_db()
    waiver.refresh_from_db()
    assert (claim.status, claim.assignee) == (Status.IN_CHECK, reviewer)
    assert waiver.ended_at is not None
    assert [event.kind for event in Event.objects.about(claim)] == ["claim.waiver_ended"]


def test_a_claim_that_was_judged_anew_is_left_alone(waiver):
    Waiver.objects.update(expires_at=timezone.now())
    claim = waiver.claim
    claim.verdict = VerdictFactory(claim=claim, standing=Standing.SIGNED_OFF)
    claim.save()

    waivers.end_waivers()

    claim.refresh_from_db()
    waiver.refresh_from_db()
    assert (claim.status, waiver.ended_at is not None) == (Status.RESOLVED, True)


def test_one_that_fails_holds_up_no_other_and_is_tried_again(
    waiver, article, reviewer, second_editor, monkeypatch, caplog
):
    other = waiver_on(article, reviewer, second_editor, end=3)
    Waiver.objects.update(expires_at=timezone.now())
    back, broken = waivers.back_to_checker, waiver.claim_id

    def back_but_one(claim, **said):
        if claim.pk == broken:
            raise ZeroDivisionError
        return back(claim, **said)

    monkeypatch.setattr(waivers, "back_to_checker", back_but_one)
    waivers.end_waivers()

    assert list(Waiver.objects.filter(ended_at=None)) == [waiver]
    other.claim.refresh_from_db()
    assert other.claim.status == Status.IN_CHECK
    assert f"waiver {waiver.pk}: could not be ended" in caplog.text
    assert "ZeroDivisionError" in caplog.text

    monkeypatch.undo()
    waivers.end_waivers()
    assert not Waiver.objects.filter(ended_at=None).exists()
