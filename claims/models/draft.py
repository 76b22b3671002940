"""What somebody has typed and not sent yet; kept here, for the browser is no place for unpublished copy."""

from django.conf import settings
from django.db import models
from django.utils import timezone

LONGEST_PLACE = 120  # code points
MOST_IN_A_DRAFT = 200_000  # code points of all its values together


class Draft(models.Model):
    """The fields of one form as one person typed them, until it is sent or thirty days have passed.

    `place` names the form, like "claim:12:verdict"; `values` is {field name: text, or a list of texts}.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts", db_index=False
    )
    place = models.CharField(max_length=LONGEST_PLACE)
    values = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "place"], name="draft_one_per_form")]

    def __str__(self):
        return f"draft {self.pk}"
