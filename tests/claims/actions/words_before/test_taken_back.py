"""A claim told anew, split or merged is again what it was, unless somebody built on that."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Event, Membership
from claims.actions import assignments, evidence, notes, spans, triage
from claims.actions.undo import undo
from claims.workflow import Status
from tests.claims.actions.words_before.steps import (
    FIRST,
    SECOND,
    WHOLE,
    all_of,
    found,
    kinds,
    respan,
    split,
    stored,
)


@pytest.mark.parametrize("status", [Status.SUGGESTED, Status.OPEN, Status.IN_CHECK])
def test_other_words_taken_back_are_those_of_before_to_the_letter(make, reviewer, status):
    claim = make(WHOLE, status=status, assignee=reviewer if status == Status.IN_CHECK else None)
    before = all_of(claim)

    respan(claim, reviewer)
    assert all_of(claim) != before
    undo(claim, by=reviewer)

    assert (all_of(claim), stored(claim).version) == (before, 3)
    assert kinds(claim) == [("claim.undo", "respan")]
    assert found("leases") == [claim]


def test_the_event_keeps_no_text_that_the_revision_has(make, reviewer):
    claim = respan(make(WHOLE, standalone="", names=[], quantities=[]), reviewer)

    [event] = Event.objects.about(claim)

    assert WHOLE not in str(event.before)
    assert (event.before["start"], event.before["end"]) == (0, len(WHOLE))


def test_a_split_taken_back_is_one_claim_again_and_the_second_is_closed(make, reviewer):
    claim = make(WHOLE, status=Status.IN_CHECK, assignee=reviewer, risk="high")
    before = all_of(claim)

    new = split(claim, reviewer)
    undo(stored(claim), by=reviewer)

    assert all_of(claim) == before
    new = stored(new)
    assert (new.status, new.assignee, new.continued_in) == (Status.CLOSED, None, claim)
    assert (kinds(claim), kinds(new)) == ([("claim.undo", "split")], [("claim.undo", "split_off")])
    assert found("leases") == [claim]


def test_a_merge_taken_back_leaves_both_as_they_were(make, editor, reviewer, second_reviewer):
    soon = timezone.now() + timedelta(hours=2)
    held = {"status": Status.IN_CHECK, "risk": "low", "due_at": soon, "score": 0.6}
    second = make(SECOND, assignee=reviewer, **held)
    first = make(FIRST, status=Status.IN_CHECK, assignee=second_reviewer, risk="high", prominence=10)
    for claim in (first, second):
        notes.add_note(claim, by=reviewer, body="Ask them.")
        evidence.add_evidence(claim, by=reviewer, kind="primary", locator="p. 3", stance="supports")
    before = all_of(first), all_of(second)

    kept = spans.merge(stored(first), by=editor, other=second)
    assert (all_of(first), all_of(second)) != before
    undo(kept, by=editor)

    assert (all_of(first), all_of(second)) == before
    assert [claim.notes.count() for claim in (first, second)] == [1, 1]
    assert [claim.evidence.count() for claim in (first, second)] == [1, 1]
    assert (kinds(first), kinds(second)) == ([("claim.undo", "merge")], [("claim.undo", "merged")])
    assert (found("rents"), found("leases")) == ([first], [second])


def test_what_went_on_in_a_claim_that_was_merged_goes_on_there_again(make, reviewer):
    third = make("Nobody left.")
    second, first = make(SECOND), make(FIRST, status=Status.SUGGESTED)
    spans.merge(second, by=reviewer, other=third)

    kept = spans.merge(stored(second), by=reviewer, other=first)
    assert kept == second
    undo(kept, by=reviewer)
    assert stored(third).continued_in == second

    first = stored(first)
    triage.accept(first, by=reviewer)
    assignments.take(first, by=reviewer)
    kept = spans.merge(first, by=reviewer, other=stored(second))
    assert (kept, stored(third).continued_in) == (first, first)
    undo(kept, by=reviewer)

    assert (stored(second).continued_in, stored(third).continued_in) == (None, second)


def test_a_claim_that_lay_around_the_other_gets_its_words_back(make, reviewer):
    inner, outer = make(FIRST), make(WHOLE, status=Status.SUGGESTED)
    before = all_of(inner), all_of(outer)

    kept = spans.merge(inner, by=reviewer, other=outer)
    assert (kept, kept.text) == (inner, WHOLE)
    undo(kept, by=reviewer)

    assert (all_of(inner), all_of(outer)) == before


def test_who_may_no_longer_check_the_claim_that_was_merged_leaves_it_to_the_next(make, editor, reviewer):
    first, second = make(FIRST, status=Status.IN_CHECK, assignee=editor), make(SECOND)
    assignments.take(second, by=reviewer)
    kept = spans.merge(first, by=editor, other=second)
    Membership.objects.filter(user=reviewer).delete()

    undo(kept, by=editor)

    assert (stored(second).status, stored(second).assignee) == (Status.OPEN, None)
