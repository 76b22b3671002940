"""The inbox: what somebody is told of, and which articles they follow."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NoticeKind(models.TextChoices):
    """Why somebody is told."""

    MENTIONED = "mentioned", _("mentioned you")
    ANSWERED = "answered", _("answered your note")
    ASSIGNED = "assigned", _("assigned to you")
    RETURNED = "returned", _("returned to you")
    DECIDED = "decided", _("decided on your verdict")
    FIX = "fix", _("asks you for a fix")
    CHANGED = "changed", _("changed an article you follow")


class Notice(models.Model):
    """One person is told once of one event; holds ids only, the words are read where they may be read.

    What the person may no longer see is not shown to them: whoever reads notices asks policy.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices", db_index=False
    )
    article = models.ForeignKey("claims.Article", models.CASCADE, related_name="+", db_index=False)
    claim = models.ForeignKey(
        "claims.Claim", models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )
    event = models.ForeignKey("accounts.Event", models.DO_NOTHING, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=NoticeKind)
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="notice_once_of_an_event")]
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_by_person"),
            models.Index(
                fields=["person", "article", "id"], name="notice_unread", condition=models.Q(read_at=None)
            ),
            models.Index(
                fields=["at"], name="notice_unmailed", condition=models.Q(mailed_at=None, read_at=None)
            ),
        ]

    def __str__(self):
        return f"notice {self.pk}"


class Watch(models.Model):
    """A person follows an article, or (`on` false) has said that they do not want to."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    article = models.ForeignKey("claims.Article", models.CASCADE, related_name="watches", db_index=False)
    on = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="watch_once_an_article")]

    def __str__(self):
        return f"person {self.person_id} follows article {self.article_id}: {self.on}"
