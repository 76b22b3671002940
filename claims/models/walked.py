"""Filters that are checked row by row while a list is read in its order, and never choose that order.

Knowing nothing of the data, SQLite would rather collect all rows that a filter names and sort them, however
many they are; but it finds no rows by a column with a plus before it. PostgreSQL keeps figures of its own.
"""

from django.db.models import BigIntegerField, Func


class Walked(Func):
    """The column itself; `key` where it holds the id of a row."""

    template = "%(expressions)s"
    arity = 1

    def __init__(self, field, *, key=False):
        super().__init__(field, **({"output_field": BigIntegerField()} if key else {}))

    def as_sqlite(self, compiler, connection, **context):
        return super().as_sql(compiler, connection, template="+%(expressions)s", **context)
