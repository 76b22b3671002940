"""Check-worthiness against labels nobody here wrote: `python -m bench.worthiness FOLDER`.

FOLDER holds `claimbuster/train.tsv`, `subj_news/{train,dev}.tsv` and `babe/train.tsv` (tab-separated, no
quoting). The sets are other people's and not in the repository; nothing but ClaimBuster may be trained on.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.tables import show
from claims.extraction import pipeline, score_sentences
from claims.text import normalise

CUT = 0.5


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a set; an empty list where the file is not there."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def f1(wanted: Sequence[bool], said: Sequence[bool]) -> float:
    """F1 of the positive class."""
    hits = sum(w and s for w, s in zip(wanted, said, strict=True))
    return 2 * hits / ((sum(wanted) + sum(said)) or 1)


def macro_f1(wanted: Sequence[bool], said: Sequence[bool]) -> float:
    """The mean of the F1 of both classes."""
    return (f1(wanted, said) + f1([not w for w in wanted], [not s for s in said])) / 2


def average_precision(wanted: Sequence[bool], scores: Sequence[float]) -> float:
    """Precision at each wanted sentence in the order of scores, averaged; equal scores as they come."""
    ranked = [w for _score, w in sorted(zip(scores, wanted, strict=True), key=lambda pair: -pair[0])]
    hits, total = 0, 0.0
    for place, is_wanted in enumerate(ranked, 1):
        if is_wanted:
            hits += 1
            total += hits / place
    return total / (hits or 1)


def auc(wanted: Sequence[bool], scores: Sequence[float]) -> float:
    """How often a wanted sentence scores above another; a tie counts half."""
    ordered = sorted(zip(scores, wanted, strict=True))
    below, area, start = 0.0, 0.0, 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end][0] == ordered[start][0]:
            end += 1
        here = sum(w for _score, w in ordered[start:end])
        area += here * (below + (end - start - here) / 2)
        below += end - start - here
        start = end
    positives = sum(wanted)
    return area / (positives * (len(wanted) - positives) or 1)


def measured(rows: list[dict[str, str]], column: str, positive: str) -> tuple[list[bool], list[float]]:
    """Labels and scores of a set."""
    scores = score_sentences((normalise(row["text"]) for row in rows), pipeline.load())
    return [row[column] == positive for row in rows], scores


def line(name: str, wanted: list[bool], scores: list[float]) -> list[str]:
    """One row of the table."""
    said = [score >= CUT for score in scores]
    figures = (
        f1(wanted, said),
        macro_f1(wanted, said),
        average_precision(wanted, scores),
        auc(wanted, scores),
        sum(said) / len(said),
    )
    return [name, str(len(wanted)), *(f"{figure:.3f}" for figure in figures)]


def lines(folder: Path) -> Iterator[list[str]]:
    if rows := read(folder / "claimbuster" / "train.tsv"):
        wanted, scores = measured(rows, "label", "1")
        yield line("ClaimBuster", wanted, scores)
        clean = [n for n, row in enumerate(rows) if row["in_25ncs"] == "1"]
        yield line("ClaimBuster 2.5xNCS", [wanted[n] for n in clean], [scores[n] for n in clean])
    for part in ("dev", "train"):
        if rows := read(folder / "subj_news" / f"{part}.tsv"):
            yield line(f"subj_news {part}: objective", *measured(rows, "label", "OBJ"))
    rows = [row for row in read(folder / "babe" / "train.tsv") if row["opinion"] in {"factual", "opinion"}]
    if rows:
        yield line("babe: factual, not opinion", *measured(rows, "opinion", "factual"))


if __name__ == "__main__":
    header = ["set", "sentences", "F1", "macro-F1", "AP", "AUC", "share"]
    show("Check-worthiness at 0.5", header, lines(Path(sys.argv[1])))
