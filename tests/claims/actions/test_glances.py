"""Words that changed under somebody's work wait for a look."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Event
from claims import search
from claims.actions import glances, revisions, undo, verdicts
from claims.gates import open_gates
from claims.models import Claim
from claims.workflow import ArticleStatus, ClaimChanged, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory

TEXT = "Rents rose by 9 percent in May. It rained all week in Brask."


@pytest.fixture
def claim(editor, desk, reviewer):
    """A claim in the hands of the reviewer."""
    article = ArticleFactory(desk=desk, submitted_by=editor, text=TEXT)
    claim = ClaimFactory(article=article, end=31, status=Status.IN_CHECK, assignee=reviewer)
    search.add_claims([claim.pk])
    return claim


def judged(claim, by):
    rating, record = RatingFactory(scale=claim.article.scale), EvidenceFactory(claim=claim, added_by=by)
    verdicts.propose_verdict(claim, by=by, rating=rating, rationale="Seen.", evidence=[record])


def reworded(claim, by, old="rose", new="climbed"):
    article = claim.article
    revisions.add_revision(article, by=by, text=TEXT.replace(old, new), base=article.revision_id)
    claim.refresh_from_db()


def test_seen_clears_the_flag_once_and_is_an_event(claim, editor, reviewer, second_editor):
    judged(claim, reviewer)
    verdicts.sign_off(claim, by=second_editor, verdict=claim.verdict_id)
    reworded(claim, editor)
    assert "stale" in {gate.code for gate in open_gates(claim.article)}

    glances.seen(claim, by=second_editor)

    event = Event.objects.about(claim).last()
    assert (event.kind, event.by) == ("claim.seen", second_editor)
    assert (claim.wants_a_glance, claim.status) == (False, Status.RESOLVED)
    assert "stale" not in {gate.code for gate in open_gates(claim.article)}
    with pytest.raises(ClaimChanged):
        glances.seen(claim, by=second_editor)


def test_of_two_who_look_one_wins(claim, editor, reviewer, second_editor):
    judged(claim, reviewer)
    reworded(claim, editor)
    read_earlier = Claim.objects.get(pk=claim.pk)
    glances.seen(claim, by=second_editor)

    with pytest.raises(ClaimChanged):
        glances.seen(read_earlier, by=reviewer)


def test_who_wrote_the_article_may_not(claim, editor, reviewer):
    claim.article.writer = editor
    claim.article.save()
    judged(claim, reviewer)
    reworded(claim, editor)

    with pytest.raises(PermissionDenied):
        glances.seen(claim, by=editor)

    assert Claim.objects.get(pk=claim.pk).wants_a_glance


@pytest.mark.parametrize(("old", "new"), [("rose", "climbed"), ("9 percent", "8 percent")])
def test_who_holds_the_claim_is_told_until_they_judge_the_new_words(claim, editor, reviewer, old, new):
    reworded(claim, editor, old, new)
    assert glances.waits(claim)

    judged(claim, reviewer)

    assert not claim.wants_a_glance
    assert claim.verdict.words == claim.text


def test_claims_that_are_over_wait_for_nobody(claim, editor):
    for status in (Status.DISMISSED, Status.CLOSED):
        claim.status, claim.wants_a_glance = status, True
        assert not glances.waits(claim)


def test_the_last_look_makes_the_article_ready(claim, editor, reviewer, second_editor):
    judged(claim, reviewer)
    verdicts.sign_off(claim, by=second_editor, verdict=claim.verdict_id)
    reworded(claim, editor)
    claim.article.revision.extraction.state = "done"
    claim.article.revision.extraction.save()

    glances.seen(claim, by=reviewer)

    claim.article.refresh_from_db()
    assert claim.article.status == ArticleStatus.READY


def test_a_reopening_that_is_undone_hides_no_words_that_nobody_saw(claim, editor, reviewer, second_editor):
    judged(claim, reviewer)
    verdicts.sign_off(claim, by=second_editor, verdict=claim.verdict_id)
    reworded(claim, editor)

    verdicts.reopen(claim, by=second_editor, reason="Is that so?")
    undo.undo(claim, by=second_editor)

    assert (claim.status, claim.wants_a_glance) == (Status.RESOLVED, True)
