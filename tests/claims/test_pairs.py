"""First and second verdicts, read from what was stored; the figures themselves: test_agreement.py."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Event
from claims import pairs
from claims.actions import assignments, verdicts
from claims.models import CheckRule, Claim
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory

EVER = timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1)


@pytest.fixture
def article(desk, editor):
    CheckRule.objects.create()
    return ArticleFactory(desk=desk, submitted_by=editor, text="x" * 200)


@pytest.fixture
def ratings(article):
    return [RatingFactory(scale=article.scale, label=label, number=n) for n, label in enumerate("abc")]


@pytest.fixture
def judge(article, ratings):
    """`judge({person: rating, …})`: a claim with their verdicts, the first person's first."""

    def judging(given, *, claim=None, **fields):
        claim = claim or ClaimFactory(article=article, end=article.claims.count() + 2, **fields)
        for person, rating in given.items():
            claim = Claim.objects.get(pk=claim.pk)
            if claim.assignee is None:
                assignments.take(claim, by=person)
            record = EvidenceFactory(claim=claim, added_by=person)
            verdicts.propose_verdict(
                claim, by=person, rating=ratings[rating], rationale="So.", evidence=[record]
            )
        return claim

    return judging


def test_pairs_are_counted_by_people_and_kind(judge, reviewer, second_reviewer):
    judge({reviewer: 0, second_reviewer: 0}, kind="cause")
    judge({second_reviewer: 1, reviewer: 2}, kind="cause")
    judge({reviewer: 1})  # the second one is missing

    found = pairs.table(Claim.objects.all(), *EVER)

    assert (found.all.agreement.pairs, found.all.agreement.agreed) == (2, 1)
    assert found.all.agreement.too_few
    two = tuple(sorted((reviewer.pk, second_reviewer.pk)))
    assert [(row.people, row.agreement.pairs) for row in found.people] == [(two, 2)]
    assert [(row.kind, row.agreement.pairs) for row in found.kinds] == [("cause", 2)]
    assert found.names == {reviewer.pk: "Carla Reviewer", second_reviewer.pk: "Davit Reviewer"}


def test_a_round_that_was_returned_counts_with_what_was_said_then(
    judge, reviewer, second_reviewer, second_editor
):
    claim = judge({reviewer: 0, second_reviewer: 1})
    verdicts.return_claim(Claim.objects.get(pk=claim.pk), by=second_editor, note="Why?")
    judge({reviewer: 1, second_reviewer: 1}, claim=claim)
    now = Claim.objects.get(pk=claim.pk)
    verdicts.sign_off(now, by=second_editor, verdict=now.second_verdict_id)

    found = pairs.table(Claim.objects.all(), *EVER)

    assert (found.all.agreement.pairs, found.all.agreement.agreed) == (2, 1)


def test_only_those_claims_and_that_time_count(judge, reviewer, second_reviewer):
    judge({reviewer: 0, second_reviewer: 0})

    assert pairs.table(Claim.objects.none(), *EVER).all.agreement.pairs == 0
    assert pairs.table(Claim.objects.all(), EVER[1], EVER[1]).all.agreement.pairs == 0


def test_from_twenty_pairs_on_there_are_figures(judge, reviewer, second_reviewer):
    for n in range(20):
        judge({reviewer: n % 3, second_reviewer: n % 3 if n % 4 else 0})

    all_of_it = pairs.table(Claim.objects.all(), *EVER).all.agreement

    assert (all_of_it.pairs, all_of_it.agreed, all_of_it.too_few) == (20, 17, False)
    assert all_of_it.share.value == 0.85
    assert 0 < all_of_it.kappa.low < all_of_it.kappa.value < all_of_it.kappa.high <= 1
    assert all_of_it.ordinal.pairs == 20


def test_the_steps_of_two_scales_have_no_common_order_so_that_used_most_counts():
    pair = pairs.Pair("cause", 1, (1, 2), (1, 2))
    mixed = [pair, pair._replace(ratings=(2, 2))] * 10 + [pair._replace(scale=2, ratings=(3, 3))] * 15

    told = pairs._agreement(mixed, {1: 0, 2: 1, 3: 0})

    assert (told.pairs, told.ordinal.pairs) == (35, 20)
    assert told.ordinal.value == pairs._agreement(mixed[:20], {1: 0, 2: 1}).ordinal.value
    assert pairs._agreement(mixed, {}).ordinal is None


def test_more_pairs_are_no_more_queries_and_the_latest_count(
    judge, reviewer, second_reviewer, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(pairs, "MOST", 2)
    for rating in (0, 1, 1):
        judge({reviewer: 1, second_reviewer: rating})

    with django_assert_num_queries(2):
        found = pairs.table(Claim.objects.all(), *EVER)

    assert (found.cut, found.all.agreement.pairs, found.all.agreement.agreed) == (True, 2, 2)


def test_what_was_erased_counts_no_more(judge, reviewer, second_reviewer, unguarded):
    judge({reviewer: 1, second_reviewer: 1})
    Event.objects.filter(kind="claim.propose_second").update(after={})

    assert pairs.table(Claim.objects.all(), *EVER).all.agreement.pairs == 0
