"""`manage.py train`: the weights of the check-worthiness anew, from labelled sentences.

From debates (ClaimBuster) and the invented sentences of claims/extraction/training always; from the labelled
articles and the house's own labels (`house_labels --text`) where given. The same files give the same bytes.
"""

from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.extraction import pipeline
from claims.extraction.training import examples


class Command(BaseCommand):
    help = "Trains the check-worthiness and writes check_worthiness.npz to a folder."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--claimbuster", required=True, type=Path, metavar="FILE", help="its train.tsv")
        parser.add_argument("--articles", type=Path, metavar="FOLDER", help="the articles that are labelled")
        parser.add_argument(
            "--house", type=Path, metavar="FILE.jsonl", action="append", default=[],
            help="what house_labels --text wrote; may be given several times",
        )  # fmt: skip
        parser.add_argument("--output", required=True, type=Path, metavar="FOLDER")

    def handle(
        self,
        *args: Any,
        claimbuster: Path,
        articles: Path | None,
        house: list[Path],
        output: Path,
        **options: Any,
    ) -> None:
        labelled = read_or_refuse(examples.claimbuster, claimbuster) + examples.invented()
        if articles:
            labelled += read_or_refuse(examples.articles, articles)
        for file in house:
            labelled += read_or_refuse(examples.house, file)
        try:
            fitting = import_module("claims.extraction.training.fitting")
        except ModuleNotFoundError as error:
            raise CommandError(
                f"Training needs {error.name}, which production does not: install requirements-dev.txt."
            ) from error
        self.stderr.write(f"{len(labelled)} labelled sentences")
        loaded = pipeline.load()
        try:
            output.mkdir(parents=True, exist_ok=True)
            fitting.fit(fitting.read(labelled, loaded), loaded).save(output / "check_worthiness.npz")
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
        except ValueError as error:
            raise CommandError(f"{error}.") from error
        self.stdout.write(str(output / "check_worthiness.npz"))


def read_or_refuse(reader: Any, path: Path) -> list[examples.Example]:
    """The labels of a file or folder, or a sentence that says what is wrong with it."""
    try:
        labels: list[examples.Example] = reader(path)
    except OSError as error:
        raise CommandError(f"{path} cannot be opened: {error.strerror}.") from error
    except KeyError as error:
        raise CommandError(f"{path} has no column {error}.") from error
    except ValueError as error:
        raise CommandError(f"{path}: {error}.") from error
    if not labels:
        raise CommandError(f"{path} holds nothing that is labelled.")
    return labels
