"""How often something was tried lately; `accounts.throttle` counts."""

from django.db import models


class Throttle(models.Model):
    key = models.CharField(max_length=60, primary_key=True)  # what is counted, its value hashed
    times = models.JSONField(default=list)  # of the tries that still count, in seconds since 1970
    last_at = models.DateTimeField(db_index=True)

    def __str__(self):
        return self.key
