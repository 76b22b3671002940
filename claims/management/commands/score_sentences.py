"""`manage.py score_sentences FILE.tsv`: the check-worthiness of single sentences, one a line."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.extraction import pipeline, score_sentences
from claims.intake.plain import decode
from claims.text import normalise


class Command(BaseCommand):
    help = "Reads lines `id<TAB>text`, prints lines `id<TAB>score`; a header line `id…` is skipped."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.tsv")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        try:
            lines = decode(Path(file).read_bytes()).replace("\r\n", "\n").split("\n")
        except OSError as error:
            raise CommandError(f"{file} cannot be opened: {error.strerror}.") from error
        rows = [line.partition("\t") for line in lines if line.strip()]
        if rows and rows[0][0].lower() == "id":
            rows = rows[1:]
        scores = score_sentences((normalise(text) for _id, _tab, text in rows), pipeline.load())
        for (row_id, _tab, _text), score in zip(rows, scores, strict=True):
            self.stdout.write(f"{row_id}\t{score:.4f}")
