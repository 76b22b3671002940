"""The trail: one line for every step, written with the step and never changed."""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts import chain


def reference(subject):
    """Name a row in the trail: ("claim", 12) for the claim with id 12."""
    return subject._meta.model_name, subject.pk


def new_salt():
    """128 random bits: without them nobody can guess erased words from their hash."""
    return secrets.token_hex(16)


def proof(row, salt):
    """The hash of what `row` says, in the fields that its class names in PROVED."""
    said = {name: getattr(row, name) for name in row.PROVED}
    told = {name: chain.moment(one) if isinstance(one, datetime) else one for name, one in said.items()}
    return chain.digest(salt, told)


class EventQuerySet(models.QuerySet):
    def append(self, kind, subject, *, by, before=None, after=None, note="", within=None, proves=()):
        """Write one event; `by` is None for the system, `within` the row whose history shows it too.

        `proves`: rows just written whose words shall not stand in the event. It keeps their salted hash
        (`proof`), and `verify_audit` sees it when the rows say something else later.
        """
        subject_kind, subject_id = reference(subject)
        salt, after = new_salt(), dict(after or {})
        if proves:
            after["proves"] = {"{}:{}".format(*reference(row)): proof(row, salt) for row in proves}
        return self.create(
            kind=kind,
            by=by,
            subject_kind=subject_kind,
            subject_id=subject_id,
            within="{}:{}".format(*reference(within)) if within is not None else "",
            before=before or {},
            after=after,
            note=note,
            salt=salt,
        )

    def about(self, subject):
        """The history of one row, oldest first."""
        subject_kind, subject_id = reference(subject)
        return self.filter(subject_kind=subject_kind, subject_id=subject_id).order_by("id")

    def within(self, subject):
        """The history of a row and of all that belongs to it, oldest first."""
        return self.filter(within="{}:{}".format(*reference(subject))).order_by("id")


class Event(models.Model):
    """The database refuses to change or delete a row; a seal (`Seal`) proves that it did.

    `before`, `after` and `note` are the free and personal values. `accounts.erasing` may empty them
    together with their `salt`; `erased` then keeps their hashes, so that the chain stays valid.
    """

    kind = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="events", db_index=False
    )
    subject_kind = models.CharField(max_length=30)
    subject_id = models.PositiveBigIntegerField()
    within = models.CharField(max_length=50, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    salt = models.CharField(max_length=32, default=new_salt, editable=False)
    erased = models.JSONField(null=True, editable=False)  # {"before", "after", "note"}: SHA-256

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"], name="event_subject"),
            models.Index(fields=["within", "id"], name="event_within"),
            models.Index(fields=["at", "kind", "subject_id"], name="event_time"),  # figures of a period
        ]

    def __str__(self):
        return f"{self.kind} {self.subject_kind} {self.subject_id}"
