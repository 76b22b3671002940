"""Labelled sentences to train on: debates, our invented news sentences, articles, and the house's own labels.

Nothing else may be trained on: the other sets are other people's and only measured (bench/worthiness.py).
"""

import csv
import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from claims.extraction.finding import sentences_in
from claims.intake import documents
from claims.text import normalise
from claims.text.spans import WITHOUT_CLAIMS

HERE = Path(__file__).parent
INVENTED = HERE / "invented"
ARTICLES = HERE / "articles.json"

DEBATE = {"NFS": 0, "UFS": 1, "CFS": 2}
NOT, WORTHY = 3, 4  # in writing
OWN = 2.0  # how much a label of our own counts: there are eight times as many sentences of debates


class Example(NamedTuple):
    """A sentence with its class (of scorer.CLASSES) and how much it counts.

    `group` is what must not be parted when some are held back for a test: a debate, an article.
    """

    text: str
    label: int
    weight: float
    group: str

    @property
    def is_worthy(self) -> bool:
        return self.label in {DEBATE["CFS"], WORTHY}


def claimbuster(path: Path) -> list[Example]:
    """Sentences of debates (train.tsv); the cleaner part counts more, what is factual but dull less."""
    return [
        Example(normalise(row["text"]), DEBATE[row["label3"]], _weight(row), row["doc"])
        for row in table(path)
    ]


def _weight(row: dict[str, str]) -> float:
    weight = 1.3 if row["in_25ncs"] == "1" else 0.6 if row["label3"] == "UFS" else 1.0
    # As if there were more of them: the cut of the best F1 is then at 0.5.
    return weight * (1.8 if row["label3"] == "CFS" else 1.0)


def invented(folder: Path = INVENTED) -> list[Example]:
    """The sentences that were written for this; neighbours in a file are often about the same."""
    return [
        Example(
            normalise(row["text"]),
            WORTHY if row["class"] == "check_worthy" else NOT,
            OWN,
            f"{path.stem} {number // 25:02}",
        )
        for path in sorted(folder.glob("*.tsv"))
        for number, row in enumerate(table(path))
    ]


def articles(folder: Path, labels: Path = ARTICLES) -> list[Example]:
    """The sentences of the labelled articles in a folder; what would be acceptable either way is left out.

    The labels are offsets with "wanted" or "acceptable" by the SHA-256 of a file; its other sentences are not
    worth a check. Files without labels are passed over.
    """
    examples = []
    by_digest = json.loads(labels.read_text(encoding="utf-8"))
    for path in sorted(folder.glob("*.txt")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        classes = {(start, end): name for start, end, name in by_digest.get(digest, [])}
        document = documents.read(path)
        for block in document.blocks if classes else []:
            if block.role in WITHOUT_CLAIMS:
                continue
            for span in sentences_in(document.text, block):
                name = classes.get((span.start, span.end), "not")
                if name != "acceptable":
                    label = WORTHY if name == "wanted" else NOT
                    examples.append(Example(document.text[span.start : span.end], label, OWN, digest))
    return examples


def house(path: Path) -> list[Example]:
    """What the desks accepted, dismissed and marked: the file that `house_labels --text` writes.

    Raises ValueError with the line that is not such a label.
    """
    examples = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            label = {"check_worthy": WORTHY, "not_check_worthy": NOT}[row["class"]]
            examples.append(Example(normalise(row["sentence"]), label, OWN, row["sha256"]))
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"line {number} is no label with its words (house_labels --text)") from error
    return examples


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated file with a header line and no quoting."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
