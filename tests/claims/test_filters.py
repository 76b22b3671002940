from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from accounts.models import Membership
from claims import policy, search
from claims.filters import CLAIM_FILTERS, asked_in, claim_order, filter_articles, filter_claims, query_of
from tests.factories import ArticleFactory, ClaimFactory, UserFactory


@pytest.fixture
def asked(reviewer):
    """`asked(status="open")`: the texts of the claims that the filters name for the reviewer, sorted."""

    def found(**params):
        claims = filter_claims(policy.visible_claims(reviewer), params, by=reviewer)
        return sorted(claims.values_list("text", flat=True))

    return found


@pytest.fixture
def newsroom(reviewer, desk, other_desk):
    """Claims called by letters, each different from the others in what the filters ask for."""
    Membership.objects.create(user=reviewer, desk=other_desk)
    now = timezone.now()
    first, second = ArticleFactory(desk=desk), ArticleFactory(desk=other_desk)
    facts = {
        "a": {"article": first, "status": "open", "kind": "quantity", "risk": "high"},
        "b": {
            "article": first,
            "status": "in_check",
            "assignee": reviewer,
            "due_at": now - timedelta(hours=1),
        },
        "c": {
            "article": first,
            "status": "in_check",
            "assignee": UserFactory(),
            "due_at": now + timedelta(hours=1),
        },
        "d": {"article": second, "status": "suggested", "risk": "low", "due_at": now + timedelta(days=3)},
        "e": {"article": second, "status": "resolved", "kind": "event", "due_at": now - timedelta(days=1)},
        "f": {"article": ArticleFactory()},  # of a desk of others
    }
    made = {}
    for start, (letter, said) in enumerate(facts.items()):
        made[letter] = ClaimFactory(text=letter, start=start, **said)
        search.add_claims([made[letter].pk])
    return made


def test_each_filter_narrows_what_one_may_see(asked, newsroom, desk, other_desk):
    article, holder = newsroom["d"].article_id, newsroom["c"].assignee_id

    assert asked() == ["a", "b", "c", "d", "e"]
    assert asked(status="open") == ["a"]
    assert asked(status="open, suggested,") == ["a", "d"]
    assert asked(article=str(article)) == ["d", "e"]
    assert asked(article=f"{article},{newsroom['f'].article_id}") == ["d", "e"]
    assert asked(assignee="me") == ["b"]
    assert asked(assignee="none") == ["a", "d", "e"]
    assert asked(assignee=f"me,{holder}") == ["b", "c"]
    assert asked(assignee="none,me") == ["a", "b", "d", "e"]
    assert asked(desk=desk.slug) == ["a", "b", "c"]
    assert asked(desk=f"{desk.pk},{other_desk.slug}") == ["a", "b", "c", "d", "e"]
    assert asked(kind="quantity,event") == ["a", "e"]
    assert asked(risk="high") == ["a"]
    assert asked(due="overdue") == ["b"]
    assert asked(due="today,week") == ["c", "d"]
    assert asked(due="none") == ["a"]
    assert asked(q="e") == ["e"]
    assert asked(q="f") == []
    assert asked(status="in_check", assignee="me", due="overdue") == ["b"]


def test_words_that_changed_under_a_verdict(asked, newsroom):
    for letter in "bde":  # in check, suggested, resolved: only one of them has a verdict
        newsroom[letter].wants_a_glance = True
        newsroom[letter].save()

    assert asked(glance="wanted") == ["e"]
    assert asked(glance="wanted", kind="quantity") == []


def test_empty_and_unknown_names_ask_for_nothing(asked, newsroom):
    assert asked(status="", q="  ", assignee=None, page="3") == ["a", "b", "c", "d", "e"]


def test_json_may_give_lists_and_numbers(asked, newsroom):
    article = newsroom["d"].article_id

    assert asked(status=["open", "suggested"], article=article) == ["d"]
    assert asked(article=[article]) == ["d", "e"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "opened"),
        ("status", "open,opened"),
        ("article", "x"),
        ("article", "-1"),
        ("article", "²"),
        ("article", "9" * 30),
        ("assignee", "them"),
        ("desk", "sports"),
        ("kind", "number"),
        ("risk", "huge"),
        ("due", "tomorrow"),
        ("glance", "no"),
        ("q", "x" * 201),
        ("order", "random"),
    ],
)
def test_what_is_not_known_is_refused_by_name(reviewer, name, value):
    def ask():
        filter_claims(policy.visible_claims(reviewer), {name: value}, by=reviewer)
        claim_order({name: value})

    with pytest.raises(ValidationError) as refused:
        ask()

    assert list(refused.value.message_dict) == [name]


def test_a_desk_of_others_is_as_unknown_as_none(reviewer, other_desk):
    sentences = []
    for slug in (other_desk.slug, "nowhere"):
        with pytest.raises(ValidationError) as refused:
            filter_claims(policy.visible_claims(reviewer), {"desk": slug}, by=reviewer)
        sentences.append(refused.value.message_dict["desk"][0].replace(slug, "…"))

    assert sentences[0] == sentences[1]


@pytest.mark.parametrize(
    "query", ["_", "*", '"', "'", "a'b", "-- ;", "\\", "OR", "NEAR(", "a:*", "\0", "😀", "é" * 200]
)
def test_no_query_breaks_the_search(asked, newsroom, query):
    assert asked(q=query) in ([], ["a"])


def test_orders_are_keysets():
    assert claim_order({}) == claim_order({"order": ""}) == ("-priority", "id")
    assert claim_order({"order": "due"}) == ("due_order", "id")


def test_articles_narrow_too(reviewer, desk):
    ready = ArticleFactory(desk=desk, status="ready", title="Ferry fares")
    ArticleFactory(desk=desk, title="Rail fares")
    for article in policy.visible_articles(reviewer):
        search.add_article(article)

    def found(**params):
        return list(filter_articles(policy.visible_articles(reviewer), params, by=reviewer))

    assert found(status="ready,closed") == [ready]
    assert found(q="fer") == [ready]
    assert len(found(desk=desk.slug)) == 2


def test_names_are_those_of_the_contract():
    assert set(CLAIM_FILTERS) - {"glance"} == {
        "status",
        "article",
        "assignee",
        "desk",
        "kind",
        "risk",
        "due",
        "q",
    }


def test_an_address_names_several_values_by_comma_or_one_by_one():
    address = QueryDict("status=open&status=in_check,resolved&risk=&order=due&cursor=x&nonsense=1")

    assert asked_in(address) == {"status": "open,in_check,resolved", "order": "due"}


def test_a_query_has_a_fixed_order_and_what_is_wrong_in_it_is_said(reviewer, other_desk):
    asked = {"order": "due", "risk": "high", "status": "open,in_check", "q": "ferry & port"}

    assert query_of(asked, by=reviewer) == "status=open%2Cin_check&risk=high&q=ferry+%26+port&order=due"
    for wrong in ({"order": "size"}, {"desk": other_desk.slug}, {"assignee": "you"}):
        with pytest.raises(ValidationError):
            query_of(wrong, by=reviewer)
