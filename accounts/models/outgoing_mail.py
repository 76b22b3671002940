"""A mail to be sent by a worker: the web process only stores the row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .job import Job


class OutgoingMail(Job):
    class Kind(models.TextChoices):
        PASSWORD_RESET = "password_reset", _("password reset")
        INVITATION = "invitation", _("invitation")
        REMINDER = "reminder", _("reminder of deadlines")
        NOTICES = "notices", _("what is in the inbox")

    kind = models.CharField(max_length=20, choices=Kind)
    # As typed: whether anybody has this address is looked up by the worker, so that asking for a
    # reset takes the same time, and the same work, for a known and an unknown one.
    address = models.CharField(max_length=254)
    base_url = models.CharField(max_length=300)  # where the links in the mail lead
    links = models.JSONField(default=list)  # {"about", "number", "path", "due"}: no words of an article

    class Meta(Job.Meta):
        pass

    def __str__(self):
        return f"{self.kind} {self.pk}"
