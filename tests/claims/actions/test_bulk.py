import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import DatabaseError

from accounts.models import Event
from claims.actions import bulk, triage
from claims.models import Claim
from claims.workflow import ClaimChanged, Status
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def suggested(desk):
    article = ArticleFactory(desk=desk)
    return [ClaimFactory(article=article, start=n, status=Status.SUGGESTED) for n in range(3)]


def taken(name, ids, data, *, by, versions=None):
    return list(bulk.take_steps(name, bulk.by_ids(ids, by=by), data, by=by, versions=versions))


def test_each_claim_is_a_step_and_an_event_of_its_own(suggested, reviewer):
    done = taken("accept", [claim.pk for claim in suggested], {}, by=reviewer)

    assert [one.error for one in done] == [None] * 3
    for claim in suggested:
        assert [event.kind for event in Event.objects.about(claim)] == ["claim.accept"]


def test_what_cannot_be_done_stands_in_nobodys_way(suggested, reviewer):
    first, second, third = suggested
    triage.accept(Claim.objects.get(pk=second.pk), by=reviewer)
    foreign = ClaimFactory(status=Status.SUGGESTED)
    seen = {first.pk: 1, second.pk: 1}

    done = taken(
        "accept", [first.pk, second.pk, foreign.pk, third.pk, first.pk], {}, by=reviewer, versions=seen
    )

    assert [one.pk for one in done] == [first.pk, second.pk, foreign.pk, third.pk]
    assert [type(one.error) for one in done] == [type(None), ClaimChanged, ObjectDoesNotExist, type(None)]
    assert Claim.objects.get(pk=foreign.pk).status == Status.SUGGESTED


def test_a_newer_version_than_the_one_seen_is_left_alone(suggested, editor):
    claim = suggested[0]
    triage.plan(claim, by=editor, risk="high", due_at=None)

    (done,) = taken("accept", [claim.pk], {}, by=editor, versions={claim.pk: 1})

    assert isinstance(done.error, ClaimChanged)
    assert Claim.objects.get(pk=claim.pk).status == Status.SUGGESTED


def test_rights_are_asked_for_each_claim(suggested, viewer, editor):
    (refused,) = taken("accept", [suggested[0].pk], {}, by=viewer)
    (wanting,) = taken("dismiss", [suggested[0].pk], {}, by=editor)

    assert isinstance(refused.error, PermissionDenied)
    assert isinstance(wanting.error, ValidationError)


def test_a_fault_of_ours_is_not_told_as_a_refusal(suggested, reviewer, monkeypatch):
    def fail(claim, by, data):
        raise DatabaseError("gone")

    monkeypatch.setitem(bulk.STEPS, "accept", bulk.STEPS["accept"]._replace(act=fail))

    with pytest.raises(DatabaseError):
        taken("accept", [suggested[0].pk], {}, by=reviewer)


def test_filters_name_the_first_of_a_list_in_its_order(suggested, reviewer):
    Claim.objects.filter(pk=suggested[2].pk).update(priority=90)

    chosen = bulk.by_filters({"status": "suggested"}, by=reviewer, most=2)

    assert [pk for pk, _claim in chosen] == [suggested[2].pk, suggested[0].pk]
