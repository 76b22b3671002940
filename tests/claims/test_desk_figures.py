"""The figures of a desk, read from claims and their trail; the page: views/test_figures.py."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Event
from claims import desk_figures, policy
from claims.actions import assignments, triage, verdicts
from claims.actions.undo import undo
from claims.models import Claim, Standing, Verdict
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory, VerdictFactory

NOW = timezone.now()
EVER = NOW - timedelta(days=300), NOW + timedelta(days=1)


@pytest.fixture
def article(desk, second_editor):
    return ArticleFactory(desk=desk, submitted_by=second_editor, text="x" * 200)


@pytest.fixture
def rating(article):
    return RatingFactory(scale=article.scale, label="True")


@pytest.fixture
def make(article):
    def make(status=Status.OPEN, **fields):
        return ClaimFactory(article=article, end=article.claims.count() + 2, status=status, **fields)

    return make


@pytest.fixture
def step(editor):
    """`step(claim, "take", before, after, days)`: an event of the trail, so many days ago."""

    def step(claim, kind, before=None, after=None, days=0.0):
        return Event.objects.create(
            kind=f"claim.{kind}",
            by=editor,
            subject_kind="claim",
            subject_id=claim.pk,
            at=NOW - timedelta(days=days),
            before={"status": before} if before else {},
            after={"status": after} if after else {},
        )

    return step


def anew(claim):
    return Claim.objects.get(pk=claim.pk)


def counts(claims, in_hand, days=3):
    found = desk_figures.days(claims, NOW - timedelta(days=days), NOW, in_hand)
    return [(day.came, day.decided, day.dropped, day.in_hand) for day in found]


def test_what_comes_is_decided_and_dropped_day_by_day(make, step):
    one, other = make(), make()
    step(one, "mark", None, "open", 2)
    step(other, "accept", "suggested", "open", 2)
    step(one, "sign_off", "awaiting_sign_off", "resolved", 1)
    step(other, "dismiss", "open", "dismissed", 0)
    step(make(), "dismiss", "suggested", "dismissed", 1)  # it never was in hand

    assert counts(Claim.objects.all(), in_hand=7) == [(0, 0, 0, 7), (2, 0, 0, 9), (0, 1, 0, 8), (0, 0, 1, 7)]


def test_what_was_undone_is_taken_back_where_it_was_counted(
    make, reviewer, second_editor, editor, rating, article
):
    claim = make(Status.SUGGESTED)
    triage.accept(claim, by=reviewer)
    undo(anew(claim), by=reviewer)
    assert counts(Claim.objects.all(), 0, days=0) == [(0, 0, 0, 0)]

    triage.accept(anew(claim), by=reviewer)
    triage.dismiss(anew(claim), by=editor, reason="A small thing.")
    undo(anew(claim), by=editor)
    assert counts(Claim.objects.all(), 1, days=0) == [(1, 0, 0, 1)]

    assignments.take(anew(claim), by=reviewer)
    record = EvidenceFactory(claim=claim, added_by=reviewer)
    verdict = verdicts.propose_verdict(
        anew(claim), by=reviewer, rating=rating, rationale="So.", evidence=[record]
    )
    verdicts.sign_off(anew(claim), by=editor, verdict=verdict.pk)
    assert counts(Claim.objects.all(), 0, days=0) == [(1, 1, 0, 0)]
    undo(anew(claim), by=editor)
    assert counts(Claim.objects.all(), 1, days=0) == [(1, 0, 0, 1)]


def test_a_step_whose_words_were_erased_counts_no_more(make, step):
    step(make(), "sign_off", None, None, 1)

    assert counts(Claim.objects.all(), 3, days=1) == [(0, 0, 0, 3), (0, 0, 0, 3)]


def test_steps_on_claims_of_others_do_not_count(make, step):
    step(make(), "accept", "suggested", "open")

    assert counts(Claim.objects.none(), 0, days=0) == [(0, 0, 0, 0)]


def test_days_are_those_of_the_reader(make, step):
    step(make(), "accept", "suggested", "open")
    with timezone.override("Pacific/Kiritimati"):
        found = desk_figures.days(Claim.objects.all(), NOW - timedelta(days=1), NOW, 1)

        assert found[-1].day == timezone.localdate(NOW)
        assert found[-1].came == 1


def test_claims_in_hand_by_age_and_status(make):
    for age, status in ((0, "open"), (0.5, "open"), (2, "in_check"), (40, "awaiting_sign_off")):
        make(Status(status), created_at=NOW - timedelta(days=age))
    make(Status.RESOLVED)
    make(Status.SUGGESTED)

    assert desk_figures.ages(Claim.objects.all(), NOW + timedelta(seconds=1)) == (
        {
            Status.OPEN: [2, 0, 0, 0, 0, 0],
            Status.IN_CHECK: [0, 1, 0, 0, 0, 0],
            Status.AWAITING_SIGN_OFF: [0, 0, 0, 0, 0, 1],
        },
        4,
    )


def test_ratings_count_the_verdicts_that_stand(make, step, rating, article):
    other = RatingFactory(scale=article.scale, label="False")
    for given_rating, status in (
        (rating, Status.RESOLVED),
        (rating, Status.RESOLVED),
        (other, Status.IN_CHECK),
    ):
        claim = make(status)
        Claim.objects.filter(pk=claim.pk).update(verdict=VerdictFactory(claim=claim, rating=given_rating))
        step(claim, "sign_off", "awaiting_sign_off", "resolved", 1)

    found = desk_figures.ratings(Claim.objects.all(), *EVER)

    assert [(row["label"], row["count"], row["scale"]) for row in found] == [("True", 2, article.scale.name)]
    assert desk_figures.ratings(Claim.objects.all(), NOW, EVER[1]) == []


@pytest.fixture
def verdict(make, step, rating, reviewer):
    """`verdict(hours)`: given now on a claim that was accepted a day and taken so many hours before."""

    def give(hours, **fields):
        claim = make(Status.AWAITING_SIGN_OFF)
        step(claim, "accept", "suggested", "open", hours / 24 + 1)
        step(claim, "take", "open", "in_check", hours / 24)
        step(claim, "propose", "in_check", "awaiting_sign_off")
        return VerdictFactory(
            **{"claim": claim, "author": reviewer, "rating": rating, "created_at": NOW} | fields
        )

    return give


def test_times_run_from_opening_and_from_taking_to_the_verdict(verdict, reviewer):
    for hours in range(1, 22):
        verdict(hours)

    speed = desk_figures.speed(Claim.objects.all(), *EVER)

    assert speed.since_taken == (21, timedelta(hours=11), timedelta(hours=19))
    assert speed.since_opened.median == timedelta(hours=11 + 24)
    assert speed.people == {reviewer.pk: ("Carla Reviewer", speed.since_taken)}
    assert not speed.cut


def test_of_few_verdicts_no_time_is_told(verdict):
    for _ in range(desk_figures.ENOUGH - 1):
        verdict(1)
    verdict(1, standing=Standing.WITHDRAWN)

    assert desk_figures.speed(Claim.objects.all(), *EVER).since_taken == (19, None, None)


@pytest.mark.parametrize("signed", ["the first", "the second"])
def test_the_second_verdict_did_not_wait_since_the_claim_was_opened(verdict, signed, monkeypatch):
    for _ in range(20):
        verdict(1)
    first = Verdict.objects.first()
    second = VerdictFactory(claim=first.claim, author=first.author, created_at=NOW + timedelta(hours=9))
    one, other = (first, second) if signed == "the first" else (second, first)
    Claim.objects.filter(pk=first.claim_id).update(verdict=one, second_verdict=other)

    monkeypatch.setattr(desk_figures, "times", list)

    speed = desk_figures.speed(Claim.objects.all(), *EVER)

    assert len(speed.since_taken) == 21
    assert speed.since_opened == [timedelta(hours=1 + 24)] * 20


def test_more_verdicts_than_are_read_are_told(verdict, monkeypatch):
    monkeypatch.setattr(desk_figures, "MOST_VERDICTS", 1)
    verdict(1)
    assert not desk_figures.speed(Claim.objects.all(), *EVER).cut
    verdict(1)

    speed = desk_figures.speed(Claim.objects.all(), *EVER)

    assert (speed.cut, speed.since_taken.verdicts) == (True, 1)


def test_loads_are_of_who_holds_and_of_who_gave(make, reviewer, second_reviewer):
    make(Status.IN_CHECK, assignee=reviewer, risk="high", due_at=NOW - timedelta(days=1))
    make(Status.AWAITING_SECOND_CHECK, assignee=reviewer)
    gave = {second_reviewer.pk: ("Davit Reviewer", desk_figures.Times(3, None, None))}

    assert desk_figures.loads(Claim.objects.all(), gave, NOW) == [
        ("Carla Reviewer", 2, 1, 1, (0, None, None)),
        ("Davit Reviewer", 0, 0, 0, (3, None, None)),
    ]


def test_extraction_counts_what_was_judged_in_the_time(make, reviewer):
    kept, dropped = make(Status.SUGGESTED), make(Status.SUGGESTED)
    triage.accept(kept, by=reviewer)
    triage.dismiss(dropped, by=reviewer, reason="An opinion.")
    make(Status.SUGGESTED)

    found = desk_figures.extraction(policy.visible_claims(reviewer), *EVER)

    assert (found.precision.part, found.precision.whole) == (1, 2)
    assert desk_figures.extraction(policy.visible_claims(reviewer), EVER[1], EVER[1]).precision.whole == 0


@given(st.lists(st.timedeltas(timedelta(0), timedelta(days=90)), min_size=1), st.floats(0, 1))
def test_a_quantile_lies_among_its_values(took, share):
    ordered = sorted(took)
    found = desk_figures.quantile(ordered, share)

    assert ordered[0] <= found <= ordered[-1]
    assert desk_figures.quantile(ordered, 0) == ordered[0]
    assert desk_figures.quantile(ordered, 1) == ordered[-1]


def test_the_median_of_an_even_number_lies_between_two():
    hours = [timedelta(hours=hour) for hour in (1, 2, 4, 8)]

    assert desk_figures.quantile(hours, 0.5) == timedelta(hours=3)
