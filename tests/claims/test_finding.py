import pytest

from claims import search
from claims.finding import SHOWN, find
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, UserFactory


def article_named(title, **fields):
    article = ArticleFactory(title=title, **fields)
    search.add_article(article)
    return article


def claim_of(article, **fields):
    claim = ClaimFactory(article=article, **fields)
    search.add_claims([claim.pk])
    return claim


@pytest.fixture
def article(desk):
    return article_named("Harbour report", desk=desk)


def test_the_beginnings_of_words_are_enough(article, reviewer, second_reviewer):
    claim = claim_of(article)  # The harbour has 1,200 berths.

    assert find(reviewer, "harb") == ([article], [claim], [])
    assert find(reviewer, "harbour rep").articles == [article]
    assert find(reviewer, "berths harb").claims == [claim]
    assert find(reviewer, "davit rev").people == [second_reviewer]
    assert find(reviewer, "bert harb") == ([], [], [])  # only the last word may be a beginning


def test_a_single_letter_and_no_word_find_nothing(article, reviewer):
    claim_of(article)

    for query in ("", "h", "…?", "h" * 201):
        assert find(reviewer, query) == ([], [], [])


def test_operators_are_only_words(article, reviewer):
    claim_of(article)

    for query in ('"harbour', "harbour*", "NEAR(harbour", "harbour' OR 1=1 --", "harb & | !", "%harb_"):
        find(reviewer, query)
    assert find(reviewer, "(harbour)").articles == [article]


def test_the_newest_come_first_and_only_a_few(article, reviewer, desk):
    others = [article_named(f"Harbour {number}", desk=desk) for number in range(SHOWN + 2)]

    assert find(reviewer, "harbour").articles == others[::-1][:SHOWN]


def test_what_one_may_not_see_is_not_found(reviewer, outsider, desk, other_desk):
    restricted = article_named("Harbour secret", desk=desk, restricted=True)
    hidden = claim_of(restricted, status=Status.OPEN)
    article_named("Harbour of others", desk=other_desk)

    assert find(reviewer, "harbour") == ([], [], [])
    restricted.readers.add(reviewer)
    assert find(reviewer, "harbour") == ([restricted], [hidden], [])
    assert find(outsider, "secret") == ([], [], [])


def test_a_desk_that_was_left_is_found_no_more(article, reviewer, second_reviewer):
    claim_of(article)
    reviewer.memberships.all().delete()

    assert find(reviewer, "harbour") == find(reviewer, "davit") == ([], [], [])


def test_people_are_colleagues_and_for_admins_all(reviewer, admin, outsider, desk):
    gone = UserFactory(name="Gora Gone", desks=[desk], is_active=False)

    assert find(reviewer, "gora").people == []
    assert find(admin, "gora").people == [outsider]
    assert gone.is_active is False


def test_it_is_six_queries_however_much_there_is(article, reviewer, django_assert_num_queries):
    for end in range(2, 12):
        claim_of(article, end=end)

    with django_assert_num_queries(6):
        find(reviewer, "harbour")
