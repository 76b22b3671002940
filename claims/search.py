"""Full text over claims and titles of articles: FTS5 on SQLite, tsvector on PostgreSQL.

On PostgreSQL an expression index does the work; on SQLite the words stand in a table of their own,
filled by `add_claims` and `add_articles` in the transaction that stores the row.
"""

import re
from typing import NamedTuple

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

FEW = 1000
GLUE = "./:@-+=&?#~<>"  # what PostgreSQL takes for a part of numbers, hosts, paths and tags
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


class _Sql(NamedTuple):
    """`ids` selects the ids of the rows that match, `row` is true for one of them; `params` fit either."""

    ids: str
    row: str
    params: list[str]


def _sql(name, words):
    table, column = TABLES[name]
    if connection.vendor == "sqlite":
        ids = f"SELECT rowid FROM {table}_words WHERE {table}_words MATCH %s"
        match = " ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}"*'
        return _Sql(ids, f"+{table}.id IN ({ids})", [match])  # the plus: see claims.models.walked
    # As in the index, to the letter. Without it "9.2" and "desk.example/a" would each be one word.
    document = f"to_tsvector('simple', translate({table}.{column}, '{GLUE}', '{' ' * len(GLUE)}'))"
    row = f"{document} @@ to_tsquery('simple', %s)"
    match = " & ".join(f"'{word}'" for word in words) + ":*"
    return _Sql(f"SELECT id FROM {table} WHERE {row}", row, [match])


def _few(name, query):
    words = words_of(query)
    if not words:
        return []
    sql = _sql(name, words)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql.ids} LIMIT {FEW + 1}", sql.params)
        ids = [pk for (pk,) in cursor.fetchall()]
    return ids if len(ids) <= FEW else None


def _matching(rows, name, query):
    words = words_of(query)
    if not words:
        return rows.none()
    sql = _sql(name, words)
    return rows.filter(RawSQL(sql.row, sql.params, BooleanField()))


def few_claims(query):
    """The ids of the claims that match, to begin a list with, or None where they are more than FEW."""
    return _few("claim", query)


def few_articles(query):
    """The ids of the articles that match, or None where they are more than FEW."""
    return _few("article", query)


def claims_matching(claims, query):
    """Those of the queryset `claims` whose text has all the words of `query`, the last as a beginning.

    The words are checked while the claims are read in their order: dear where they are rare.
    """
    return _matching(claims, "claim", query)


def articles_matching(articles, query):
    """Those of the queryset `articles` whose title has all the words of `query`, likewise."""
    return _matching(articles, "article", query)
