"""Who acts on the command line."""

from django.core.management.base import CommandError

from accounts.models import User


def person(email):
    """The active person with this address; raises CommandError."""
    found = User.objects.filter(email=User.objects.normalize_email(email), is_active=True).first()
    if found is None:
        raise CommandError(f"Nobody who may sign in has the address {email}.")
    return found
