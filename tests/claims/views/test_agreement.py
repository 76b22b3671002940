"""The page of how far first and second verdicts agree."""

import re
from datetime import date, datetime

import pytest
from django.utils import timezone, translation

from accounts.models import Event
from claims.agreement import Estimate
from claims.models import Claim
from claims.views.agreement import _said
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, RatingFactory, RatingScaleFactory, VerdictFactory

ADDRESS = "/desks/news/agreement/"


@pytest.fixture
def pair(desk, reviewer, second_reviewer):
    """`pair(same)`: a claim with two verdicts and the event that brought both to light."""
    scale = RatingScaleFactory()
    ratings = [RatingFactory(scale=scale, number=number) for number in range(2)]
    article = ArticleFactory(desk=desk, scale=scale, text="x" * 200)

    def pairing(same, at=None, *, article=article):
        claim = ClaimFactory(
            article=article, end=article.claims.count() + 2, status=Status.AWAITING_SIGN_OFF, kind="quantity"
        )
        rating, other = ratings[claim.pk % 2], ratings[1 - claim.pk % 2]
        given = [
            VerdictFactory(claim=claim, author=reviewer, rating=rating),
            VerdictFactory(claim=claim, author=second_reviewer, rating=rating if same else other),
        ]
        Claim.objects.filter(pk=claim.pk).update(verdict=given[0], second_verdict=given[1])
        Event.objects.create(
            kind="claim.propose_second",
            by=second_reviewer,
            subject_kind="claim",
            subject_id=claim.pk,
            at=at or timezone.now(),
            after={"verdict": given[0].pk, "second_verdict": given[1].pk},
        )

    return pairing


def test_an_editor_reads_the_figures_by_people_and_kind(sign_in, editor, pair):
    for number in range(20):
        pair(number % 5 > 0)

    said = sign_in(editor).get(ADDRESS).text

    assert "Carla Reviewer and Davit Reviewer" in said
    assert "Quantity" in said
    assert "80 (58 to 92)" in said  # Wilson's interval of 16 in 20
    assert "too few" not in said


def test_below_twenty_pairs_it_says_too_few(sign_in, editor, pair):
    pair(same=True)

    said = sign_in(editor).get(ADDRESS).text

    assert "too few: 20 pairs are needed" in said
    assert "kappa" in said


def test_without_a_pair_it_says_what_would_be_here(sign_in, editor):
    assert "No second verdict was given in this time." in sign_in(editor).get(ADDRESS).text


def test_the_period_counts_both_its_days(sign_in, editor, pair):
    pair(same=True, at=timezone.make_aware(datetime(2026, 3, 2, 23, 59)))
    client = sign_in(editor)

    def pairs(**days):
        return client.get(ADDRESS, days).context["found"].all.agreement.pairs

    assert pairs(since="2026-03-02", until="2026-03-02") == 1
    assert pairs(since="2026-03-03", until="2026-03-04") == 0
    assert pairs(since="2026-03-01", until="2026-03-01") == 0


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({"since": "2026-03-03", "until": "2026-03-02"}, "This period begins after it ends."),
        ({"since": "soon"}, "Enter a valid date."),
        ({"until": "9999-12-31"}, "Ensure this value is less than or equal to"),
    ],
)
def test_what_is_no_period_is_told_and_still_there(sign_in, editor, days, told):
    answer = sign_in(editor).get(ADDRESS, days)

    assert answer.status_code == 422
    assert told in answer.text
    assert all(f'value="{day}"' in answer.text for day in days.values())


def test_restricted_articles_count_for_no_one_else(sign_in, editor, pair, desk):
    hidden = ArticleFactory(desk=desk, restricted=True, text="x" * 99)
    pair(same=True, article=hidden)
    client = sign_in(editor)

    assert client.get(ADDRESS).context["found"].all.agreement.pairs == 0
    hidden.readers.add(editor)
    assert client.get(ADDRESS).context["found"].all.agreement.pairs == 1


def test_it_is_for_editors_of_the_desk(sign_in, reviewer, viewer, admin, outsider):
    for person, status in ((reviewer, 403), (viewer, 403), (admin, 403), (outsider, 404)):
        assert sign_in(person).get(ADDRESS).status_code == status


def test_more_pairs_are_no_more_queries(sign_in, editor, pair, queries, django_assert_num_queries):
    client = sign_in(editor)
    pair(same=True)
    count = queries(lambda: client.get(ADDRESS))
    for _ in range(3):
        pair(same=False)

    with django_assert_num_queries(count):
        client.get(ADDRESS)


def test_unasked_it_is_the_last_ninety_days(sign_in, editor):
    form = sign_in(editor).get(ADDRESS).context["form"]

    assert (form.cleaned_data["until"] - form.cleaned_data["since"]).days == 90
    assert isinstance(form.cleaned_data["since"], date)


def test_figures_are_written_as_the_reader_s_language_does_it():
    estimate = Estimate(0.625, -0.125, 1.0, 8)

    assert _said(estimate) == "0.62 (−0.12 to 1.00)"
    with translation.override("de"):
        assert re.findall(r"[−\d,.]+", _said(estimate)) == ["0,62", "−0,12", "1,00"]
        assert re.findall(r"[−\d,.]+", _said(estimate, 100, 0)) == ["62", "−12", "100"]
