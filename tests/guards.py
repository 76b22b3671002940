"""The triggers that keep events and seals as they are, to be taken away and put back by tests alone."""

from importlib import import_module

from django.db import connection

GUARDS = import_module("accounts.migrations.0002_seals")


class Statements:
    """What a migration's functions want of a schema editor, inside a test's transaction too."""

    connection = connection

    @staticmethod
    def execute(statement, params=None):
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":  # a table with checks to come keeps its triggers
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            cursor.execute(statement)
