from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from claims.filters import ORDERS
from claims.models import Claim
from claims.paging import COUNT_CAP, around, capped_count, capped_counts, cursor_from, limit_of, page_of
from tests.factories import ArticleFactory, ClaimFactory

DUE = [None, datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 11, 1, 12, 0, 0, 5, tzinfo=UTC)]


@pytest.fixture
def claims(db):
    """Thirteen claims with many ties in every key."""
    article = ArticleFactory(text="x" * 100)
    for n in range(13):
        facts = {"priority": n % 3 * 10, "score": [0.1, 1 / 3, 1.0][n % 3], "due_at": DUE[n % 3]}
        ClaimFactory(article=article, start=n, end=n + 1, **facts)
    return Claim.objects.all()


@pytest.mark.parametrize("rows_are", ["instances", "dicts"])
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_every_row_is_on_one_page_in_order_there_and_back(claims, order, rows_are):
    whole = list(claims.order_by(*order).values_list("pk", flat=True))
    listed = claims if rows_are == "instances" else claims.values("id", "priority", "score", "due_order")

    def ids(page):
        return [row["id"] if rows_are == "dicts" else row.pk for row in page.rows]

    pages = [page_of(listed, order, limit=5)]
    while pages[-1].next:
        pages.append(page_of(listed, order, cursor=pages[-1].next, limit=5))
    back = [pages[-1]]
    while back[-1].previous:
        back.append(page_of(listed, order, cursor=back[-1].previous, limit=5))

    assert [len(page.rows) for page in pages] == [5, 5, 3]
    assert [pk for page in pages for pk in ids(page)] == whole
    assert [pk for page in reversed(back) for pk in ids(page)] == whole
    assert back[-1].next is not None


def test_one_page_has_no_neighbours(claims):
    page = page_of(claims, ("id",), limit=13)

    assert (len(page.rows), page.next, page.previous) == (13, None, None)
    assert page_of(Claim.objects.none(), ("id",)) == ([], None, None)


def test_rows_that_come_and_go_shift_nothing(claims):
    first = page_of(claims, ("id",), limit=5)
    expected = [claim.pk for claim in claims.order_by("id")[5:10]]
    claims.filter(pk__in=[claim.pk for claim in first.rows]).delete()

    assert [claim.pk for claim in page_of(claims, ("id",), cursor=first.next, limit=5).rows] == expected


def test_a_page_whose_rows_all_went_leads_back(claims):
    first = page_of(claims, ("id",), limit=5)
    claims.exclude(pk__in=[claim.pk for claim in first.rows]).delete()

    empty = page_of(claims, ("id",), cursor=first.next, limit=5)
    again = page_of(claims, ("id",), cursor=empty.previous, limit=5)

    assert (empty.rows, empty.next) == ([], None)
    assert [claim.pk for claim in again.rows] == [claim.pk for claim in first.rows]


@pytest.mark.parametrize("cursor", ["x", "é", "W10", "eyJhIjoxfQ~abc", "~", "a" * 5000, "\0"])
def test_a_cursor_that_is_none_is_refused(claims, cursor):
    with pytest.raises(ValidationError) as refused:
        page_of(claims, ("id",), cursor=cursor)

    assert list(refused.value.message_dict) == ["cursor"]


def test_a_cursor_serves_only_its_own_order(claims):
    cursor = page_of(claims, ("id",), limit=5).next

    with pytest.raises(ValidationError):
        page_of(claims, ("-score", "id"), cursor=cursor)


def test_a_page_is_one_query_and_counts_nothing(claims, django_assert_num_queries):
    with django_assert_num_queries(1) as queries:
        page_of(claims, ("-priority", "id"), limit=5)

    assert "COUNT" not in queries[0]["sql"].upper()


@pytest.mark.parametrize(("raw", "limit"), [(None, 50), ("", 50), ("1", 1), ("200", 200)])
def test_a_limit_is_one_to_two_hundred(raw, limit):
    assert limit_of(raw) == limit


@pytest.mark.parametrize("raw", ["0", "201", "-1", "many", "1.5", "²", "9" * 40])
def test_another_limit_is_refused(raw):
    with pytest.raises(ValidationError) as refused:
        limit_of(raw)

    assert list(refused.value.message_dict) == ["limit"]


def test_counts_stop_at_the_cap(claims):
    assert capped_count(claims, cap=12) == "12+"
    assert capped_count(claims, cap=13) == "13"


def test_several_counts_cost_one_statement(claims, editor, django_assert_num_queries):
    asked = {"all": claims, "first": claims.filter(start__lt=5), "none": claims.filter(start__in=[])}

    with django_assert_num_queries(1):
        found = capped_counts(asked, editor, cap=12)

    assert found == {"all": "12+", "first": "5", "none": "0"}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_around_each_row_stand_its_neighbours(claims, order):
    whole = list(claims.order_by(*order))

    found = [around(claims, order, claim) for claim in whole]

    assert [one.number for one in found] == [str(number) for number in range(1, 14)]
    assert [one.previous for one in found] == [None, *whole[:-1]]
    assert [one.next for one in found] == [*whole[1:], None]
    assert page_of(claims, order, cursor=cursor_from(whole[4], order)).rows == whole[4:]


def test_a_row_that_left_the_list_has_neighbours_and_no_number(claims):
    order = ORDERS["priority"]
    before, gone, after = claims.order_by(*order)[3:6]

    found = around(claims.exclude(pk=gone.pk), order, gone)

    assert found == (before, after, "")


def test_numbers_are_counted_up_to_the_cap(claims, monkeypatch):
    monkeypatch.setattr("claims.paging.COUNT_CAP", 4)
    whole = list(claims.order_by("id"))

    assert [around(claims, ("id",), whole[at]).number for at in (2, 3, 4, 12)] == ["3", "4", "4+", "4+"]
    assert COUNT_CAP == 1000
