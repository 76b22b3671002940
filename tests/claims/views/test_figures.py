"""The page of the figures of a desk; how they are counted: test_desk_figures.py."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from accounts.models import Event
from claims.actions import assignments, triage, verdicts
from claims.models import Claim
from claims.views.figures import lasting
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory

ADDRESS = "/desks/news/figures/"


@pytest.fixture
def decide(article, reviewer, editor):
    """A claim, from suggestion to signature, today."""
    rating = RatingFactory(scale=article.scale, label="Mostly true")

    def decide(article=article):
        claim = ClaimFactory(article=article, end=article.claims.count() + 2, status=Status.SUGGESTED)
        triage.accept(claim, by=reviewer)
        for act in (assignments.take, _propose, _sign):
            act(Claim.objects.get(pk=claim.pk), by=editor if act is _sign else reviewer)

    def _propose(claim, *, by):
        record = EvidenceFactory(claim=claim, added_by=by)
        verdicts.propose_verdict(claim, by=by, rating=rating, rationale="So.", evidence=[record])

    def _sign(claim, *, by):
        verdicts.sign_off(claim, by=by, verdict=claim.verdict_id)

    return decide


def test_an_editor_reads_charts_with_their_tables(sign_in, editor, decide, article):
    decide()
    ClaimFactory(article=article, end=9)

    answer = sign_in(editor).get(ADDRESS)

    assert answer.context["sums"] == {"came": 1, "decided": 1, "dropped": 0}
    assert answer.context["in_hand"] == 1
    assert "1 decided, 1 came in, 0 dropped. Most were decided" in answer.text
    assert len(re.findall(r'<svg viewBox[^>]* role="img" aria-label="[^"]+"', answer.text)) == 2
    assert answer.text.count("<table") == 7
    assert "Mostly true" in answer.text
    assert "too few: 20 are needed" in answer.text
    assert "style=" not in answer.text


def test_person_by_person_it_is_for_editors(sign_in, editor, reviewer, decide):
    decide()

    assert "Who holds how much" in sign_in(editor).get(ADDRESS).text
    said = sign_in(reviewer).get(ADDRESS).text
    assert "Who holds how much" not in said
    assert said.count("Carla Reviewer") == 1  # in the navigation


def test_an_empty_desk_says_so(sign_in, editor):
    said = sign_in(editor).get(ADDRESS).text

    assert "Nothing is in hand." in said
    assert "No verdict was signed off in this time." in said
    assert "No suggestion was judged in this time." in said
    assert "Nobody holds a claim" in said


def test_it_is_for_who_works_on_the_desk(sign_in, reviewer, viewer, admin, outsider):
    for person, status in ((reviewer, 200), (viewer, 403), (admin, 403), (outsider, 404)):
        assert sign_in(person).get(ADDRESS).status_code == status


def test_restricted_articles_count_for_no_one_else(sign_in, editor, reviewer, desk, second_editor):
    hidden = ArticleFactory(desk=desk, restricted=True, submitted_by=second_editor, text="x" * 99)
    hidden.readers.add(reviewer, editor)
    ClaimFactory(article=hidden, end=3)
    client = sign_in(second_editor)

    assert client.get(ADDRESS).context["in_hand"] == 0
    assert sign_in(editor).get(ADDRESS).context["in_hand"] == 1


@pytest.mark.parametrize(("days", "columns"), [("7", 7), ("30", 30), ("90", 13)])
def test_the_last_days_end_today(sign_in, editor, days, columns):
    context = sign_in(editor).get(ADDRESS, {"days": days}).context

    assert len(context["decided"].bars) == len(context["steps"]) == columns
    form = context["form"].cleaned_data
    assert form["until"] == timezone.localdate()
    assert (form["until"] - form["since"]).days == int(days) - 1


def test_two_days_that_are_named_go_before(sign_in, editor, step_at):
    since = timezone.localdate() - timedelta(days=9)
    step_at(since)
    step_at(since - timedelta(days=1))
    asked = {"since": since.isoformat(), "until": (since + timedelta(days=2)).isoformat()}

    answer = sign_in(editor).get(ADDRESS, asked)

    assert answer.context["sums"]["came"] == 1
    assert len(answer.context["steps"]) == 3
    assert all(f'value="{day}"' in answer.text for day in asked.values())
    assert 'aria-current="true"' not in answer.text


@pytest.fixture
def step_at(article, editor):
    def step(day):
        claim = ClaimFactory(article=article, end=article.claims.count() + 2)
        at = timezone.make_aware(datetime.combine(day, time(0, 1)))
        Event.objects.create(
            kind="claim.accept",
            by=editor,
            subject_kind="claim",
            subject_id=claim.pk,
            at=at,
            before={"status": "suggested"},
            after={"status": "open"},
        )

    return step


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"days": "soon"}, "Choose the last 7, 30 or 90 days, or name two days."),
        ({"since": "2999-01-01", "until": "2999-01-02"}, "Ensure this value is less than or equal to"),
        ({"since": (date.today() + timedelta(days=5)).isoformat()}, "This period begins after it ends."),
        ({"since": "2001-01-01"}, "Figures go back two years: let the period begin later."),
        ({"until": "never"}, "Enter a valid date."),
    ],
)
def test_what_is_no_period_is_told_and_still_there(sign_in, editor, asked, told):
    answer = sign_in(editor).get(ADDRESS, asked)

    assert answer.status_code == 422
    assert told in answer.text
    assert all(f'value="{value}"' in answer.text for name, value in asked.items() if name != "days")


def test_a_period_to_come_is_told(sign_in, editor):
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()

    answer = sign_in(editor).get(ADDRESS, {"since": tomorrow, "until": tomorrow})

    assert "This period has not begun." in answer.text


def test_more_work_is_no_more_queries(sign_in, editor, decide, queries, django_assert_max_num_queries):
    client = sign_in(editor)
    decide()
    count = queries(lambda: client.get(ADDRESS))
    for _ in range(3):
        decide()

    assert count <= 20  # twelve of its own, the others are of the frame
    with django_assert_max_num_queries(count):
        client.get(ADDRESS)


def test_the_list_of_articles_leads_here(sign_in, reviewer, viewer):
    assert f'href="{ADDRESS}"' in sign_in(reviewer).get("/articles/").text
    assert ADDRESS not in sign_in(viewer).get("/articles/").text


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (None, ""),
        (timedelta(seconds=20), "under 1 min"),
        (timedelta(minutes=5), "5 min"),
        (timedelta(hours=3, minutes=20), "3 h 20 min"),
        (timedelta(hours=3), "3 h"),
        (timedelta(days=2, hours=5, minutes=50), "2 d 5 h"),
        (timedelta(days=2), "2 d"),
    ],
)
def test_a_length_of_time_is_said_in_two_units(length, said):
    assert lasting(length) == said
