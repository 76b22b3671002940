"""Requests to erase the words of an article, or a person: an editor asks, an admin carries out."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models.verdict import all_differ


class ErasureState(models.TextChoices):
    ASKED = "asked", gettext_lazy("asked")
    CARRIED_OUT = "carried_out", gettext_lazy("carried out")
    DECLINED = "declined", gettext_lazy("declined")


class Erasure(models.Model):
    """One request, about an `article` or a `person`; there is one open request about either at a time.

    `asked_by` and `decided_by` are two people, or None for the operator of the machine. `reason` and
    `declined_because` outlive what is erased.
    """

    article = models.ForeignKey(
        "claims.Article", models.PROTECT, null=True, blank=True, related_name="erasures", db_index=False
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    reason = models.TextField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=11, choices=ErasureState, default=ErasureState.ASKED)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    declined_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article"], name="erasure_one_open_of_an_article", condition=Q(state="asked")
            ),
            models.UniqueConstraint(
                fields=["person"], name="erasure_one_open_of_a_person", condition=Q(state="asked")
            ),
            models.CheckConstraint(
                condition=Q(article__isnull=False, person=None) | Q(article=None, person__isnull=False),
                name="erasure_of_one_thing",
            ),
            models.CheckConstraint(
                condition=all_differ("asked_by", "decided_by"), name="erasure_decided_by_another"
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_by=None, decided_at=None)
                | (~Q(state="asked") & Q(decided_at__isnull=False)),
                name="erasure_decided_has_a_time",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="erasure_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(declined_because=""),
                name="erasure_declined_with_a_reason",
            ),
        ]

    def __str__(self):
        return f"erasure {self.pk}"

    @property
    def number(self):
        """The id of what it is about."""
        return self.article_id or self.person_id

    @property
    def about(self):
        """What it is about, in ids: "article 12", "person 3"."""
        told = _("article {number}") if self.article_id else _("person {number}")
        return told.format(number=self.number)
