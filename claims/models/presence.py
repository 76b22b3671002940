"""Who has a claim open now."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Presence(models.Model):
    """One person at one claim. Somebody not seen for a while is gone: nobody deletes the row in time.

    `writing_since`: they have begun to write, and the others are asked not to; None: they only read.
    """

    claim = models.ForeignKey("claims.Claim", models.CASCADE, related_name="presences", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(default=timezone.now, db_index=True)
    writing_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "person"], name="presence_once_at_a_claim")]

    def __str__(self):
        return f"person {self.person_id} at claim {self.claim_id}"
