"""`manage.py extract FILE…`: intake and extraction without a database."""

import json
import sys
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand

from claims.extraction import find_candidates, pipeline
from claims.intake import documents


class Command(BaseCommand):
    help = "Reads text files and prints one JSON object a line: text, blocks, sentences and claims."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument(
            "--date",
            dest="published",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="the day the texts appeared; unasked, the printed date counts",
        )

    def handle(self, *args: Any, files: list[str], published: date | None, **options: Any) -> None:
        failed = False
        for file in files:
            try:
                result = extract(file, published=published)
            except documents.UnreadableFile as error:
                failed, result = True, {"file": file, "error": str(error)}
            self.stdout.write(json.dumps(result, ensure_ascii=False))
        if failed:
            sys.exit(1)


def extract(file: str, published: date | None = None) -> dict[str, Any]:
    """What contracts.md promises for one file, which appeared on `published`. Raises UnreadableFile."""
    document = documents.read(file)
    found = find_candidates(document.text, document.blocks, pipeline=pipeline.load(), published=published)
    return {
        "file": file,
        "language": found.language,
        "title": document.title,
        "text": document.text,
        "blocks": [block._asdict() for block in document.blocks],
        "sentences": [
            sentence._asdict() | {"twin": sentence.twin and sentence.twin._asdict()}
            for sentence in found.sentences
        ],
        "claims": [
            {
                "start": candidate.start,
                "end": candidate.end,
                "text": document.text[candidate.start : candidate.end],
                **candidate._asdict(),
            }
            for candidate in found.candidates
        ],
        "date": found.date and found.date.isoformat(),
        "notices": list(found.notices),
    }
