"""Who is told of which step."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims import policy
from claims.actions import articles, assignments, fixes, notes, verdicts
from claims.actions.revisions import add_revision
from claims.jobs import extraction
from claims.models import CheckRule, Claim, Fix, Notice, Standing, Watch
from claims.notices import TOLD
from claims.workflow import ArticleStatus
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    EvidenceFactory,
    RatingFactory,
    UserFactory,
)


@pytest.fixture
def writer(desk):
    return UserFactory(name="Wim Writer", role="viewer", desks=[desk])


@pytest.fixture
def claim(desk, editor, writer):
    article = ArticleFactory(desk=desk, submitted_by=editor, writer=writer, kind="house")
    return ClaimFactory(article=article)


def told():
    """Who was told of what, in any order; each told of is forgotten."""
    found = sorted((notice.person.name.split()[0], notice.kind) for notice in Notice.objects.all())
    Notice.objects.all().delete()
    return found


def propose(claim, by, outcome="keep", **more):
    claim = Claim.objects.select_related("article").get(pk=claim.pk)
    if claim.assignee_id is None:
        assignments.take(claim, by=by)
    rating = claim.article.scale.ratings.first() or RatingFactory(scale=claim.article.scale)
    source = EvidenceFactory(claim=claim, added_by=by)
    verdicts.propose_verdict(
        claim, by=by, rating=rating, rationale="So.", evidence=[source], outcome=outcome, **more
    )
    return claim


def test_a_mention_goes_to_those_named_but_not_to_oneself(claim, reviewer, second_reviewer):
    notes.add_note(claim, by=reviewer, body="@Davit Reviewer and @Carla Reviewer, look.")

    assert told() == [("Davit", "mentioned")]


def test_an_answer_goes_to_all_who_wrote_in_the_thread_a_mention_in_it_counts_more(
    claim, reviewer, second_reviewer, editor
):
    first = notes.add_note(claim, by=reviewer, body="Which year?")
    notes.add_note(claim, by=second_reviewer, body="Another thread.")
    assert told() == []

    answer = notes.add_note(claim, by=editor, body="2024.", parent=first)
    assert told() == [("Carla", "answered")]
    notes.add_note(claim, by=second_reviewer, body="@Ada Editor, no.", parent=answer)
    assert told() == [("Ada", "mentioned"), ("Carla", "answered")]


def test_what_somebody_else_assigns_is_told_what_one_takes_is_not(claim, editor, reviewer):
    assignments.take(claim, by=reviewer)
    assignments.release(claim, by=reviewer)
    assert told() == []

    assignments.assign(claim, by=editor, assignee=reviewer)
    assert told() == [("Carla", "assigned")]


def test_a_returned_and_a_reopened_claim_is_told_to_its_checker(claim, editor, reviewer):
    claim = propose(claim, reviewer)
    verdicts.return_claim(claim, by=editor, note="Which table?")
    assert told() == [("Carla", "returned")]

    claim = propose(claim, reviewer)
    verdicts.sign_off(claim, by=editor, verdict=claim.verdict_id)
    assert told() == [("Carla", "decided")]
    verdicts.reopen(claim, by=editor, reason="A new table.")
    assert told() == [("Carla", "returned")]


def test_a_checker_who_left_is_told_nothing(claim, editor, reviewer):
    claim = propose(claim, reviewer)
    reviewer.memberships.all().delete()

    verdicts.return_claim(claim, by=editor, note="Which table?")

    assert told() == []


def test_both_who_gave_verdicts_are_told_of_the_decision(claim, editor, reviewer, second_reviewer):
    CheckRule.objects.create()
    propose(claim, reviewer)
    assert told() == []
    claim = propose(claim, second_reviewer)
    assert told() == []

    verdicts.sign_off(claim, by=editor, verdict=claim.verdict_id)

    assert told() == [("Carla", "decided"), ("Davit", "decided")]


def test_the_writer_is_asked_for_a_fix_and_asked_again(claim, editor, reviewer, writer):
    claim = propose(claim, reviewer, outcome="fix", new_wording="The harbour has 1,300 berths.")
    verdicts.sign_off(claim, by=editor, verdict=claim.verdict_id)
    assert told() == [("Carla", "decided"), ("Wim", "fix")]

    fix = Fix.objects.select_related("article", "claim__article").get()
    fixes.decline(fix, by=writer, reason="It is right.")
    assert told() == []
    fixes.insist(fix, by=editor, reason="It is not.")
    assert told() == [("Wim", "fix")]


def test_followers_are_told_of_a_new_version_and_of_the_sign_off(claim, editor, second_editor, reviewer):
    assignments.assign(claim, by=second_editor, assignee=reviewer)
    told()
    article = claim.article

    add_revision(article, by=second_editor, text="A new text, said Ada.", base=article.revision_id)
    assert told() == [("Ada", "changed"), ("Carla", "changed"), ("Wim", "changed")]


def test_a_reopened_and_a_signed_article_is_told(desk, editor, second_editor):
    article = ArticleFactory(desk=desk, submitted_by=editor, status=ArticleStatus.READY)
    articles.sign_off_article(article, by=second_editor, revision=article.revision_id)
    assert told() == [("Ada", "changed")]

    articles.reopen_article(article, by=second_editor, note="A letter came.")
    assert told() == [("Ada", "changed")]


@pytest.mark.parametrize("status", [ArticleStatus.EXTRACTING, ArticleStatus.CHECKING])
def test_a_search_that_failed_is_told(desk, editor, status):
    article = ArticleFactory(desk=desk, submitted_by=editor, status=status)

    extraction.tell_article(article.revision.extraction, "It died.")

    assert told() == [("Ada", "changed")]


def test_who_asks_for_it_follows_who_does_not_want_it_does_not(claim, editor, viewer, writer, second_editor):
    article = claim.article
    Watch.objects.create(person=viewer, article=article)
    Watch.objects.create(person=editor, article=article, on=False)

    assert set(policy.watchers_of(article)) == {viewer, writer}
    for person in (viewer, editor, second_editor, writer):
        follows = policy.watched_articles(person).contains(article)
        assert follows == (person in {viewer, writer}), person


def test_who_may_not_see_it_is_never_told(claim, editor, second_editor, outsider, viewer):
    article = claim.article
    for person in (outsider, viewer):
        Watch.objects.create(person=person, article=article)
    viewer.is_active = False
    viewer.save()
    article.restricted = True
    article.save()
    article.readers.add(second_editor)

    add_revision(article, by=second_editor, text="A new text.", base=article.revision_id)

    assert told() == []


def test_a_step_that_nobody_is_told_of_costs_no_statement(claim, reviewer):
    assignments.take(claim, by=reviewer)

    with CaptureQueriesContext(connection) as captured:
        assignments.release(claim, by=reviewer)

    assert "claim.release" not in TOLD
    assert [one["sql"] for one in captured if "claims_notice" in one["sql"]] == []


def test_a_first_verdict_is_told_to_nobody(claim, reviewer, second_reviewer):
    CheckRule.objects.create()

    claim = propose(claim, reviewer)

    assert claim.verdicts.get().standing == Standing.BLIND
    assert told() == []
