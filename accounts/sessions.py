"""Sessions that know whose they are: Django's engine over our own rows, and ending them."""

from datetime import UTC, datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import transaction
from django.utils import timezone

from .addresses import client_address
from .models import Event, Session

STAMP_EVERY = 300  # seconds: each stamp is a write


def _time(seconds):
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


class SessionStore(db.SessionStore):
    @classmethod
    def get_model_class(cls):
        return Session

    def create_model_instance(self, data):
        # The base class writes the whole row on every save, so the columns are made from the data each time.
        row = super().create_model_instance(data)
        assert isinstance(row, Session)
        row.user_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.address, row.user_agent = data.get("address", ""), data.get("user_agent", "")
        row.created_at, row.last_seen_at = _time(data.get("since")), _time(data.get("seen"))
        return row


def stamp(request):
    """Note in the session where its browser was last seen; at most every five minutes."""
    session, now = request.session, int(timezone.now().timestamp())
    if SESSION_KEY not in session or now - session.get("seen", 0) < STAMP_EVERY:
        return
    session.setdefault("since", now)
    session["seen"] = now
    session["address"] = client_address(request)
    session["user_agent"] = request.headers.get("User-Agent", "")[:300]


def live(user):
    """The sessions `user` is signed in with, last seen first."""
    return user.sessions.filter(expire_date__gt=timezone.now()).order_by("-last_seen_at", "session_key")


@transaction.atomic
def end(user, reference):
    """`user` signs out the one browser that a page named; False if it is gone already."""
    keys = [session.session_key for session in live(user) if session.reference == reference]
    ended, _ = user.sessions.filter(session_key__in=keys).delete()
    if ended:
        Event.objects.append("sessions.ended", user, by=user, after={"ended": ended})
    return bool(keys)


@transaction.atomic
def end_all(user, *, by, keep=None):
    """Sign `user` out everywhere, but for the session whose key is `keep`."""
    ended, _ = user.sessions.exclude(session_key=keep).delete()
    Event.objects.append("sessions.ended", user, by=by, after={"ended": ended})
