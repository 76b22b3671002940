"""The operator's door to API tokens."""

from django.core.management.base import BaseCommand, CommandError

from accounts import tokens
from accounts.models import User
from accounts.models.token import Scope


class Command(BaseCommand):
    help = "Make an API token and print it, once, as the last word on standard output."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--scope", choices=Scope.values, default=Scope.READ)
        parser.add_argument("--days", type=int, default=tokens.DAYS, help=f"until it expires ({tokens.DAYS})")

    def handle(self, *, email, scope, days, **options):
        user = User.objects.filter(email=User.objects.normalize_email(email), is_active=True).first()
        if user is None:
            raise CommandError(f"No active person has the address {email}.")
        if not 1 <= days <= tokens.MOST_DAYS:
            raise CommandError(f"--days is a number from 1 to {tokens.MOST_DAYS}.")
        note = "made by the operator with create_token"
        _, raw = tokens.make(user, name="create_token", scope=scope, days=days, by=None, note=note)
        self.stdout.write(raw)
