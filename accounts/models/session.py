"""A signed-in browser, as a row that its owner can see and end."""

import hashlib

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    """The columns repeat what the engine (`accounts.sessions`) keeps in the data, to be listed."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="sessions"
    )
    address = models.CharField(max_length=45, blank=True)
    user_agent = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(null=True, blank=True)
    last_seen_at = models.DateTimeField(null=True, blank=True)

    @property
    def reference(self):
        """Names the session on a page without giving away its key."""
        return hashlib.sha256(self.session_key.encode()).hexdigest()[:16]
