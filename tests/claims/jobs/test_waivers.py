from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Event
from claims.jobs import waivers
from claims.models import ArticleKind, Outcome, Standing, Waiver
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, VerdictFactory


@pytest.fixture
def waiver(desk, editor, reviewer, second_editor):
    article = ArticleFactory(desk=desk, submitted_by=editor, kind=ArticleKind.HOUSE)
    claim = ClaimFactory(article=article, status=Status.RESOLVED)
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
        approved_by=second_editor,
        expires_at=timezone.now() + timedelta(hours=1),
    )


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
