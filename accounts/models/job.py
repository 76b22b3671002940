"""A stored row that is work to do: the row is the truth, the broker only carries its number."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    QUEUED = "queued", _("queued")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class Job(models.Model):
    """Work that a worker does once, however often it is delivered.

    `attempt` names the run that holds the job: a result is stored only by the run whose number it
    still is. `deaths` counts runs whose lease ran out, that is whose process died.
    """

    state = models.CharField(max_length=8, choices=JobState, default=JobState.QUEUED)
    attempt = models.PositiveIntegerField(default=0)
    deaths = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        abstract = True
        # The relay asks only for what is not finished; a partial index keeps that cheap for ever.
        indexes = [
            models.Index(
                fields=["state", "id"],
                name="%(class)s_due",
                condition=models.Q(state__in=[JobState.QUEUED, JobState.RUNNING]),
            )
        ]
