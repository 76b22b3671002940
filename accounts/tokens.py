"""API tokens: made, looked up, revoked. The plain value exists only in the answer to its making."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from .models import Event, Token

STAMP_EVERY = timedelta(minutes=5)  # each stamp is a write
DAYS, MOST_DAYS = 90, 3650


def _digest(raw):
    # A plain hash is enough: the value is 256 random bits, there is nothing to guess.
    return hashlib.sha256(raw.encode()).hexdigest()


@transaction.atomic
def make(user, *, name, scope, days=DAYS, by, note=""):
    """Store a new token; returns (token, plain value). `by` is None for the operator of the machine."""
    raw, now = f"desk_{secrets.token_urlsafe(32)}", timezone.now()
    token = Token.objects.create(
        user=user,
        name=name,
        digest=_digest(raw),
        scope=scope,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    after = {"name": name, "scope": scope, "days": days}
    Event.objects.append("token.made", token, by=by, within=user, after=after, note=note)
    return token, raw


@transaction.atomic
def revoke(token, *, by):
    """End a token at once; one that is revoked already stays as it is."""
    if Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
        Event.objects.append("token.revoked", token, by=by, within=token.user, after={"name": token.name})


def authenticate(raw):
    """The token with this plain value and its user; None if unknown, ended, or the user was deactivated."""
    now = timezone.now()
    token = Token.objects.select_related("user").filter(digest=_digest(raw)).first()
    if token is None or token.state != "active" or not token.user.is_active:
        return None
    if token.last_used_at is None or now - token.last_used_at > STAMP_EVERY:
        Token.objects.filter(pk=token.pk).update(last_used_at=now)
    return token
