import pytest

from claims import labels
from claims.actions import assignments, triage
from claims.actions.undo import undo
from claims.labels import Label
from claims.models import Claim
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def article(desk, second_editor):
    return ArticleFactory(desk=desk, submitted_by=second_editor)


@pytest.fixture
def claim(article):
    """A suggestion."""
    return ClaimFactory(article=article, status=Status.SUGGESTED)


def label_of(claim):
    return next(labels.labels(Claim.objects.filter(pk=claim.pk)), None)


def test_a_suggestion_that_nobody_judged_has_no_label(claim):
    assert label_of(claim) is None


def test_what_was_erased_teaches_nothing(claim, reviewer):
    triage.accept(claim, by=reviewer)
    assert label_of(claim) is not None

    claim.article.erased_at = claim.created_at
    claim.article.save()

    assert label_of(claim) is None


def test_all_that_a_label_tells(claim, reviewer):
    claim.cues = [{"cue": "a number", "start": 16, "end": 21}, {"cue": "a name", "start": 4, "end": 11}] * 2
    claim.kind = "quantity"
    claim.save()

    triage.dismiss(claim, by=reviewer, reason="An opinion.")

    label = label_of(claim)
    assert label == Label(
        claim=claim.pk,
        desk="news",
        sha256=claim.revision.sha256,
        start=0,
        end=29,
        text="The harbour has 1,200 berths.",
        score=0.8,
        kind="quantity",
        cues=["a number", "a name"],
        origin="machine",
        check_worthy=False,
        judged_by=reviewer.pk,
        judged_at=label.judged_at,
        reason="An opinion.",
    )
    assert label.by_machine


def test_accepting_is_a_positive_label_without_a_reason(claim, reviewer):
    triage.accept(claim, by=reviewer)

    label = label_of(claim)
    assert (label.check_worthy, label.judged_by, label.reason) == (True, reviewer.pk, "")


def test_marking_by_hand_is_a_positive_label_of_something_the_machine_missed(article, editor):
    marked = triage.mark_claim(article, by=editor, start=30, end=48)

    label = label_of(marked)
    assert (label.check_worthy, label.by_machine, label.judged_by) == (True, False, editor.pk)


def test_marking_the_words_of_a_suggestion_accepts_it(claim, editor):
    triage.mark_claim(claim.article, by=editor, start=0, end=29)

    label = label_of(claim)
    assert (label.check_worthy, label.by_machine) == (True, True)


def test_the_last_judgement_counts_and_the_first_judge_is_named(claim, reviewer, editor):
    triage.dismiss(claim, by=reviewer, reason="An opinion.")
    triage.restore(claim, by=editor)

    label = label_of(claim)
    assert (label.check_worthy, label.judged_by, label.reason) == (True, reviewer.pk, "")


def test_a_dismissal_before_anybody_took_the_claim_counts(claim, reviewer, editor):
    triage.accept(claim, by=reviewer)
    triage.dismiss(claim, by=editor, reason="Twice in the text.")

    label = label_of(claim)
    assert (label.check_worthy, label.judged_by, label.reason) == (False, reviewer.pk, "Twice in the text.")


@pytest.mark.parametrize("begin", ["take", "assign"])
def test_what_is_said_once_the_check_began_is_no_label(claim, reviewer, editor, begin):
    triage.accept(claim, by=editor)
    if begin == "take":
        assignments.take(claim, by=reviewer)
    else:
        assignments.assign(claim, by=editor, assignee=reviewer)
    triage.dismiss(claim, by=reviewer, reason="Nothing to be found.")

    label = label_of(claim)
    assert (label.check_worthy, label.judged_by, label.reason) == (True, editor.pk, "")


def test_a_judgement_that_was_undone_does_not_count(claim, reviewer, editor):
    triage.dismiss(claim, by=reviewer, reason="An opinion.")
    undo(claim, by=reviewer)
    assert label_of(claim) is None

    triage.accept(claim, by=editor)

    label = label_of(claim)
    assert (label.check_worthy, label.judged_by) == (True, editor.pk)


def test_a_check_that_was_undone_has_not_begun(claim, reviewer, editor):
    triage.accept(claim, by=reviewer)
    assignments.take(claim, by=reviewer)
    undo(claim, by=reviewer)
    triage.dismiss(claim, by=editor, reason="An opinion.")

    assert label_of(claim).check_worthy is False


def test_undoing_a_step_of_the_check_does_not_end_it(claim, reviewer, editor):
    triage.accept(claim, by=reviewer)
    assignments.take(claim, by=reviewer)
    assignments.release(claim, by=reviewer)
    undo(claim, by=reviewer)
    triage.dismiss(claim, by=editor, reason="Nothing to be found.")

    assert label_of(claim).check_worthy is True


def test_the_events_are_read_in_batches(article, reviewer, django_assert_num_queries):
    claims = [ClaimFactory(article=article, end=end, status=Status.SUGGESTED) for end in (3, 5, 7)]
    for claim in claims:
        triage.accept(claim, by=reviewer)

    with django_assert_num_queries(3):  # the claims, and the events of two batches
        found = list(labels.labels(Claim.objects.all(), batch=2))

    assert [label.claim for label in found] == [claim.pk for claim in claims]
