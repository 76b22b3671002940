import pytest
from django.core.exceptions import PermissionDenied

from accounts import people
from accounts.erasing import erase_person
from accounts.models import Event
from claims import spoken
from claims.actions import assignments, notes, readers, undo
from claims.jobs import holders
from claims.models import CheckRule, Claim, Standing
from claims.views import history
from claims.workflow import ClaimChanged, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, UserFactory, VerdictFactory


@pytest.fixture
def article(desk, second_editor):
    return ArticleFactory(desk=desk, submitted_by=second_editor)


@pytest.fixture
def claim(article, reviewer):
    claim = ClaimFactory(article=article)
    assignments.take(claim, by=reviewer)
    return claim


@pytest.fixture
def second_check(claim, reviewer, second_reviewer):
    """A claim with a first verdict, held by who is to give the second."""
    VerdictFactory(claim=claim, author=reviewer, standing=Standing.BLIND)
    claim.status, claim.assignee = Status.AWAITING_SECOND_CHECK, second_reviewer
    claim.save()
    return claim


def rights(person, admin, role="reviewer", desks=None, active=True):
    desks = person.desks.all() if desks is None else desks
    people.change_rights(person, role=role, desks=desks, active=active, by=admin)


GONE = {
    "no longer active": (spoken.LEFT, lambda who, admin, article: rights(who, admin, active=False)),
    "erased": (spoken.LEFT, lambda who, admin, article: erase_person(who, by=admin, reason="Asked for.")),
    "off the desk": (spoken.SEES_NOTHING, lambda who, admin, article: rights(who, admin, desks=[])),
    "not named": (
        spoken.SEES_NOTHING,
        lambda who, admin, article: readers.set_readers(article, by=article.submitted_by, restricted_to=[]),
    ),
    "only reads": (spoken.ONLY_READS, lambda who, admin, article: rights(who, admin, role="viewer")),
    "wrote it": (
        spoken.MAY_NOT_JUDGE,
        lambda who, admin, article: type(article).objects.filter(pk=article.pk).update(writer=who),
    ),
}


@pytest.mark.parametrize(("why", "goes"), GONE.values(), ids=GONE)
def test_what_somebody_held_goes_back_to_the_queue_once(claim, article, reviewer, admin, why, goes):
    notes.add_note(claim, by=reviewer, body="I have called them.")
    source, verdict = EvidenceFactory(claim=claim), VerdictFactory(claim=claim, standing=Standing.WITHDRAWN)
    goes(reviewer, admin, article)

    holders.free_claims()
    holders.free_claims()

    claim.refresh_from_db()
    assert (claim.status, claim.assignee) == (Status.OPEN, None)
    assert [one.body for one in claim.notes.all()] == ["I have called them."]
    assert (claim.evidence.get(), claim.verdicts.get()) == (source, verdict)
    [event] = Event.objects.about(claim).filter(kind="claim.release")
    assert (event.by, event.note, event.within) == (None, why, f"article:{article.pk}")
    assert (event.before["assignee"], event.after["assignee"]) == (reviewer.pk, None)


@pytest.mark.parametrize(("role", "why"), [("editor", spoken.MAY_NOT_JUDGE), ("viewer", spoken.ONLY_READS)])
def test_a_second_check_waits_for_another_and_the_first_verdict_stands(
    second_check, second_reviewer, admin, role, why
):
    rights(second_reviewer, admin, role=role)

    holders.free_claims()

    second_check.refresh_from_db()
    assert (second_check.status, second_check.assignee) == (Status.AWAITING_SECOND_CHECK, None)
    assert second_check.verdicts.get().standing == Standing.BLIND
    assert Event.objects.about(second_check).last().note == why


def test_who_is_not_named_by_the_rule_any_more_leaves_it(second_check, second_reviewer, desk):
    rule = CheckRule.objects.create()
    rule.people.set([second_reviewer])
    holders.free_claims()
    assert Claim.objects.get().assignee == second_reviewer

    rule.people.set([UserFactory(desks=[desk])])
    holders.free_claims()

    assert Claim.objects.get().assignee is None


def test_what_is_held_by_who_may_is_left_alone(claim, second_reviewer, article):
    ClaimFactory(article=article, start=1, status=Status.IN_CHECK, assignee=second_reviewer)
    ClaimFactory(article=article, start=2, status=Status.RESOLVED, assignee=UserFactory())
    before = Event.objects.count()

    holders.free_claims()

    assert Event.objects.count() == before


def test_one_that_was_given_to_another_meanwhile_stays_theirs(
    claim, reviewer, second_reviewer, editor, admin
):
    rights(reviewer, admin, role="viewer")
    seen = Claim.objects.get()  # a worker has it on its list
    assignments.assign(claim, by=editor, assignee=second_reviewer)

    holders.free(seen)

    claim.refresh_from_db()
    assert (claim.status, claim.assignee) == (Status.IN_CHECK, second_reviewer)


def test_one_that_fails_holds_up_no_other_and_is_tried_again(
    claim, article, reviewer, admin, monkeypatch, caplog
):
    other = ClaimFactory(article=article, start=3, status=Status.IN_CHECK, assignee=reviewer)
    rights(reviewer, admin, role="viewer")
    move = holders.move

    def move_but_one(moved, *said, **changes):
        if moved == claim:
            raise ZeroDivisionError
        return move(moved, *said, **changes)

    monkeypatch.setattr(holders, "move", move_but_one)
    holders.free_claims()

    assert list(Claim.objects.held()) == [claim]
    assert f"claim {claim.pk}: could not be freed" in caplog.text
    assert other.pk in Claim.objects.free().values_list("pk", flat=True)

    monkeypatch.undo()
    holders.free_claims()
    assert not Claim.objects.held().exists()


def test_the_history_says_why_and_the_next_one_takes_it(claim, reviewer, second_reviewer, editor, admin):
    rights(reviewer, admin, active=False)
    holders.free_claims()

    line = history.lines(history.of_claim(editor, claim))[-1]
    assert (line.sentence, line.note) == ("The desk released it", "Who held it is no longer active.")

    taken = assignments.take_next(Claim.objects.all(), by=second_reviewer)
    assert (taken, taken.assignee) == (claim, second_reviewer)


def test_who_comes_back_does_not_take_it_back_by_undoing(claim, reviewer, admin):
    rights(reviewer, admin, role="viewer")
    holders.free_claims()
    rights(reviewer, admin, role="reviewer")
    reviewer.refresh_from_db()
    claim.refresh_from_db()

    with pytest.raises((ClaimChanged, PermissionDenied)):
        undo.undo(claim, by=reviewer)


def test_no_query_for_each_claim_in_hand(claim, article, reviewer, django_assert_num_queries):
    for start in range(1, 6):
        ClaimFactory(article=article, start=start, status=Status.IN_CHECK, assignee=reviewer)

    with django_assert_num_queries(4):
        holders.free_claims()
