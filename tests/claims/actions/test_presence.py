from datetime import timedelta

import pytest
from django.utils import timezone

from claims import policy
from claims.actions import presence
from claims.jobs import tidying
from claims.models import Presence
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def claim(desk, second_editor):
    return ClaimFactory(article=ArticleFactory(desk=desk, submitted_by=second_editor))


@pytest.fixture
def seen_ago():
    """`seen_ago(row, 20)`: nobody has heard of them for that many seconds."""

    def seen_ago(row, seconds):
        Presence.objects.filter(pk=row.pk).update(seen_at=timezone.now() - timedelta(seconds=seconds))
        row.refresh_from_db()
        return row

    return seen_ago


def names(user, claim):
    return [row.person.name for row in policy.people_at(user, claim)]


def test_who_arrives_is_there_until_they_are_not_seen_for_half_a_minute(claim, reviewer, editor, seen_ago):
    presence.arrive(claim, by=reviewer)
    assert names(editor, claim) == [reviewer.name]

    row = seen_ago(Presence.objects.get(), 29)
    assert names(editor, claim) == [reviewer.name]
    seen_ago(row, 31)
    assert names(editor, claim) == []


def test_who_writes_is_waited_for_a_minute(claim, reviewer, editor, seen_ago):
    presence.arrive(claim, by=reviewer, writing=True)

    row = seen_ago(Presence.objects.get(), 59)
    assert names(editor, claim) == [reviewer.name]
    seen_ago(row, 61)
    assert names(editor, claim) == []


def test_the_beat_removes_the_rows_of_who_is_gone(claim, reviewer, editor, seen_ago):
    presence.arrive(claim, by=reviewer)
    seen_ago(Presence.objects.get(), 61)
    presence.arrive(claim, by=editor)

    tidying.tidy()

    assert names(editor, claim) == [editor.name]
    assert Presence.objects.count() == 1


def test_who_leaves_is_gone_at_once(claim, reviewer, editor):
    presence.arrive(claim, by=reviewer)
    presence.leave(claim, by=editor)
    assert names(editor, claim) == [reviewer.name]

    presence.leave(claim, by=reviewer)
    assert names(editor, claim) == []


def test_it_is_written_every_ten_seconds_or_when_it_changes(
    claim, reviewer, seen_ago, django_assert_num_queries
):
    presence.arrive(claim, by=reviewer)
    row = Presence.objects.get()

    with django_assert_num_queries(0):
        presence.arrive(claim, by=reviewer, before=row)
    presence.arrive(claim, by=reviewer, before=row, writing=True)
    row.refresh_from_db()
    began = row.writing_since
    assert began is not None

    presence.arrive(claim, by=reviewer, before=seen_ago(row, 11), writing=True)
    row.refresh_from_db()
    assert row.seen_at > timezone.now() - timedelta(seconds=5)
    assert row.writing_since == began  # still the same writing
    presence.arrive(claim, by=reviewer, before=row)
    row.refresh_from_db()
    assert row.writing_since is None
    assert Presence.objects.count() == 1


def test_who_only_reads_articles_is_neither_told_nor_told_of(claim, reviewer, viewer):
    presence.arrive(claim, by=viewer)
    assert not Presence.objects.exists()

    presence.arrive(claim, by=reviewer)
    assert names(viewer, claim) == []


def test_who_may_no_longer_see_the_claim_is_not_told_of(claim, reviewer, second_reviewer, editor):
    presence.arrive(claim, by=reviewer)
    presence.arrive(claim, by=second_reviewer)
    reviewer.memberships.all().delete()

    assert names(editor, claim) == [second_reviewer.name]
    claim.article.restricted = True
    claim.article.save()
    assert names(editor, claim) == []
