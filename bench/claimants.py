"""Who says it, on the labelled articles of a folder: `python -m bench.claimants FOLDER`.

claimants.json names the articles by the SHA-256 of their files, and of each sentence that reports what was
said, by our own reading, where it stands and where the article names its source most fully (offsets into
the text). Right is a claimant that begins with that name: "the general and his officers" is the general.
Sentences without a label that get a claimant are listed too: they are not all wrong.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import NamedTuple

from bench.tables import show
from claims.extraction import pipeline
from claims.extraction.claimants import attribute
from claims.extraction.finding import sentences_in
from claims.extraction.names import Names
from claims.extraction.reader import Reader
from claims.intake import documents
from claims.text import Span

LABELS: dict[str, list[list[int]]] = json.loads(Path(__file__).with_suffix(".json").read_text())


class Attributed(NamedTuple):
    """A sentence with a claimant, found or labelled; "" where there is none."""

    words: str
    labelled: str
    found: str

    @property
    def is_right(self) -> bool:
        return self.found.casefold().startswith(self.labelled.casefold())


def measure(path: Path) -> list[Attributed]:
    """The sentences of one labelled article that somebody says, by the label or by what was found."""
    content = path.read_bytes()
    text, blocks = (document := documents.read(path)).text, document.blocks
    labels = {
        Span(start, end): text[first:last]
        for start, end, first, last in LABELS[hashlib.sha256(content).hexdigest()]
    }
    spans = [span for block in blocks for span in sentences_in(text, block)]
    readings = [read.reading for read in Reader(pipeline.load()).read([text[slice(*span)] for span in spans])]
    names = Names()
    for reading in readings:
        names.meet(reading)
    rows = zip(spans, attribute(readings, names), strict=True)
    return [
        Attributed(text[slice(*span)], labels.get(span, ""), found)
        for span, found in rows
        if found or span in labels
    ]


def known(folder: Path) -> list[Path]:
    """The labelled articles in a folder."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return [path for path in files if hashlib.sha256(path.read_bytes()).hexdigest() in LABELS]


def main() -> None:
    rows, others = [], []
    for path in known(Path(sys.argv[1])):
        found = measure(path)
        labelled = [one for one in found if one.labelled]
        rows.append((path.name[:12], len(labelled), sum(one.is_right for one in labelled)))
        others += [one for one in found if not one.labelled or not one.is_right]
    rows.append(("all", sum(row[1] for row in rows), sum(row[2] for row in rows)))
    show("Claimants of attributed sentences", ("article", "attributed", "right"), rows)
    for one in others:
        print(f"\nfound {one.found!r}, labelled {one.labelled!r}: {one.words[:100]}")


if __name__ == "__main__":
    main()
