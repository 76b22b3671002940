import pytest

from claims import policy, search
from claims.filters import filter_articles, filter_claims
from claims.models import Article, Claim
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def claims(desk):
    """Two claims on the desk of the reviewer, one of them on another article; all can be found."""
    found = []
    for text in ("The old harbour has 1,200 berths.", "A new harbour was built in İzmir."):
        claim = ClaimFactory(article=ArticleFactory(desk=desk, title=text), text=text)
        search.add_claims([claim.pk])
        search.add_article(claim.article)
        found.append(claim)
    return found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harbour", [0, 1]),
        ("harb", [0, 1]),  # the last word is a beginning
        ("harb berths", []),
        ("HARBOUR 1,200", [0]),
        ("new harbour", [1]),
        ("harbour -new OR (berths)", []),  # no operators
        ("\"harbour' ; --", [0, 1]),
        ("?!", []),
        ("", []),
    ],
)
def test_all_words_must_stand_in_a_claim(claims, query, found):
    expected = [claims[index] for index in found]

    assert list(search.claims_matching(Claim.objects.order_by("id"), query)) == expected
    assert sorted(search.few_claims(query)) == [claim.pk for claim in expected]


@pytest.mark.parametrize("word", ["script", "title", "bold", "minutes"])
def test_markup_in_a_claim_is_words_like_any_other(desk, word):
    text = "He wrote <script>document.title=1</script> &amp; <b>bold</b> in the minutes."
    claim = ClaimFactory(article=ArticleFactory(desk=desk), text=text)
    search.add_claims([claim.pk])

    assert search.few_claims(word) == [claim.pk]


@pytest.mark.parametrize("most", [0, 1000])
def test_many_are_found_like_few(claims, reviewer, monkeypatch, most):
    monkeypatch.setattr(search, "FEW", most)
    asked = {"q": "harbour", "status": "open"}

    found = filter_claims(policy.visible_claims(reviewer), asked, by=reviewer).order_by("id")
    articles = filter_articles(policy.visible_articles(reviewer), {"q": "harbour"}, by=reviewer).order_by(
        "id"
    )

    assert list(found) == claims
    assert list(articles) == [claim.article for claim in claims]


def test_few_are_no_more_than_the_bound(claims, monkeypatch):
    monkeypatch.setattr(search, "FEW", 1)

    assert search.few_claims("harbour") is None
    assert search.few_claims("berths") == [claims[0].pk]
    assert search.few_articles("harbour") is None
    assert search.few_articles("berths") == [claims[0].article_id]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Rents rose 3.5 percent.", "3.5"),
        ("They fell by -5 points.", "5"),
        ("It handled 9.2m tonnes in 2025-26.", "9.2m 2025"),
        ("Order 7/2024 of the U.S. court", "U.S. 7/2024"),
        ("See port.example/figures or ask press@port.example", "port figures press"),
        ("Nobody knew.Then it rained", "then"),
        ("A well-known co-op", "known co-op"),
    ],
)
def test_numbers_and_addresses_are_found_by_their_parts(desk, text, query):
    claim = ClaimFactory(text=text)
    search.add_claims([claim.pk])

    assert list(search.claims_matching(Claim.objects.all(), query)) == [claim]


def test_titles_are_found_by_their_words(claims):
    assert list(search.articles_matching(Article.objects.all(), "new harb")) == [claims[1].article]
    assert list(search.articles_matching(Article.objects.all(), "...")) == []


def test_what_was_never_findable_is_forgotten_without_harm(claims, desk):
    unknown = ClaimFactory(article=claims[0].article, text="The old harbour is new.", start=1, end=9)

    search.forget_claims([unknown.pk, claims[0].pk])
    Claim.objects.filter(pk=claims[0].pk).update(text="The old quay has 1,300 berths.")
    search.add_claims([unknown.pk, claims[0].pk])

    assert search.few_claims("harbour") == [claims[1].pk, unknown.pk]
    assert search.few_claims("quay") == [claims[0].pk]
