"""Filters of the list of claims under a name, for oneself or for a desk."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class SavedView(models.Model):
    """`query` is what stands in the address, in a fixed order. Shared with `desk`, or its owner's alone."""

    name = models.CharField(max_length=60)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views")
    desk = models.ForeignKey(
        "accounts.Desk", models.CASCADE, null=True, blank=True, related_name="saved_views"
    )
    query = models.CharField(max_length=2000)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_view_name_once_a_person")
        ]

    def __str__(self):
        return f"saved view {self.pk}"
