"""The one way from a password to the hasher, so that no door can be guessed at faster than another."""

from django.contrib.auth.backends import ModelBackend

from . import people, throttle
from .models import User


class ThrottledBackend(ModelBackend):
    def authenticate(self, request, username=None, password=None, **kwargs):
        """The user, or None. Raises TooManyTries, which a form shows as its error.

        Unknown, deactivated and password-less accounts cost one hash like all others (ModelBackend
        sees to it), so the time tells nothing.
        """
        email = User.objects.normalize_email(username or kwargs.get(User.USERNAME_FIELD))
        if not email or password is None:
            return None
        taken = throttle.admit_guess(request, email)
        user = super().authenticate(request, username=email, password=password)
        if user is None:
            people.sign_in_failed(email, request)
        else:
            throttle.take_back(taken)
        return user
