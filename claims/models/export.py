"""Reports asked for, and the signs of life of the processes that do the work."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.models import Job


class Export(Job):
    """One report as a file, and the stored job that asks for it.

    `articles` are the ids of the articles inside: who may no longer see one of them may no longer
    download it. `done` of `total` counts claims.
    """

    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="exports")
    article = models.ForeignKey(
        "claims.Article", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    filters = models.JSONField(default=dict)
    format = models.CharField(max_length=12)
    options = models.JSONField(default=dict)
    articles = models.JSONField(default=list)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    path = models.CharField(max_length=300, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True, db_index=True)

    def __str__(self):
        return f"export {self.pk} ({self.format}, {self.state})"


class Heartbeat(models.Model):
    """When a process of the desk (relay, broker, worker) was last known to be well."""

    name = models.CharField(max_length=20, primary_key=True)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.name
