"""What a checker would want beside what is suggested: `python -m bench.reading [FOLDER…] [--held-out DATA]`.

We read every sentence of the articles in these folders (unasked: seeds/articles and ../shared/articles).
By the SHA-256 of a file, training/articles.json and reading.json say which sentences a checker would want
and which are acceptable either way, reading.json also what is furniture, byline or dateline; nothing else is
worth a check. The guideline is that of training/invented/README.md. A wanted sentence is found when a
suggestion lies in it, or in the sentence of the body that says the same.

The weights in the repository have seen the articles of training/articles.json; nothing is ever trained on
reading.json. With `--held-out DATA` each article they have seen is judged by weights trained without it
(DATA holds claimbuster/train.tsv; minutes, with requirements-dev.txt). The disagreements, with their scores,
are words of articles: for the terminal, not for the repository.
"""

import hashlib
import json
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from bench.stack import ROOT
from bench.tables import show
from claims.extraction import find_candidates, pipeline
from claims.extraction.candidate import Candidate, Extracted
from claims.extraction.scorer import Scorer
from claims.extraction.training import examples
from claims.intake import documents
from claims.text import Span

FOLDERS = (ROOT / "seeds" / "articles", ROOT.parent / "shared" / "articles")
HEADER = ("article", "wanted", "found", "share", "suggested", "noise", "share", "furniture")
LABELS = (examples.ARTICLES, Path(__file__).with_suffix(".json"))


class Article(NamedTuple):
    """An article as we read it, with the spans of each class, and what was found in it."""

    name: str
    text: str
    labels: Mapping[str, list[Span]]
    found: Extracted

    def missed(self) -> list[Span]:
        """The wanted sentences that are not suggested and have no twin that is."""
        twins = {Span(one.start, one.end): one.twin for one in self.found.sentences}
        suggested = self.found.candidates
        return [
            span
            for span in self.labels["wanted"]
            if not any(lies_in(one, [span, twins.get(span) or span]) for one in suggested)
        ]

    def noise(self) -> list[Candidate]:
        """The suggestions nobody would miss, furniture among them."""
        worth = [*self.labels["wanted"], *self.labels["acceptable"]]
        return [one for one in self.found.candidates if not lies_in(one, worth)]

    def furniture(self) -> list[Candidate]:
        """The suggestions that reach into furniture, a byline or a dateline."""
        return [one for one in self.found.candidates if lies_in(one, self.labels["furniture"])]

    def counts(self) -> list[int]:
        """Wanted, found, suggested, noise, furniture."""
        wanted, suggested = len(self.labels["wanted"]), len(self.found.candidates)
        return [wanted, wanted - len(self.missed()), suggested, len(self.noise()), len(self.furniture())]

    def disagreements(self) -> Iterator[str]:
        """What we want and it does not suggest, and the other way round, with the score of the sentence."""
        scores = {one.start: one.score for one in self.found.sentences}
        for span in self.missed():
            yield f"missed {scores.get(span.start, 0):.2f} {self.text[slice(*span)]}"
        for one in self.noise():
            why = "furniture" if one in self.furniture() else "noise"
            yield f"{why} {one.score:.2f} {self.text[one.start : one.end]}"


def lies_in(one: Candidate, spans: list[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for span in spans)


def read(path: Path, scorers: Mapping[str, Scorer]) -> Article | None:
    """An article, judged by the weights for its SHA-256, else by those in the repository.

    None where no sentence of it is labelled as wanted.
    """
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    labels: dict[str, list[Span]] = {"wanted": [], "acceptable": [], "furniture": []}
    for file in LABELS:
        for start, end, name in json.loads(file.read_text()).get(digest, []):
            labels[name].append(Span(start, end))
    if not labels["wanted"]:
        return None
    known = path.with_suffix(".toml")  # of a sample: what its editor would give with it
    published = tomllib.loads(known.read_text()).get("published") if known.exists() else None
    text, blocks = (document := documents.read(path)).text, document.blocks
    with patch.object(pipeline, "scorer", return_value=scorers.get(digest, pipeline.scorer())):
        found = find_candidates(text, blocks, pipeline=pipeline.load(), published=published)
    return Article(path.stem[:14], text, labels, found)


def without_each(data: Path, folder: Path) -> dict[str, Scorer]:
    """For each article of the folder that is trained on, by its SHA-256: the weights without it."""
    # It wants requirements-dev.txt; the rest of this page does not.
    from claims.extraction.training import fitting

    articles = examples.articles(folder)
    if not articles:
        return {}
    every = [*examples.claimbuster(data / "claimbuster" / "train.tsv"), *examples.invented(), *articles]
    sample = fitting.read(every, pipeline.load())
    others = {
        out: [n for n, one in enumerate(every) if one.group != out] for out in {a.group for a in articles}
    }
    return {out: fitting.fit(sample.of(rows), pipeline.load()) for out, rows in others.items()}


def row(name: str, counts: list[int]) -> list[object]:
    wanted, found, suggested, noise, furniture = counts
    found_share, noise_share = (
        f"{part / (of or 1):.2f}" for part, of in ((found, wanted), (noise, suggested))
    )
    return [name, wanted, found, found_share, suggested, noise, noise_share, furniture]


def main() -> None:
    parser = ArgumentParser(prog="python -m bench.reading")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--held-out", type=Path, metavar="DATA")
    asked = parser.parse_args()
    for folder in asked.folders or filter(Path.is_dir, FOLDERS):
        scorers = without_each(asked.held_out, folder) if asked.held_out else {}
        articles = [one for path in sorted(folder.glob("*.txt")) if (one := read(path, scorers))]
        counts = [article.counts() for article in articles]
        rows = [row(article.name, each) for article, each in zip(articles, counts, strict=True)]
        rows.append(row("all", [sum(column) for column in zip(*counts, strict=True)]))
        weights = "trained without each article" if scorers else "in the repository"
        show(f"{folder.parent.name}/{folder.name}, by the weights {weights}", HEADER, rows)
        for article in articles:
            for line in article.disagreements():
                print(f"{article.name}: {' '.join(line.split())}")


if __name__ == "__main__":
    main()
