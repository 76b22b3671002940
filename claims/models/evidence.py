"""What a verdict rests on: source records, and remarks beside them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EvidenceKind(models.TextChoices):
    PRIMARY = "primary", _("primary source")
    SECONDARY = "secondary", _("secondary source")
    DOCUMENT = "document", _("document")
    INTERVIEW = "interview", _("interview")
    OBSERVATION = "observation", _("observation")


class Stance(models.TextChoices):
    SUPPORTS = "supports", _("supports")
    CONTRADICTS = "contradicts", _("contradicts")
    CONTEXT = "context", _("context")


class Terms(models.TextChoices):
    ON_RECORD = "on_record", _("on the record")
    BACKGROUND = "background", _("background")
    OFF_RECORD = "off_record", _("off the record")


class Evidence(models.Model):
    """A source record. Of a private one, locator and quote are for the few that policy names.

    `reused` is the record of another claim of the article that this one repeats.
    """

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=12, choices=EvidenceKind)
    locator = models.CharField(max_length=2000)
    quote = models.TextField(blank=True)
    stance = models.CharField(max_length=12, choices=Stance)
    terms = models.CharField(max_length=10, choices=Terms, default=Terms.ON_RECORD)
    private = models.BooleanField(default=False)
    reused = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    obtained_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    created_at = models.DateTimeField(default=timezone.now)

    PROVED = ("kind", "locator", "quote", "stance", "terms", "private", "obtained_at", "added_by_id")

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "evidence"

    def __str__(self):
        return f"evidence {self.pk}"  # never the locator: it may be private


class Note(models.Model):
    """A remark on a claim; `parent` is the note it answers.

    `mentioned` are told of it. The first note of a thread is resolved, and all its answers with it.
    """

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="notes")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="answers")
    body = models.TextField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    created_at = models.DateTimeField(default=timezone.now)
    mentioned = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    PROVED = ("body", "author_id")

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"note {self.pk}"

    def thread(self):
        """The ids of all notes of its thread, oldest first; the first of them is the one to resolve."""
        roots: dict[int | None, int] = {}
        for pk, parent in Note.objects.filter(claim=self.claim_id).order_by("pk").values_list("pk", "parent"):
            roots[pk] = roots.get(parent, pk)  # an answer to an answer stands in the same thread
        return [pk for pk, root in roots.items() if root == roots[self.pk]]
