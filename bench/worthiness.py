"""Check-worthiness against labels: `python -m bench.worthiness FOLDER [ARTICLES]`.

FOLDER holds `claimbuster/train.tsv`, `subj_news/{train,dev}.tsv` and `babe/train.tsv` (tab-separated, no
quoting), ARTICLES the articles that training/articles.json labels. The sets are other people's and not in the
repository. The first table asks the weights in the repository about sentences they were not trained on. The
second trains four times (some minutes, with requirements-dev.txt): whole debates, articles and stretches of
the invented sentences are held back in turn, and each sentence is judged by weights that never saw its group.
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.stack import ROOT
from bench.tables import show
from claims.extraction import pipeline, score_sentences
from claims.extraction.training import examples
from claims.extraction.training.examples import Example
from claims.text import normalise

CUT = 0.5
FOLDS = 4
HELD_OUT = ROOT / "tests" / "claims" / "extraction"
READING = ROOT / "bench" / "subj_news_reading.json"  # ids by class: objective and check-worthy are two things


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


def line(name: str, wanted: Sequence[bool], scores: Sequence[float]) -> list[str]:
    """One row of a table."""
    said = [score >= CUT for score in scores]
    figures = (
        f1(wanted, said),
        macro_f1(wanted, said),
        average_precision(wanted, scores),
        auc(wanted, scores),
        sum(wanted) / len(wanted),
        sum(said) / len(said),
    )
    return [name, str(len(wanted)), *(f"{figure:.3f}" for figure in figures)]


def never_trained_on(folder: Path) -> Iterator[list[str]]:
    """The news sets, and sentences of our own that are kept for this."""
    opinions = {"factual", "opinion"}  # where the annotators agreed on one
    dev, read = folder / "subj_news" / "dev.tsv", json.loads(READING.read_text(encoding="utf-8"))
    worthy = set(read["check_worthy"])
    sets = [
        ("subj_news dev: objective", dev, "label", {"OBJ"}, {"OBJ", "SUBJ"}),
        ("subj_news dev, by our own reading of check-worthiness", dev, "id", worthy, worthy | {*read["not"]}),
        ("subj_news train: objective", folder / "subj_news" / "train.tsv", "label", {"OBJ"}, {"OBJ", "SUBJ"}),
        ("babe: factual, not opinion", folder / "babe" / "train.tsv", "opinion", {"factual"}, opinions),
        *(
            (f"invented, {path.stem}", path, "class", {"check_worthy"}, {"check_worthy", "not"})
            for path in sorted(HELD_OUT.glob("held_out_*.tsv"))
        ),
    ]  # fmt: skip
    for name, path, column, positive, classes in sets:
        if rows := [row for row in (examples.table(path) if path.exists() else []) if row[column] in classes]:
            scores = score_sentences((normalise(row["text"]) for row in rows), pipeline.load())
            yield line(name, [row[column] in positive for row in rows], scores)


def held_back(debates: Path, articles: Path | None) -> Iterator[list[str]]:
    """What is trained on, judged by weights that were trained without its group."""
    sources = {"ClaimBuster (debates)": examples.claimbuster(debates), "invented": examples.invented()}
    if articles:
        sources["articles, by sentence"] = examples.articles(articles)
    every = [example for source in sources.values() for example in source]
    wanted = [example.is_worthy for example in every]
    scores = cross_validated(every, [fold for source in sources.values() for fold in folds(source)])
    start = 0
    for name, source in sources.items():
        here = slice(start, start + len(source))
        yield line(name, wanted[here], scores[here])
        start += len(source)
    clean = [n for n, row in enumerate(examples.table(debates)) if row["in_25ncs"] == "1"]  # they stand first
    yield line("ClaimBuster's 2.5xNCS part", [wanted[n] for n in clean], [scores[n] for n in clean])


def folds(source: list[Example]) -> list[int]:
    """The fold of each example: the groups of a source, debates by their date, are dealt out in turn."""
    dealt = {group: n % FOLDS for n, group in enumerate(sorted({example.group for example in source}))}
    return [dealt[example.group] for example in source]


def cross_validated(every: list[Example], fold: list[int]) -> list[float]:
    """The score of each example by weights trained on the folds it is not in."""
    from claims.extraction.training import fitting

    sample = fitting.read(every, pipeline.load())
    scores = [0.0] * len(every)
    for this in range(FOLDS):
        inside = [n for n in range(len(every)) if fold[n] == this]
        rest = [n for n in range(len(every)) if fold[n] != this]
        judged = sample.of(inside)
        logits = fitting.fit(sample.of(rest), pipeline.load())(judged.readings, judged.signals)
        for n, logit in zip(inside, logits.tolist(), strict=True):
            scores[n] = 1 / (1 + math.exp(-logit))
    return scores


if __name__ == "__main__":
    header = ["set", "sentences", "F1", "macro-F1", "AP", "AUC", "share", "said"]
    data = Path(sys.argv[1])
    show("Never trained on, with the weights in the repository", header, never_trained_on(data))
    debates = data / "claimbuster" / "train.tsv"
    if debates.exists():
        articles = Path(sys.argv[2]) if sys.argv[2:] else None
        show(f"Held back in turn, {FOLDS} folds", header, held_back(debates, articles))
