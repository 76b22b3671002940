"""The second check on the page: taken, given blind, then two verdicts side by side."""

import pytest
from django.urls import reverse

from claims.actions import assignments, evidence, verdicts
from claims.models import CheckRule, Claim
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, RatingFactory


@pytest.fixture
def ratings(claim):
    return {label: RatingFactory(scale=claim.article.scale, label=label) for label in ("Right", "Wrong")}


@pytest.fixture
def claim(desk, editor):
    CheckRule.objects.create()
    return ClaimFactory(article=ArticleFactory(desk=desk, submitted_by=editor))


@pytest.fixture
def judge(claim, ratings):
    def judging(person, label):
        now = Claim.objects.select_related("article").get(pk=claim.pk)
        assignments.take(now, by=person)
        record = evidence.add_evidence(
            now, by=person, kind="primary", locator="The register", stance="supports"
        )
        return verdicts.propose_verdict(
            now, by=person, rating=ratings[label], rationale=f"{label}, I found.", evidence=[record]
        )

    return judging


def page(client, claim):
    return client.get(claim.get_absolute_url()).content.decode()


def test_the_second_checker_takes_it_and_judges_blind(
    client, claim, judge, reviewer, second_reviewer, ratings
):
    judge(reviewer, "Right")
    client.force_login(second_reviewer)
    assert "A first verdict was given." in page(client, claim)
    client.post(reverse("claim-take", args=[claim.pk]))

    shown = page(client, claim)
    assert "Your verdict, the second" in shown
    assert "Right, I found." not in shown
    record = claim.evidence.get()
    client.post(
        reverse("claim-propose", args=[claim.pk]),
        {
            "verdict-rating": ratings["Wrong"].pk,
            "verdict-rationale": "Wrong, I found.",
            "verdict-evidence": record.pk,
            "verdict-confidence": "high",
        },
    )

    claim.refresh_from_db()
    assert claim.status == Status.AWAITING_SIGN_OFF
    assert {one.rating.label for one in (claim.verdict, claim.second_verdict)} == {"Right", "Wrong"}


def test_who_gave_the_first_and_the_editors_have_no_button_to_take_it(client, claim, judge, reviewer, editor):
    judge(reviewer, "Right")
    for person in (reviewer, editor):
        client.force_login(person)
        assert reverse("claim-take", args=[claim.pk]) + '"' not in page(client, claim)


def test_both_stand_side_by_side_the_first_first(
    client, claim, judge, reviewer, second_reviewer, second_editor
):
    judge(reviewer, "Right")
    judge(second_reviewer, "Wrong")
    client.force_login(second_editor)

    pair = page(client, claim).partition('class="side-by-side"')[2].partition("</div>")[0]

    assert pair.count("<article") == 2
    assert pair.index("Right, I found.") < pair.index("Wrong, I found.")


def test_an_editor_signs_one_of_two_that_differ_with_a_reason(
    client, claim, judge, reviewer, second_reviewer, second_editor
):
    judge(reviewer, "Right")
    second = judge(second_reviewer, "Wrong")
    client.force_login(second_editor)
    assert "The two verdicts differ." in page(client, claim)
    address, version = reverse("claim-sign-off", args=[claim.pk]), Claim.objects.get().version

    refused = client.post(address, {"seen": second.pk, "version": version, "note": ""})
    client.post(address, {"seen": second.pk, "version": version, "note": "The newer register."})

    claim.refresh_from_db()
    assert (refused.status_code, claim.status, claim.verdict) == (422, Status.RESOLVED, second)
    assert "say why you sign this one" in refused.content.decode()


def test_the_first_checker_may_withdraw_until_somebody_works_on_the_second(
    client, claim, judge, reviewer, second_reviewer
):
    judge(reviewer, "Right")
    client.force_login(reviewer)
    withdraw = reverse("claim-withdraw", args=[claim.pk])
    assert withdraw in page(client, claim)

    assignments.take(Claim.objects.select_related("article").get(), by=second_reviewer)

    assert withdraw not in page(client, claim)
    assert client.post(withdraw).status_code == 409
