"""`manage.py anchor FILE.jsonl`: what becomes of the claims of old texts in new ones, without a database."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.anchoring import anchor
from claims.text import Span


class UnreadableLine(ValueError):
    """What is wrong with a line, as a sentence."""


class Command(BaseCommand):
    help = (
        'Reads lines {"id", "old", "new", "spans": [[start, end], …]} and prints for each, in their order, '
        '{"id", "spans": [{"class", "start", "end", "why"}]}. Offsets count code points.'
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.jsonl")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        try:
            lines = Path(file).read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
        except OSError as error:
            raise CommandError(f"{file} cannot be opened: {error.strerror}.") from error
        failed = False
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                self.stdout.write(json.dumps(anchored(line)))
            except UnreadableLine as error:
                failed = True
                self.stderr.write(f"{file}, line {number}: {error}")
        if failed:
            sys.exit(1)


def anchored(line: bytes) -> dict[str, Any]:
    """What contracts.md promises for one line. Raises UnreadableLine."""
    row = _row(line)
    spans = [_span(span, len(row["old"])) for span in row["spans"]]
    return {
        "id": row["id"],
        "spans": [
            {
                "class": one.change.value,
                "start": one.place and one.place.start,
                "end": one.place and one.place.end,
                "why": one.why,
            }
            for one in anchor(row["old"], row["new"], spans)
        ],
    }


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode())
    except (ValueError, RecursionError) as error:
        raise UnreadableLine(f"This is no JSON: {error}.") from error
    if not isinstance(row, dict):
        raise UnreadableLine("This is no JSON object.")
    for field, kind, what in (("old", str, "text"), ("new", str, "text"), ("spans", list, "list")):
        if not isinstance(row.get(field), kind):
            raise UnreadableLine(f"“{field}” is missing or no {what}.")
    if "id" not in row:
        raise UnreadableLine("“id” is missing.")
    return row


def _span(span: Any, length: int) -> Span:
    if not (isinstance(span, list) and len(span) == 2 and all(type(offset) is int for offset in span)):
        raise UnreadableLine(f"The span {json.dumps(span)} is no pair [start, end] of whole numbers.")
    if not 0 <= span[0] < span[1] <= length:
        raise UnreadableLine(
            f"The span {span} is empty or outside of “old”, which has {length:,} code points."
        )
    return Span(*span)
