"""Full text over claims and titles of articles: FTS5 on SQLite, tsvector on PostgreSQL.

On PostgreSQL an expression index does the work; on SQLite the words stand in a table of their own,
filled by `add_claims` and `add_article` in the transaction that stores the row.
"""

import re
from typing import NamedTuple

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

FEW = 1000
AT_ONCE = 500  # rows written by one statement
GLUE = "./:@-+=&?#~<>"  # what PostgreSQL takes for a part of numbers, hosts, paths and tags
TABLES = {"claim": ("claims_claim", "text"), "article": ("claims_article", "title")}


def _batched(ids, size):
    """`ids` in lists of at most `size`."""
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _write(name, ids, statement):
    """Run `statement` for the rows with these ids; only SQLite has a table of words."""
    table, column = TABLES[name]
    with connection.cursor() as cursor:
        for few in _batched(list(ids), AT_ONCE) if connection.vendor == "sqlite" else ():
            rows = f"FROM {table} WHERE id IN ({', '.join(['%s'] * len(few))})"
            cursor.execute(statement.format(words=f"{table}_words", column=column, rows=rows), few)


ADD = "INSERT INTO {words} (rowid, {column}) SELECT id, {column} {rows}"
# An index of another table's words must be told the old ones, and breaks where it never knew them.
FORGET = (
    "INSERT INTO {words} ({words}, rowid, {column}) SELECT 'delete', id, {column} {rows}"
    " AND id IN (SELECT id FROM {words}_docsize)"
)


def add_claims(ids):
    """Make claims findable by the words they have."""
    _write("claim", ids, ADD)


def forget_claims(ids):
    """Before the words of claims change: their old words are no longer found."""
    _write("claim", ids, FORGET)


def add_article(article):
    """Make one new article findable by its title."""
    _write("article", [article.pk], ADD)


def forget_article(article):
    """Before the title of an article changes: its old words are no longer found."""
    _write("article", [article.pk], FORGET)


def scrub():
    """Take the words that were forgotten out of the index itself; it would keep them until it grows."""
    with connection.cursor() as cursor:
        for table, _column in TABLES.values() if connection.vendor == "sqlite" else ():
            cursor.execute(f"INSERT INTO {table}_words ({table}_words) VALUES ('optimize')")


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


def newest_articles(articles, query, most=FEW):
    """Those of the queryset `articles` whose title matches, among the `most` newest of all that do."""
    return _newest(articles, "article", query, most)


def newest_claims(claims, query, most=FEW):
    """Likewise for claims: for a look at what there is, at the same price however common the words are."""
    return _newest(claims, "claim", query, most)


def _newest(rows, name, query, most):
    words = words_of(query)
    if not words:
        return rows.none()
    sql, newest = _sql(name, words), "rowid" if connection.vendor == "sqlite" else "id"
    ids = RawSQL(f"{sql.ids} ORDER BY {newest} DESC LIMIT {int(most)}", sql.params)
    return rows.filter(pk__in=ids).order_by("-pk")
