"""How often something may be tried. The counts stand in the database, so all processes share them."""

import hashlib
import time
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from .addresses import client_address, network
from .models import Throttle

MINUTE, HOUR = 60, 3600

# At most 20 guesses a minute for an account. Five of them are kept for browsers the owner has
# signed in with before, so that nobody can lock an owner out by guessing on their behalf.
STRANGERS, KNOWN_BROWSERS = 15, 5
PER_ADDRESS = 60
KNOWN_COOKIE = "known"


class TooManyTries(ValidationError):
    """Shown by forms like any other error; the page answers 429."""

    def __init__(self, message):
        super().__init__(message, code="throttled")


def _key(kind, value):
    # Hashed: what strangers typed is not kept, and is as long as they liked.
    return f"{kind}:{hashlib.sha256(value.encode()).hexdigest()[:40]}"


@transaction.atomic
def take(kind, value, *, limit, seconds):
    """Count one try of `kind` for `value`; False when `limit` tries fell into the last `seconds`."""
    key, now = _key(kind, value), time.time()
    Throttle.objects.bulk_create([Throttle(key=key, last_at=timezone.now())], ignore_conflicts=True)
    # The lock on the row makes reading and counting one step (SQLite locks the whole transaction).
    row = Throttle.objects.select_for_update().get(key=key)
    recent = [at for at in row.times if at > now - seconds]
    if len(recent) >= limit:
        return False
    row.times, row.last_at = [*recent, now], timezone.now()
    row.save()
    return True


@transaction.atomic
def give_back(kind, value):
    """Take the latest try back: it was no guess."""
    row = Throttle.objects.select_for_update().filter(key=_key(kind, value)).first()
    if row is not None:
        row.times = row.times[:-1]
        row.save()


def forget():
    """Remove what no longer counts."""
    Throttle.objects.filter(last_at__lt=timezone.now() - timedelta(seconds=2 * HOUR)).delete()


def browser_mark(email):
    """What a browser keeps after `email` has signed in with it; only we can make it."""
    return salted_hmac("accounts.throttle.browser", email, algorithm="sha256").hexdigest()


def admit_guess(request, email):
    """Let a password guess through to the hasher; returns what to `take_back` if it was right.

    Raises TooManyTries. The address is counted first: one that has used up its tries cannot also
    use up those of more accounts. `request` is None for a guess that came over no network.
    """
    taken = []
    address = network(client_address(request)) if request is not None else None
    if address is not None:
        if not take("address", address, limit=PER_ADDRESS, seconds=MINUTE):
            raise TooManyTries(_("Too many attempts from your network; wait a minute."))
        taken.append(("address", address))
    known = request is not None and constant_time_compare(
        request.COOKIES.get(KNOWN_COOKIE, ""), browser_mark(email)
    )
    if known and take("known", email, limit=KNOWN_BROWSERS, seconds=MINUTE):
        return [*taken, ("known", email)]
    if take("account", email, limit=STRANGERS, seconds=MINUTE):
        return [*taken, ("account", email)]
    raise TooManyTries(_("Too many attempts for this account; wait a minute."))


def take_back(taken):
    """A right password was no guess."""
    for kind, value in taken:
        give_back(kind, value)


def admit_reset(request, email):
    """Let a request for a reset link through; raises TooManyTries, for known and unknown alike."""
    if not take("reset-address", network(client_address(request)), limit=10, seconds=MINUTE):
        raise TooManyTries(_("Too many requests from your network; wait a minute."))
    if not take("reset", email, limit=5, seconds=HOUR):
        raise TooManyTries(
            _("Several links were asked for this address already; look there, or wait an hour.")
        )


def admit_guest(request):
    """Let somebody through who comes with a guest link, known or not; raises TooManyTries."""
    if not take("guest", network(client_address(request)), limit=PER_ADDRESS, seconds=MINUTE):
        raise TooManyTries(_("Too many requests from your network; wait a minute."))
