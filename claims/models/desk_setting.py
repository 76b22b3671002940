"""What a desk has settled for itself."""

from django.db import models
from django.db.models import Q

from claims.models.article import USUAL_THRESHOLD

LOWEST_THRESHOLD, HIGHEST_THRESHOLD = 0.3, 0.9


class DeskSettingQuerySet(models.QuerySet):
    def of(self, desk_id):
        """The settings of the desk with this id: the stored row, or the usual ones, not stored."""
        return self.filter(desk=desk_id).first() or DeskSetting(desk_id=desk_id)


class DeskSetting(models.Model):
    """`threshold` is the check-worthiness from which a sentence is suggested; `version` guards the row.

    A desk that has settled nothing has no row, which is as good as one with the defaults.
    """

    desk = models.OneToOneField("accounts.Desk", models.CASCADE, related_name="+")
    threshold = models.FloatField(default=USUAL_THRESHOLD)
    version = models.PositiveIntegerField(default=1)

    objects = DeskSettingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(threshold__gte=LOWEST_THRESHOLD, threshold__lte=HIGHEST_THRESHOLD),
                name="desk_threshold_in_range",
            )
        ]

    def __str__(self):
        return f"settings of desk {self.desk_id}"
