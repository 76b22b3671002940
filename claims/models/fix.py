"""What becomes of the words of house copy: fixes for the writer, waivers, and links to a fix list."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class FixState(models.TextChoices):
    """What the writer made of a fix."""

    ASKED = "asked", gettext_lazy("waiting for the writer")
    ACCEPTED = "accepted", gettext_lazy("accepted")
    DECLINED = "declined", gettext_lazy("declined")
    APPLIED = "applied", gettext_lazy("applied")
    DROPPED = "dropped", gettext_lazy("dropped")


class GuestLink(models.Model):
    """A key for somebody without an account to one article's fix list; only its hash is stored.

    `number` counts the links of the article: "link 2 for Ada Brandt".
    """

    article = models.ForeignKey("claims.Article", models.PROTECT, related_name="guest_links", db_index=False)
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=150)
    digest = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="guest_link_number")]

    def __str__(self):
        return _("link {number} for {name}").format(number=self.number, name=self.name)


class Fix(models.Model):
    """A new wording (or, empty, a cut) that a signed-off verdict asks the writer for.

    `old` are the words of the claim at that time. Decided by a person here or through a guest link;
    declining needs a reason.
    """

    verdict = models.OneToOneField("claims.Verdict", models.PROTECT, related_name="fix")
    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="fixes")
    article = models.ForeignKey("claims.Article", models.PROTECT, related_name="fixes", db_index=False)
    old = models.TextField()
    new = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=FixState, default=FixState.ASKED)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    decided_through = models.ForeignKey(
        GuestLink, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "fixes"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(reason=""), name="fix_declined_with_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["article", "state"], name="fix_by_article")]

    def __str__(self):
        return f"fix {self.pk}"


class Waiver(models.Model):
    """A claim that stands on its author's word: asked for by one person, approved by another.

    Without `expires_at` it holds for good; an expired one reopens the claim, at `ended_at`.
    """

    verdict = models.OneToOneField("claims.Verdict", models.PROTECT, related_name="waiver")
    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="waivers")
    article = models.ForeignKey("claims.Article", models.PROTECT, related_name="waivers", db_index=False)
    reason = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )
    approved_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(asked_by=F("approved_by")), name="waiver_approved_by_another"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_has_a_reason"),
        ]
        indexes = [
            models.Index(fields=["expires_at"], name="waiver_due", condition=Q(ended_at=None)),
            models.Index(fields=["article", "ended_at"], name="waiver_by_article"),
        ]

    def __str__(self):
        return f"waiver {self.pk}"
