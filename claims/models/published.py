"""After sign-off: where the piece ran, what was corrected in it, and whom the desk asked for comment."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Publication(models.Model):
    """Where and when a signed-off article ran."""

    article = models.ForeignKey("claims.Article", models.PROTECT, related_name="publications")
    revision = models.ForeignKey("claims.Revision", models.PROTECT, related_name="+", db_index=False)
    address = models.URLField(max_length=2000)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self):
        return f"publication {self.pk}"


class Correction(models.Model):
    """What was wrong in a published piece, what stands there now, why, and since when readers see it."""

    article = models.ForeignKey("claims.Article", models.PROTECT, related_name="corrections")
    claim = models.ForeignKey(
        "claims.Claim", models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    old = models.TextField()
    new = models.TextField(blank=True)
    why = models.TextField()
    shown_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["shown_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(old=F("new")), name="correction_changes_something"),
            models.CheckConstraint(condition=~Q(why=""), name="correction_has_a_reason"),
        ]

    def __str__(self):
        return f"correction {self.pk}"


class CommentRequest(models.Model):
    """Whom the desk asked about a claim, by when they were to answer, and what they said."""

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="comment_requests")
    whom = models.CharField(max_length=200)
    question = models.TextField(blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    version = models.PositiveIntegerField(default=1)

    PROVED: tuple[str, ...] = ("claim_id", "whom", "question", "asked_at", "due_at", "by_id")

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | Q(answered_at__isnull=False),
                name="comment_answered_has_a_time",
            )
        ]

    def __str__(self):
        return f"request for comment {self.pk}"


class CommentAnswer(CommentRequest):
    """The same row, as the event of its answer vouches for it: that comes later than the question."""

    PROVED = ("answer", "answered_at")

    class Meta:
        proxy = True


class Reminder(models.Model):
    """One person was told once of one deadline, `step` says which: due soon, or overdue."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    article = models.ForeignKey("claims.Article", models.CASCADE, related_name="+", db_index=False)
    claim = models.ForeignKey(
        "claims.Claim", models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )
    due_at = models.DateTimeField()
    step = models.CharField(max_length=8)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "claim", "due_at", "step"],
                name="reminder_once_of_a_claim",
                condition=Q(claim__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["person", "article", "due_at", "step"],
                name="reminder_once_of_an_article",
                condition=Q(claim=None),
            ),
        ]

    def __str__(self):
        return f"reminder {self.pk}"
