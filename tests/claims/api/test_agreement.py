"""The call that tells how far first and second verdicts agree."""

import pytest
from django.utils import timezone

from accounts.models import Event
from claims.api.agreement import DeskAgreement
from tests.factories import ArticleFactory, ClaimFactory, RatingFactory, VerdictFactory

PATH = "desks/news/agreement/"


@pytest.fixture
def pairs(desk, reviewer, second_reviewer):
    """Twenty claims with two verdicts each; three pairs differ."""
    article = ArticleFactory(desk=desk, text="x" * 200)
    ratings = [RatingFactory(scale=article.scale, number=number) for number in range(2)]
    for number in range(20):
        claim = ClaimFactory(article=article, end=number + 2, kind="cause")
        first = VerdictFactory(claim=claim, author=reviewer, rating=ratings[number % 2])
        other = ratings[(number + (number < 3)) % 2]
        second = VerdictFactory(claim=claim, author=second_reviewer, rating=other)
        after = {"verdict": first.pk, "second_verdict": second.pk}
        Event.objects.append("claim.propose_second", claim, by=second_reviewer, after=after)


def test_the_figures_come_with_their_intervals(api, editor, pairs, reviewer, second_reviewer):
    said = api(editor, "read").get(PATH).json()

    assert set(said) == set(DeskAgreement().fields)
    assert (said["desk"], said["until"], said["cut"]) == ("news", str(timezone.localdate()), False)
    told = said["all"]
    assert (told["pairs"], told["agreed"], told["too_few"]) == (20, 17, False)
    assert told["share"]["value"] == 0.85
    assert told["kappa"]["low"] < told["kappa"]["value"] < told["kappa"]["high"]
    assert told["alpha_ordinal"]["pairs"] == 20
    assert [one["kind"] for one in said["kinds"]] == ["cause"]
    [people] = said["people"]
    assert {one["id"] for one in people["people"]} == {reviewer.pk, second_reviewer.pk}


def test_too_few_have_no_figures(api, editor):
    said = api(editor).get(PATH).json()

    assert said["all"] == {
        "pairs": 0,
        "agreed": 0,
        "too_few": True,
        "share": None,
        "kappa": None,
        "alpha": None,
        "alpha_ordinal": None,
    }
    assert said["people"] == said["kinds"] == []


def test_a_period_that_is_none_is_told(api, editor):
    answer = api(editor).get(PATH, since="2026-03-03", until="2026-03-02")

    assert answer.status_code == 400
    assert answer.json()["error"]["fields"] == {"since": ["This period begins after it ends."]}


def test_it_is_for_editors_of_the_desk(api, reviewer, admin, outsider):
    assert [api(person).get(PATH).status_code for person in (reviewer, admin, outsider)] == [403, 403, 404]
