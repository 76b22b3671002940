"""Full text over claims and titles of articles: FTS5 on SQLite, tsvector on PostgreSQL.

On PostgreSQL an expression index does the work; on SQLite the words stand in a table of their own,
filled by `add_claims` and `add_articles` in the transaction that stores the row.
"""

import re

from django.db import connection
from django.db.models.expressions import RawSQL

TABLES = {"claim": ("claims_claim", "text"), "article": ("claims_article", "title")}


def _add(name, condition, params):
    if connection.vendor != "sqlite":
        return
    table, column = TABLES[name]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table}_words (rowid, {column}) SELECT id, {column} FROM {table} WHERE {condition}",
            params,
        )


def add_claim(claim):
    """Make one new claim findable."""
    _add("claim", "id = %s", [claim.pk])


def add_suggestions(revision):
    """Make the suggestions that were just stored for `revision` findable."""
    _add("claim", "revision_id = %s AND origin = 'machine'", [revision.pk])


def add_article(article):
    """Make one new article findable by its title."""
    _add("article", "id = %s", [article.pk])


def words_of(query):
    """The words that are searched for; punctuation and operators are not."""
    return re.findall(r"\w+", query)[:20]


def _matching(queryset, name, query):
    words = words_of(query)
    if not words:
        return queryset.none()
    table, column = TABLES[name]
    if connection.vendor == "sqlite":
        match = " ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}"*'
        return queryset.filter(
            pk__in=RawSQL(f"SELECT rowid FROM {table}_words WHERE {table}_words MATCH %s", [match])
        )
    match = " & ".join(f"'{word}'" for word in words) + ":*"
    condition = f"to_tsvector('simple', {table}.{column}) @@ to_tsquery('simple', %s)"
    return queryset.filter(pk__in=RawSQL(f"SELECT id FROM {table} WHERE {condition}", [match]))


def claims_matching(claims, query):
    """Those of the queryset `claims` whose text has all the words of `query`, the last as a beginning."""
    return _matching(claims, "claim", query)


def articles_matching(articles, query):
    """Those of the queryset `articles` whose title has all the words of `query`."""
    return _matching(articles, "article", query)
