"""Where a claim stood before a new revision, and what became of it there."""

from django.db import models

from claims.anchoring import Change

LONGEST_WHY = 300  # code points


class Carried(models.Model):
    """One claim's way into one revision; written once, with the revision.

    `start`, `end` and `text` are its words in the revision before; the claim itself has the new ones.
    `why` says in plain words what made it this change.
    """

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="carried", db_index=False)
    revision = models.ForeignKey("claims.Revision", models.PROTECT, related_name="carried", db_index=False)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    change = models.CharField(
        max_length=16, choices=[(change.value, change.value.replace("_", " ")) for change in Change]
    )
    why = models.CharField(max_length=LONGEST_WHY)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "revision"], name="carried_once_into_a_revision")
        ]
        indexes = [models.Index(fields=["revision", "start"], name="carried_by_revision")]

    def __str__(self):
        return f"claim {self.claim_id} in revision {self.revision_id}: {self.change}"
