"""Find anything: a few articles, claims and people that fit what is typed, all of them for one's eyes."""

from typing import NamedTuple

from django.db.models import Q

from accounts.models import User
from claims import policy, search
from claims.models import Article, Claim

SHOWN = 6  # of each
SHORTEST, LONGEST = 2, 200  # characters


class Found(NamedTuple):
    articles: list[Article]
    claims: list[Claim]
    people: list[User]


def find(user, query: str) -> Found:
    """The newest that fit `query`, by the beginnings of words; nothing for a single letter. Six queries."""
    if not SHORTEST <= len(query) <= LONGEST:
        return Found([], [], [])
    articles = search.newest_articles(policy.visible_articles(user), query)
    claims = search.newest_claims(policy.visible_claims(user), query)
    return Found(
        list(articles.select_related("desk")[:SHOWN]),
        list(claims.only("text", "status")[:SHOWN]),
        people(user, query),
    )


def people(user, query: str) -> list[User]:
    """Whom `user` may know by name: all the words stand in their name."""
    named = Q()
    for word in search.words_of(query):
        named &= Q(name__icontains=word)
    return list(policy.people_to_find(user).filter(named)[:SHOWN]) if named else []
