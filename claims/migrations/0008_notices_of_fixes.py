"""The writer is told of a fix; the mails look for notices by their time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0007_drafts_views_presence_and_inbox")]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("mentioned", "mentioned you"),
                    ("answered", "answered your note"),
                    ("assigned", "assigned to you"),
                    ("returned", "returned to you"),
                    ("decided", "decided on your verdict"),
                    ("fix", "asks you for a fix"),
                    ("changed", "changed an article you follow"),
                ],
                max_length=10,
            ),
        ),
        migrations.RemoveIndex(model_name="notice", name="notice_unmailed"),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("mailed_at", None), ("read_at", None)),
                fields=["at"],
                name="notice_unmailed",
            ),
        ),
    ]
