"""Verdicts, and the signatures under them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Outcome(models.TextChoices):
    """What becomes of the words of house copy."""

    KEEP = "keep", "keep"
    FIX = "fix", "fix"
    CUT = "cut", "cut"
    ON_AUTHOR = "on_author", "on author"


class Confidence(models.TextChoices):
    LOW = "low", "low"
    MEDIUM = "medium", "medium"
    HIGH = "high", "high"


class Standing(models.TextChoices):
    """What became of a verdict; the verdict itself is never edited."""

    PROPOSED = "proposed", "proposed"
    SIGNED_OFF = "signed_off", "signed off"
    WITHDRAWN = "withdrawn", "withdrawn"
    RETURNED = "returned", "returned"
    SUPERSEDED = "superseded", "superseded"


class Verdict(models.Model):
    """One person's rating of a claim, with the reasons and the evidence it rests on."""

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="verdicts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    rating = models.ForeignKey("claims.Rating", models.PROTECT, related_name="+", db_index=False)
    rationale = models.TextField()
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    new_wording = models.TextField(blank=True)
    confidence = models.CharField(max_length=6, choices=Confidence, default=Confidence.MEDIUM)
    evidence = models.ManyToManyField("claims.Evidence", related_name="verdicts", blank=True)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.PROPOSED)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(rationale=""), name="verdict_has_a_rationale"),
            models.CheckConstraint(
                condition=~Q(outcome="fix") | ~Q(new_wording=""), name="verdict_fix_has_wording"
            ),
        ]

    def __str__(self):
        return f"verdict {self.pk}"


class SignOff(models.Model):
    """An editor's approval of the verdict they saw, or (`claim` None) of the revision they saw.

    The people of the claim are written down with it, and the database refuses an approver who is
    also author or checker.
    """

    article = models.ForeignKey("claims.Article", models.PROTECT, related_name="sign_offs")
    revision = models.ForeignKey("claims.Revision", models.PROTECT, related_name="+", db_index=False)
    claim = models.ForeignKey("claims.Claim", models.PROTECT, null=True, blank=True, related_name="sign_offs")
    verdict = models.ForeignKey("claims.Verdict", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    checker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    note = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(author=None) | ~Q(by=F("author")))
                & (Q(checker=None) | ~Q(by=F("checker")))
                & (Q(author=None) | Q(checker=None) | ~Q(author=F("checker"))),
                name="sign_off_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(claim=None, verdict=None) | Q(claim__isnull=False, verdict__isnull=False),
                name="sign_off_of_claim_names_verdict",
            ),
        ]

    def __str__(self):
        return f"sign-off {self.pk}"
