"""`manage.py erase`: the operator of the machine erases the words of an article, or a person."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.models import User
from claims.actions import erasures
from claims.models import Article, Erasure, ErasureState
from claims.workflow import WorkflowError


class Command(BaseCommand):
    help = "Erases for good; ids, statuses, who and when stay, and the history stays provable."

    def add_arguments(self, parser):
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--article", type=int, metavar="ID")
        what.add_argument("--person", metavar="EMAIL")
        parser.add_argument("--reason", required=True, help="stays: leave out the words that are to go")

    def handle(self, *, article, person, reason, **options):
        subject = _article(article) if person is None else _person(person)
        try:
            with transaction.atomic():
                erasure = _open(subject) or erasures.ask(subject, by=None, reason=reason)
                erasures.carry_out(erasure, by=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except WorkflowError as error:
            raise CommandError(error.message) from error
        self.stdout.write(f"Erased: {erasure.about}. Request {erasure.pk} says why.")
        self.stdout.write("Backups and the free pages of the database still hold it: see docs/audit.md.")


def _open(subject):
    """What somebody asked for already is carried out with it, for their reason."""
    about = {"article" if isinstance(subject, Article) else "person": subject}
    return Erasure.objects.filter(**about, state=ErasureState.ASKED).first()


def _article(pk):
    article = Article.objects.filter(pk=pk).first()
    if article is None:
        raise CommandError(f"There is no article {pk}.")
    return article


def _person(email):
    person = User.objects.filter(email=User.objects.normalize_email(email)).first()
    if person is None:
        raise CommandError(f"Nobody has the address {email}.")
    return person
