"""`manage.py export`: the report of one article into a file."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from accounts.models import Event
from claims import policy
from claims.actions.exports import TAKEN
from claims.management.people import person
from claims.models import Article
from claims.reports.formats import find_format
from claims.reports.reading import report_for, whole_report
from claims.workflow import WorkflowError


class Command(BaseCommand):
    help = "Writes the report of an article; private sources are redacted here as everywhere."

    def add_arguments(self, parser):
        parser.add_argument("--article", type=int, required=True, metavar="ID")
        parser.add_argument("--format", required=True, help="csv, json or html")
        parser.add_argument("--output", required=True, metavar="PATH", help="- is standard output")
        parser.add_argument(
            "--as", dest="email", metavar="EMAIL", help="with the rights of this person, not the operator's"
        )

    def handle(self, *, article, format, output, email, **options):
        try:
            lines = _lines(article, format, email)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except WorkflowError as error:
            raise CommandError(error.message) from error
        if output == "-":
            for piece in lines:
                self.stdout.write(piece, ending="")
            return
        try:
            with Path(output).open("w", encoding="utf-8", newline="") as file:
                file.writelines(lines)
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error


def _lines(pk, format, email):
    by = person(email) if email else None
    article = (policy.visible_articles(by) if by else Article.objects.all()).filter(pk=pk).first()
    if article is None:
        raise CommandError(f"There is no article {pk}{' for this person' if by else ''}.")
    found = find_format(format)
    report = report_for(by, article=article) if by else whole_report(article)
    note = "on the command line, by the operator of the machine"
    Event.objects.append(TAKEN, article, by=by, after={"format": format}, note=note, within=article)
    return found.lines(report)
