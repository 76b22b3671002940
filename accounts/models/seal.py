"""The seals: a chain of hashes over the events, each row added once and never changed."""

from django.db import models

from .event import Event


class Seal(models.Model):
    """One link. The position is the key, and an event has one seal: so there is one chain, and no fork.

    The hash covers the one before (`accounts.chain`); a second sealer who read the same head wants the
    same position and is refused by the database.
    """

    position = models.PositiveBigIntegerField(primary_key=True)
    # No foreign key: the database refuses to delete events anyway, and where somebody has got round
    # that, the seal must stay and tell of it.
    event = models.OneToOneField(Event, models.DO_NOTHING, related_name="seal", db_constraint=False)
    hash = models.CharField(max_length=64)

    def __str__(self):
        return f"{self.position} {self.hash}"


class Unsealed(models.Model):
    """An event that waits for its seal; the database adds the row with the event, whoever writes it.

    Ids say nothing about who committed first, so what is left to seal cannot be told from them; and
    nobody wants to search a million events three times a second.
    """

    event = models.OneToOneField(
        Event, models.DO_NOTHING, primary_key=True, related_name="+", db_constraint=False
    )

    def __str__(self):
        return str(self.event_id)
