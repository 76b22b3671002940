"""Full text over claims and titles of articles: FTS5 on SQLite, tsvector on PostgreSQL.

On PostgreSQL an expression index does the work; on SQLite the words stand in a table of their own,
filled by `add_claims` and `add_articles` in the transaction that stores the row.
"""

import re

from django.db import connection
from django.db.models.expressions import RawSQL

from claims.models.walked import Walked

FEW = 1000
GLUE = "./:@-+=&?#~"  # what PostgreSQL takes for a part of numbers, hosts and paths
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


def _rows(name, query):
    """(SQL, parameters) for the ids of the rows that match; None where no word is asked for."""
    words = words_of(query)
    if not words:
        return None
    table, column = TABLES[name]
    if connection.vendor == "sqlite":
        match = " ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}"*'
        return f"SELECT rowid FROM {table}_words WHERE {table}_words MATCH %s", [match]
    match = " & ".join(f"'{word}'" for word in words) + ":*"
    # As in the index, to the letter. Without it "9.2" and "desk.example/a" would each be one word.
    document = f"to_tsvector('simple', translate({column}, '{GLUE}', '{' ' * len(GLUE)}'))"
    condition = f"{document} @@ to_tsquery('simple', %s)"
    return f"SELECT id FROM {table} WHERE {condition}", [match]


def _matching(queryset, name, query, few):
    rows = _rows(name, query)
    if rows is None:
        return queryset.none()
    if few:
        return queryset.filter(pk__in=RawSQL(*rows))
    return queryset.alias(walked_id=Walked("id", key=True)).filter(walked_id__in=RawSQL(*rows))


def _few(name, query):
    sql, params = _rows(name, query) or ("SELECT 1 WHERE 1 = %s", [0])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({sql} LIMIT {FEW + 1}) AS found", params)
        return cursor.fetchone()[0] <= FEW


def few_claims_match(query):
    """Whether so few claims match that a list is best begun with these, and sorted."""
    return _few("claim", query)


def claims_matching(claims, query, *, few=True):
    """Those of the queryset `claims` whose text has all the words of `query`, the last as a beginning.

    `few`: find the rows by the words; else check the words while the rows are read in their order.
    """
    return _matching(claims, "claim", query, few)


def articles_matching(articles, query):
    """Those of the queryset `articles` whose title has all the words of `query`."""
    return _matching(articles, "article", query, _few("article", query))
