"""Events get salts, and seals stand beside them; from here on the database refuses to change either.

The triggers live here alone. SQLite drops them with a table that a later migration builds anew: such a
migration ends with `guard` of this one (the tests of the refusals fail without).
"""

import django.db.models.deletion
from django.db import migrations, models

import accounts.models.event

REFUSED = "events and seals are only ever added"

# The one change that is allowed: the words and their salt go, their hashes stay in their place.
ERASING = """OLD.erased IS NULL AND NEW.erased IS NOT NULL AND OLD.salt <> '' AND NEW.salt = ''
    AND NEW.note = '' AND NEW."before" = '{}' AND NEW."after" = '{}'"""
KEPT = ("id", "kind", "at", "by_id", "subject_kind", "subject_id", "within")

SQLITE = [
    "CREATE TRIGGER event_waits AFTER INSERT ON accounts_event "
    "BEGIN INSERT INTO accounts_unsealed (event_id) VALUES (NEW.id); END",
    f"CREATE TRIGGER event_unchanged BEFORE UPDATE ON accounts_event WHEN NOT ({ERASING}"
    + "".join(f" AND NEW.{name} IS OLD.{name}" for name in KEPT)
    + f") BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    f"CREATE TRIGGER seal_unchanged BEFORE UPDATE ON accounts_seal BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
]
for _name, _same in (
    ("event", "id = NEW.id"),
    ("seal", "position = NEW.position OR event_id = NEW.event_id"),
):
    SQLITE += [
        f"CREATE TRIGGER {_name}_kept BEFORE DELETE ON accounts_{_name} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
        # INSERT OR REPLACE would delete without asking the trigger above.
        f"CREATE TRIGGER {_name}_not_replaced BEFORE INSERT ON accounts_{_name} "
        f"WHEN EXISTS (SELECT 1 FROM accounts_{_name} WHERE {_same}) "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    ]

POSTGRESQL = [
    """CREATE FUNCTION event_waits() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO accounts_unsealed (event_id) VALUES (NEW.id); RETURN NULL; END $$""",
    f"""CREATE FUNCTION only_ever_added() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    "CREATE TRIGGER event_waits AFTER INSERT ON accounts_event FOR EACH ROW EXECUTE FUNCTION event_waits()",
    f"CREATE TRIGGER event_unchanged BEFORE UPDATE ON accounts_event FOR EACH ROW WHEN (NOT ({ERASING}"
    + "".join(f" AND NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in KEPT)
    + ")) EXECUTE FUNCTION only_ever_added()",
    "CREATE TRIGGER event_kept BEFORE DELETE ON accounts_event "
    "FOR EACH ROW EXECUTE FUNCTION only_ever_added()",
    "CREATE TRIGGER seal_kept BEFORE UPDATE OR DELETE ON accounts_seal "
    "FOR EACH ROW EXECUTE FUNCTION only_ever_added()",
]
for _name in ("event", "seal"):
    POSTGRESQL.append(
        f"CREATE TRIGGER {_name}_not_emptied BEFORE TRUNCATE ON accounts_{_name} "
        "FOR EACH STATEMENT EXECUTE FUNCTION only_ever_added()"
    )

SALT = {
    "sqlite": "lower(hex(randomblob(16)))",
    "postgresql": "replace(gen_random_uuid()::text, '-', '')",
}


def protect_what_is_there(apps, schema_editor):
    """Every old event gets a salt of its own and waits for its seal."""
    salt = SALT[schema_editor.connection.vendor]
    schema_editor.execute(f"UPDATE accounts_event SET salt = {salt}")
    schema_editor.execute("INSERT INTO accounts_unsealed (event_id) SELECT id FROM accounts_event")


def guard(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement, params=None)


def lift(apps, schema_editor):
    """For going back over this migration, and for tests that play the intruder."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in SQLITE:
            schema_editor.execute(f"DROP TRIGGER {statement.split()[2]}")
    else:
        schema_editor.execute("DROP FUNCTION event_waits, only_ever_added CASCADE")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_people_and_trail")]

    operations = [
        migrations.AddField(
            model_name="event",
            name="salt",
            field=models.CharField(default=accounts.models.event.new_salt, editable=False, max_length=32),
        ),
        migrations.AddField(
            model_name="event", name="erased", field=models.JSONField(editable=False, null=True)
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("position", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                (
                    "event",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="seal",
                        to="accounts.event",
                    ),
                ),
                ("hash", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Unsealed",
            fields=[
                (
                    "event",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="accounts.event",
                    ),
                ),
            ],
        ),
        migrations.RunPython(protect_what_is_there, migrations.RunPython.noop),
        migrations.RunPython(guard, lift),
    ]
