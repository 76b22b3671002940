"""A second, blind verdict where a rule asks for one; then both side by side."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Event
from claims import policy
from claims.actions import assignments, notes, undo, verdicts
from claims.consequences import back_to_checker
from claims.models import CheckRule, Claim, SignOff, Standing
from claims.workflow import ClaimChanged, Status
from tests.claims.actions.versions import revise
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory, UserFactory


@pytest.fixture
def rule(db):
    return CheckRule.objects.create()


@pytest.fixture
def claim(desk, editor, reviewer):
    article = ArticleFactory(desk=desk, submitted_by=editor)
    return ClaimFactory(article=article, status=Status.IN_CHECK, assignee=reviewer)


@pytest.fixture
def ratings(claim):
    return [RatingFactory(scale=claim.article.scale, label=label) for label in ("True", "False")]


def judge(claim, by, rating):
    claim = Claim.objects.get(pk=claim.pk)
    record = EvidenceFactory(claim=claim, added_by=by, stance="supports")
    return verdicts.propose_verdict(claim, by=by, rating=rating, rationale="So I found.", evidence=[record])


@pytest.fixture
def first(rule, claim, reviewer, ratings):
    verdict = judge(claim, reviewer, ratings[0])
    claim.refresh_from_db()
    verdict.refresh_from_db()
    return verdict


@pytest.fixture
def second(first, claim, second_reviewer, ratings):
    assignments.take(claim, by=second_reviewer)
    verdict = judge(claim, second_reviewer, ratings[1])
    claim.refresh_from_db()
    first.refresh_from_db()
    return verdict


def test_without_a_rule_nothing_waits_for_a_second_check(claim, reviewer, ratings):
    judge(claim, reviewer, ratings[0])

    claim.refresh_from_db()
    assert claim.status == Status.AWAITING_SIGN_OFF


@pytest.mark.parametrize(
    "fields", [{"kind": "quantity"}, {"risk": "high"}, {"least_priority": 1_000}, {"active": False}]
)
def test_a_rule_that_does_not_fit_asks_for_nothing(claim, fields):
    CheckRule.objects.create(**fields)

    assert CheckRule.of(claim) is None


def test_a_rule_of_another_desk_asks_for_nothing(claim, desk, other_desk):
    CheckRule.objects.create(desk=other_desk)
    assert CheckRule.of(claim) is None

    rule = CheckRule.objects.create(desk=desk, kind=claim.kind, risk=claim.risk)
    assert CheckRule.of(claim) == rule


def test_the_first_verdict_waits_and_stands_nowhere(first, claim):
    assert (claim.status, claim.verdict, claim.assignee) == (Status.AWAITING_SECOND_CHECK, None, None)
    assert first.standing == Standing.BLIND
    event = Event.objects.about(claim).last()
    assert (event.kind, event.note) == ("claim.propose_first", "")


def test_who_judges_blind_reads_nothing_of_the_first(first, claim, reviewer, second_reviewer, editor, viewer):
    notes.add_note(claim, by=reviewer, body="I am sure.")
    own = EvidenceFactory(claim=claim, added_by=second_reviewer)

    assert policy.judges_blind(second_reviewer, claim)
    assert policy.judges_blind(viewer, claim)
    assert not policy.judges_blind(reviewer, claim)
    assert not policy.judges_blind(editor, claim)
    assert list(policy.verdicts_for(second_reviewer, claim)) == []
    assert list(policy.notes_for(second_reviewer, claim)) == []
    assert list(policy.history_of_claim(second_reviewer, claim)) == []
    assert not policy.history_of_article(second_reviewer, claim.article).filter(subject_kind="claim").exists()
    assert own in policy.evidence_for(second_reviewer, claim)
    CheckRule.objects.update(shows_evidence=False)
    assert list(policy.evidence_for(second_reviewer, claim)) == [own]
    assert first in policy.verdicts_for(editor, claim)


def test_neither_the_first_checker_nor_an_editor_gives_the_second(first, claim, reviewer, editor):
    for person in (reviewer, editor):
        with pytest.raises(PermissionDenied):
            assignments.take(claim, by=person)
        with pytest.raises(PermissionDenied):
            assignments.assign(claim, by=editor, assignee=person)


def test_a_rule_may_name_who_gives_the_second(first, claim, rule, second_reviewer, viewer):
    rule.people.add(viewer)
    with pytest.raises(PermissionDenied):
        assignments.take(claim, by=second_reviewer)

    rule.people.add(second_reviewer)
    assignments.take(claim, by=second_reviewer)
    assert claim.assignee == second_reviewer


def test_of_two_only_one_holds_the_second_check(first, claim, second_reviewer, desk):
    assignments.take(claim, by=second_reviewer)

    other = Claim.objects.get(pk=claim.pk)
    with pytest.raises(ClaimChanged):
        assignments.take(other, by=second_reviewer)


def test_what_nobody_holds_is_released_by_nobody(first, claim, editor):
    with pytest.raises(ClaimChanged):
        assignments.release(claim, by=editor)


def test_take_next_gives_what_waits_for_a_second_check_first(first, claim, second_reviewer, reviewer):
    ClaimFactory(article=claim.article, start=3, end=9, priority=90)

    assert assignments.take_next(Claim.objects.all(), by=second_reviewer) == claim
    assert assignments.take_next(Claim.objects.all(), by=reviewer) != claim


def test_the_second_brings_both_to_light(first, second, claim):
    assert (claim.status, claim.verdict, claim.second_verdict) == (Status.AWAITING_SIGN_OFF, first, second)
    assert (first.standing, second.standing) == (Standing.PROPOSED, Standing.PROPOSED)


def test_where_two_differ_an_editor_says_why_they_sign_which(first, second, claim, second_editor):
    with pytest.raises(ValidationError):
        verdicts.sign_off(claim, by=second_editor, verdict=second.pk)

    verdicts.sign_off(claim, by=second_editor, verdict=second.pk, note="The newer register counts.")

    claim.refresh_from_db()
    first.refresh_from_db()
    signed = SignOff.objects.get(claim=claim)
    assert (claim.verdict, claim.status, first.standing) == (second, Status.RESOLVED, Standing.SUPERSEDED)
    assert (signed.checker, signed.second_checker) == (first.author, second.author)


def test_two_that_agree_are_signed_off_without_a_word(first, claim, second_reviewer, second_editor, ratings):
    assignments.take(claim, by=second_reviewer)
    judge(claim, second_reviewer, ratings[0])
    claim.refresh_from_db()

    verdicts.sign_off(claim, by=second_editor, verdict=first.pk)

    assert claim.status == Status.RESOLVED


def test_two_verdicts_are_returned_together_to_the_first_checker(first, second, claim, second_editor):
    verdicts.return_claim(claim, by=second_editor, note="Which register?")

    claim.refresh_from_db()
    assert (claim.status, claim.assignee, claim.second_verdict) == (Status.IN_CHECK, first.author, None)
    assert {one.standing for one in claim.verdicts.all()} == {Standing.RETURNED}


def test_a_first_verdict_is_withdrawn_while_nobody_works_on_the_second(
    first, claim, reviewer, second_reviewer
):
    assignments.take(claim, by=second_reviewer)
    with pytest.raises(ClaimChanged):
        verdicts.withdraw(claim, by=reviewer)

    assignments.release(claim, by=second_reviewer)
    verdicts.withdraw(claim, by=reviewer)

    first.refresh_from_db()
    assert (claim.status, claim.assignee, first.standing) == (Status.IN_CHECK, reviewer, Standing.WITHDRAWN)


@pytest.mark.parametrize(
    "same", [("by", "author"), ("by", "second_checker"), ("checker", "second_checker"), ("author", "checker")]
)
def test_the_database_refuses_two_of_the_four_being_one(
    first, second, claim, editor, second_editor, viewer, same
):
    people = {
        "by": second_editor,
        "author": editor,
        "checker": first.author,
        "second_checker": second.author,
    }
    people[same[0]] = people[same[1]]

    with pytest.raises(IntegrityError), transaction.atomic():
        SignOff.objects.create(
            article=claim.article, revision=claim.revision, claim=claim, verdict=first, **people
        )


def test_a_second_verdict_typed_while_the_words_changed_is_told(first, claim, second_reviewer, ratings):
    assignments.take(claim, by=second_reviewer)
    seen = Claim.objects.get(pk=claim.pk)
    record = EvidenceFactory(claim=claim, added_by=second_reviewer)
    back_to_checker(claim, by=None, step="fact_changed", note="A number changed.")

    with pytest.raises(ClaimChanged):
        verdicts.propose_verdict(
            seen, by=second_reviewer, rating=ratings[1], rationale="So I found.", evidence=[record]
        )


def test_a_second_check_that_comes_back_to_who_left_the_desk_waits_for_the_next(
    first, claim, desk, editor, second_reviewer
):
    assignments.assign(claim, by=editor, assignee=second_reviewer)
    assignments.assign(claim, by=editor, assignee=UserFactory(role="reviewer", desks=[desk]))
    second_reviewer.memberships.all().delete()

    undo.undo(claim, by=editor)

    claim.refresh_from_db()
    assert (claim.status, claim.assignee) == (Status.AWAITING_SECOND_CHECK, None)


def test_a_second_check_does_not_come_back_to_who_knows_the_first_verdict_by_now(
    first, claim, editor, second_reviewer
):
    assignments.assign(claim, by=editor, assignee=second_reviewer)
    assignments.release(claim, by=editor)
    second_reviewer.role = "editor"
    second_reviewer.save()

    undo.undo(claim, by=editor)

    claim.refresh_from_db()
    assert (claim.status, claim.assignee) == (Status.AWAITING_SECOND_CHECK, None)


def test_a_first_verdict_that_was_withdrawn_is_not_read_by_who_may_give_the_second(
    first, claim, reviewer, second_reviewer, editor
):
    verdicts.withdraw(claim, by=reviewer)

    assert list(policy.verdicts_for(second_reviewer, claim)) == []
    assert list(policy.verdicts_for(reviewer, claim)) == [first]
    assert list(policy.verdicts_for(editor, claim)) == [first]
    CheckRule.objects.update(active=False)
    assert list(policy.verdicts_for(second_reviewer, claim)) == [first]


def test_a_first_verdict_on_words_that_changed_is_not_read_by_who_may_give_the_second(
    first, claim, reviewer, second_reviewer, editor
):
    revise(claim.article, claim.revision.text.replace("1,200", "1,300"), editor)

    claim = Claim.objects.get(pk=claim.pk)
    assert claim.status == Status.IN_CHECK
    assert list(policy.verdicts_for(second_reviewer, claim)) == []
    assert list(policy.verdicts_for(reviewer, claim)) == [first]
