from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Session
from claims.jobs import tidying
from claims.models import Claim, Draft, IdempotencyKey
from tests.factories import ArticleFactory, ClaimFactory

pytestmark = pytest.mark.django_db
WRONG = 1


def claim_due_in(hours, **said):
    claim = ClaimFactory(due_at=timezone.now() + timedelta(hours=hours), **said)
    Claim.objects.filter(pk=claim.pk).update(priority=WRONG)
    return claim


def test_priorities_follow_the_deadlines_of_unfinished_claims():
    unfinished = [claim_due_in(hours, risk="high") for hours in (-1, 2, 100, 1000)]
    others = [claim_due_in(2, status="resolved"), ClaimFactory(due_at=None, priority=WRONG)]

    tidying.refresh_priorities()

    for claim in unfinished:
        claim.refresh_from_db()
        assert claim.priority == sum(part.points for part in claim.priority_parts())
    assert len({claim.priority for claim in unfinished}) == 4
    assert set(
        Claim.objects.filter(pk__in=[one.pk for one in others]).values_list("priority", flat=True)
    ) == {WRONG}


def test_what_was_planned_anew_meanwhile_stays(monkeypatch):
    claim = claim_due_in(2)
    read = QuerySet.iterator

    def read_slowly(queryset, *args, **kwargs):
        yield from list(read(queryset, *args, **kwargs))
        Claim.objects.filter(pk=claim.pk).update(priority=77)

    monkeypatch.setattr(QuerySet, "iterator", read_slowly)
    tidying.refresh_priorities()

    claim.refresh_from_db()
    assert claim.priority == 77


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time: nobody meets")
@pytest.mark.django_db(transaction=True)
def test_it_never_waits_for_who_changes_claims_in_another_order():
    first, second = [claim_due_in(2) for _ in range(2)]
    locked, refreshed = Event(), Event()

    def new_version():
        """Changes the second claim and then the first, the round being between the two."""
        try:
            with transaction.atomic():
                Claim.objects.filter(pk=second.pk).update(prominence=4)
                locked.set()
                met = not refreshed.wait(10)
                Claim.objects.filter(pk=first.pk).update(prominence=4)
            return met
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        met = pool.submit(new_version)
        locked.wait(10)
        tidying.refresh_priorities()
        refreshed.set()
        assert met.result() is False
    left = [Claim.objects.get(pk=one.pk).priority == WRONG for one in (first, second)]
    tidying.refresh_priorities()

    assert left == [False, True]
    assert not Claim.objects.filter(priority=WRONG).exists()


def test_a_second_round_writes_nothing(django_assert_num_queries):
    claim_due_in(2)
    tidying.refresh_priorities()

    with django_assert_num_queries(1):
        tidying.refresh_priorities()


def test_what_has_had_its_time_goes_and_the_rest_stays(reviewer):
    now, article = timezone.now(), ArticleFactory()
    for key, age in {"old": tidying.KEYS_KEPT + timedelta(minutes=1), "new": timedelta(hours=1)}.items():
        IdempotencyKey.objects.create(user=reviewer, key=key, article=article, created_at=now - age)
        Session.objects.create(session_key=key, user=reviewer, expire_date=now + timedelta(days=key == "new"))
    for place, age in {"old": timedelta(minutes=1), "new": -timedelta(minutes=1)}.items():
        Draft.objects.create(person=reviewer, place=place, at=now - tidying.DRAFTS_KEPT - age)

    tidying.tidy()

    assert list(IdempotencyKey.objects.values_list("key", flat=True)) == ["new"]
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
    assert list(Draft.objects.values_list("place", flat=True)) == ["new"]
