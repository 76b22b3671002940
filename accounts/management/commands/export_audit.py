"""`manage.py export_audit`: the whole trail with its seals, for an auditor."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from accounts import auditing


class Command(BaseCommand):
    help = "Writes the chain over the events, with their words; docs/verify_chain.py checks it."

    def add_arguments(self, parser):
        parser.add_argument("--output", required=True, metavar="PATH", help="- is standard output")
        parser.add_argument(
            "--hashes", action="store_true", help="instead of the words, for who is not to read them"
        )

    def handle(self, *, output, hashes, **options):
        lines = auditing.export(words=not hashes)
        if output == "-":
            for line in lines:
                self.stdout.write(line, ending="")
            return
        try:
            with Path(output).open("w", encoding="utf-8") as file:
                file.writelines(lines)
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
