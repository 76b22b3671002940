import pytest
from django.utils import timezone, translation

from claims.views import facets
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

FACETS = "/claims/facets/"


def counted(response, name):
    facet = next(facet for facet in response.context["facets"] if facet.name == name)
    return {choice.value: choice.number for choice in facet.choices if choice.number != "0"}


def test_each_choice_is_counted_within_the_other_filters(sign_in, reviewer, second_reviewer, article):
    now = timezone.now()
    ClaimFactory(article=article, start=0, risk="high", kind="event", due_at=now)
    ClaimFactory(article=article, start=1, risk="high", status=Status.IN_CHECK, assignee=reviewer)
    ClaimFactory(article=article, start=2, risk="low", status=Status.IN_CHECK, assignee=second_reviewer)
    ClaimFactory(article=article, start=3, risk="high", status=Status.RESOLVED, due_at=now)

    client = sign_in(reviewer)
    all_of_them = client.get(FACETS)
    high = client.get(FACETS, {"risk": "high"})
    both = client.get(FACETS, {"risk": "high", "status": ["open", "in_check"]})

    assert counted(all_of_them, "status") == {"open": "1", "in_check": "2", "resolved": "1"}
    assert counted(all_of_them, "due") == {"overdue": "1", "none": "2"}
    assert counted(all_of_them, "desk") == {"news": "4"}
    assert counted(high, "risk") == {"low": "1", "high": "3"}
    assert counted(high, "status") == {"open": "1", "in_check": "1", "resolved": "1"}
    assert counted(both, "risk") == {"low": "1", "high": "2"}
    assert counted(both, "assignee") == {"me": "1", "none": "1", str(reviewer.pk): "1"}
    assert counted(both, "status") == {"open": "1", "in_check": "1", "resolved": "1"}


def test_words_that_changed_under_a_verdict_are_counted_and_listed(sign_in, reviewer, article):
    for start, status in enumerate([Status.RESOLVED, Status.IN_CHECK, Status.RESOLVED]):
        ClaimFactory(article=article, start=start, status=status, wants_a_glance=start < 2)
    client = sign_in(reviewer)

    assert counted(client.get(FACETS), "glance") == {"wanted": "1"}
    assert client.get("/claims/", {"glance": "wanted"}).context["count"] == "1"


def test_what_is_chosen_is_ticked_and_named(sign_in, reviewer, article):
    html = sign_in(reviewer).get(FACETS, {"status": "open,in_check"}).content.decode()

    assert '<input type="checkbox" name="status" value="in_check" checked>' in html
    assert "open, in check</summary>" in html


def test_what_one_may_not_see_is_not_counted(sign_in, reviewer, desk, other_desk):
    ClaimFactory(article__desk=other_desk)
    ClaimFactory(article__desk=desk, article__restricted=True)

    response = sign_in(reviewer).get(FACETS)

    assert [counted(response, name) for name in facets.FACETS] == [{}] * len(facets.FACETS)
    assert other_desk.name not in response.content.decode()


def test_counts_end_at_the_cap_and_at_the_sample(sign_in, reviewer, desk, monkeypatch):
    monkeypatch.setattr(facets, "COUNT_CAP", 2)
    article = ArticleFactory(desk=desk)
    for start in range(4):
        ClaimFactory(article=article, start=start)
    client = sign_in(reviewer)

    assert counted(client.get(FACETS), "status") == {"open": "2+"}
    monkeypatch.setattr(facets, "SAMPLE", 1)
    few = counted(client.get(FACETS), "status")
    assert few["open"] == "2+"
    assert few["resolved"] == ""  # not known: nothing is claimed


def test_an_odd_filter_is_told(sign_in, reviewer):
    response = sign_in(reviewer).get(FACETS, {"status": "bogus"})

    assert response.status_code == 422
    assert "is not one of" in response.content.decode()


@pytest.mark.parametrize(
    ("asked", "more"), [({}, 0), ({"status": "open"}, 1), ({"status": "open", "risk": "high"}, 2)]
)
def test_a_query_for_the_filters_not_asked_for_and_one_for_each_that_is(
    sign_in, editor, article, queries, django_assert_num_queries, asked, more
):
    client = sign_in(editor)
    base = queries(lambda: client.get(FACETS))
    for start in range(3):
        ClaimFactory(article=article, start=start, risk="high")

    with django_assert_num_queries(base + more):
        client.get(FACETS, asked)


def test_the_page_does_not_wait_for_the_counts(sign_in, reviewer, article):
    ClaimFactory(article=article)

    html = sign_in(reviewer).get("/claims/", {"risk": "normal"}).content.decode()

    assert 'hx-get="/claims/facets/?risk=normal" hx-trigger="load"' in html
    assert '<select name="risk">' in html  # where no script runs


def test_thousands_are_set_apart_as_the_reader_s_language_does_it():
    counts = {"status_0": 2000, "status_1": 12}

    assert facets._in_words({"read": 2012} | counts) == {"status_0": "1,000+", "status_1": "12"}
    with translation.override("de"):
        assert facets._in_words({"read": 2012} | counts) == {"status_0": "1.000+", "status_1": "12"}
