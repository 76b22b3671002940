"""`manage.py verify_audit`: does the trail still say what it said?"""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from accounts import auditing, chain


class Command(BaseCommand):
    help = "Checks the chain over the events, in the database or in an exported file (docs/audit.md)."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", metavar="FILE", help="a chain that export_audit wrote")
        parser.add_argument(
            "--anchor",
            metavar="FILE",
            help="heads kept outside the desk: lines of anchor_audit, a mail, a report",
        )

    def handle(self, *, file, anchor, **options):
        try:
            anchors = chain.anchors_in(Path(anchor).read_text("utf-8")) if anchor else {}
            if anchor and not anchors:
                raise CommandError(f"{anchor} holds no anchor: “position 12, hash 1f0c…” is one.")
            head, wordless = _verify(file, anchors)
        except chain.Broken as broken:
            raise CommandError(f"The chain is broken at {broken}.") from broken
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be read: {error.strerror}.") from error
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{head.position} events are as they were sealed: {head}.")
        if wordless:
            self.stdout.write(f"{wordless} of them are told without their words, which were erased.")
        if anchor:
            self.stdout.write(f"{len(anchors)} outside anchors agree, the last at position {max(anchors)}.")
        else:
            self.stdout.write("Without an outside anchor (--anchor) a cut tail cannot be seen.")
        if head.unsealed:
            self.stdout.write(f"{head.unsealed} events are not sealed, and so not yet protected.")
        if file is None and (missing := auditing.missing_triggers()):
            self.stdout.write(f"The database does not refuse changes: {', '.join(missing)} is missing.")


def _verify(file, anchors):
    """The head of the chain, and how many events were erased."""
    if file is None:
        return auditing.verify(anchors), auditing.wordless()
    with Path(file).open(encoding="utf-8") as lines:
        head = auditing.verify_file(lines, anchors)
        lines.seek(0)
        return head, auditing.wordless(lines)
