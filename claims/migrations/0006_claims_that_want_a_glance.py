from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0005_versions_second_checks_and_fixes")]

    operations = [
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("wants_a_glance", True)),
                fields=["-priority", "id"],
                name="claim_wants_a_glance",
            ),
        ),
    ]
