"""`manage.py anchor_audit`: the head of the chain, to be kept where nobody of this machine can change it."""

from pathlib import Path

from django.core.mail import send_mail
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts import chain, sealing


class Command(BaseCommand):
    help = "Adds the head of the chain to a file, mails it, or prints it; meant to be run by a timer."

    def add_arguments(self, parser):
        parser.add_argument("--file", metavar="PATH", help="add a line to this file, on another machine")
        parser.add_argument("--mail", metavar="ADDRESS", action="append", default=[], help="may be repeated")

    def handle(self, *, file, mail, **options):
        line = f"{chain.moment(timezone.now())} {sealing.head()}\n"
        if file:
            try:
                with Path(file).open("a", encoding="utf-8") as anchors:
                    anchors.write(line)
            except OSError as error:
                raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        if mail:
            body = f"Keep this mail: with it verify_audit --anchor sees whether the trail was cut.\n\n{line}"
            send_mail("Head of the fact-check desk's trail", body, None, mail)
        self.stdout.write(line, ending="")
