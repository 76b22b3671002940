"""The claims that say something about the search, for the commands that learn from the desk."""

from django.core.management.base import CommandError

from accounts.models import Desk
from claims.models import SEARCHABLE, Claim


def searched_claims(slug=""):
    """The claims of texts that were searched, of one desk or all; raises CommandError for an unknown desk.

    In a language without a model everything is marked by hand: the search missed none of it.
    """
    claims = Claim.objects.filter(revision__extraction__language__in=SEARCHABLE)
    if not slug:
        return claims
    if not Desk.objects.filter(slug=slug).exists():
        raise CommandError(f"There is no desk {slug}.")
    return claims.filter(desk__slug=slug)
