"""Who has a claim open now."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

HERE_FOR = timedelta(seconds=30)  # after they were last seen
WRITING_FOR = timedelta(seconds=60)


class PresenceQuerySet(models.QuerySet):
    def now(self):
        """A list of those who are there, with their person; who writes is waited for longer."""
        now = timezone.now()
        here = models.Q(seen_at__gt=now - HERE_FOR)
        writing = models.Q(seen_at__gt=now - WRITING_FOR, writing_since__isnull=False)
        return list(self.filter(here | writing).select_related("person"))


class Presence(models.Model):
    """One person at one claim. Somebody not seen for a while is gone: nobody deletes the row in time.

    `writing_since`: they have begun to write, and the others are asked not to; None: they only read.
    """

    claim = models.ForeignKey("claims.Claim", models.CASCADE, related_name="presences", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(default=timezone.now, db_index=True)
    writing_since = models.DateTimeField(null=True, blank=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "person"], name="presence_once_at_a_claim")]

    def __str__(self):
        return f"person {self.person_id} at claim {self.claim_id}"
