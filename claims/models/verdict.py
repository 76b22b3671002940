"""Verdicts, and the signatures under them."""

from itertools import combinations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.models.gate_words import as_read


class Outcome(models.TextChoices):
    """What becomes of the words of house copy."""

    KEEP = "keep", _("keep")
    FIX = "fix", _("fix")
    CUT = "cut", _("cut")
    ON_AUTHOR = "on_author", _("on author")


class Confidence(models.TextChoices):
    LOW = "low", _("low")
    MEDIUM = "medium", _("medium")
    HIGH = "high", _("high")


class Standing(models.TextChoices):
    """What became of a verdict; the verdict itself is never edited."""

    PROPOSED = "proposed", _("proposed")
    BLIND = "blind", _("awaiting the second check")
    SIGNED_OFF = "signed_off", _("signed off")
    WITHDRAWN = "withdrawn", _("withdrawn")
    RETURNED = "returned", _("returned")
    SUPERSEDED = "superseded", _("superseded")


class Verdict(models.Model):
    """One person's rating of a claim, with the reasons and the evidence it rests on.

    `revision` and `words` are what was judged: the claim moves on with the text, the verdict does not.
    `waived_until`: how long the outcome *on author* is asked for; None for good.
    """

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="verdicts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    rating = models.ForeignKey("claims.Rating", models.PROTECT, related_name="+", db_index=False)
    rationale = models.TextField()
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    new_wording = models.TextField(blank=True)
    confidence = models.CharField(max_length=6, choices=Confidence, default=Confidence.MEDIUM)
    evidence = models.ManyToManyField("claims.Evidence", related_name="verdicts", blank=True)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.PROPOSED)
    revision = models.ForeignKey(
        "claims.Revision", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    words = models.TextField(blank=True)
    waived_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    PROVED = ("author_id", "rating_id", "rationale", "outcome", "new_wording", "confidence", "words")

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


def all_differ(*people):
    """The condition that no two of these fields name one person; a field may be empty."""
    condition = Q()
    for one, other in combinations(people, 2):
        condition &= Q(**{one: None}) | Q(**{other: None}) | ~Q(**{one: F(other)})
    return condition


class SignOff(models.Model):
    """An editor's approval of the verdict they saw, or (`claim` None) of the revision they saw.

    The people of the claim are written down with it, and the database refuses any two of them being one.
    `exceptions` are the gates that were open, each {"code", "message", "number", "status"}, where an
    article was signed off in spite of them; `note` is then the reason.
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
    second_checker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    exceptions = models.JSONField(default=list)
    note = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    PROVED = (
        *("revision_id", "claim_id", "verdict_id", "by_id", "author_id", "checker_id", "second_checker_id"),
        *("exceptions", "note", "at"),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=all_differ("by", "author", "checker", "second_checker"), name="sign_off_four_eyes"
            ),
            models.CheckConstraint(
                condition=Q(exceptions=[]) | ~Q(note=""), name="sign_off_exceptions_have_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(claim=None, verdict=None) | Q(claim__isnull=False, verdict__isnull=False),
                name="sign_off_of_claim_names_verdict",
            ),
        ]

    def __str__(self):
        return f"sign-off {self.pk}"

    @property
    def in_spite_of(self):
        """The sentences of its exceptions."""
        return [as_read(gate["code"], gate["number"], gate["message"]) for gate in self.exceptions]
