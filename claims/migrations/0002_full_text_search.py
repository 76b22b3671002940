from django.db import migrations

# A copy of what claims.search needs, frozen in time like every migration.
TABLES = [("claims_claim", "text"), ("claims_article", "title")]
GLUE = "./:@-+=&?#~<>"


def make(apps, schema_editor):
    for table, column in TABLES:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(
                f"CREATE VIRTUAL TABLE {table}_words USING fts5({column}, content='{table}', "
                "content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
            )
        else:
            schema_editor.execute(
                f"CREATE INDEX {table}_words ON {table} USING gin "
                f"(to_tsvector('simple', translate({column}, '{GLUE}', '{' ' * len(GLUE)}')))"
            )


def drop(apps, schema_editor):
    kind = "TABLE" if schema_editor.connection.vendor == "sqlite" else "INDEX"
    for table, _ in TABLES:
        schema_editor.execute(f"DROP {kind} {table}_words")


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_articles_claims_verdicts")]

    operations = [migrations.RunPython(make, drop)]
