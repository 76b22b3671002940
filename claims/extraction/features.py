"""What the trained parts of the check-worthiness read of a sentence: two views, numbers only.

Dense: the meaning of its words (vectors of a fixed table), the pipeline's own view of it, its signals.
Buckets: its runs of words and its pairs of head and dependent, hashed. A name is one word to them and a digit
one figure, so that what is learned from debates is not who stood there.
"""

import math
import re
from collections.abc import Sequence
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from claims.extraction import rules
from claims.extraction.cues import Signal
from claims.extraction.reading import Reading

Matrix = NDArray[np.floating[Any]]

BUCKETS = 2**20
SENSE = 3 * 96  # numbers in a reading's `sense`
NAMES = sorted(rules.WEIGHTS)
SUBJECTS_AND_OBJECTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})
DIGIT = re.compile(r"\d")


class Words(NamedTuple):
    """Vectors of words; row 0 is for every word that is not in `rows`, and holds zeros."""

    rows: dict[str, int]
    vectors: Matrix
    weights: Matrix  # how much a word counts in a mean: a common word little


def shape(word: str) -> str:
    """A word as the table knows it: each digit a nought."""
    return DIGIT.sub("0", word)


def dense(readings: Sequence[Reading], signals: Sequence[Sequence[Signal]], words: Words) -> Matrix:
    """One row a sentence: its words, the pipeline's view, its signals and length."""
    return np.hstack(
        [
            _words(readings, words),
            np.array([_sense(reading) for reading in readings], dtype=np.float32),
            np.array([_signals(*pair) for pair in zip(readings, signals, strict=True)], dtype=np.float32),
        ]
    )


def _words(readings: Sequence[Reading], words: Words) -> Matrix:
    """The mean word, the most of each number, the root, and the mean of subjects and objects."""
    rows: list[int] = []
    parts: list[bool] = []
    starts, roots = [], []
    for reading in readings:
        starts.append(len(rows))
        roots.append(len(rows) + (reading.deps.index("ROOT") if "ROOT" in reading.deps else 0))
        rows += [words.rows.get(shape(word), 0) for word in reading.words]
        parts += [dep in SUBJECTS_AND_OBJECTS for dep in reading.deps]
        rows.append(0)  # so that no sentence is empty
        parts.append(False)
    vectors = words.vectors[rows]

    def mean(weights: Matrix) -> Matrix:
        return np.add.reduceat(vectors * weights, starts) / (np.add.reduceat(weights, starts) + 1e-3)

    return np.hstack(
        [
            mean(words.weights[rows, None]),
            np.maximum.reduceat(vectors, starts),
            vectors[roots],
            mean(np.array(parts, dtype=np.float32)[:, None]),
        ]
    )


def _sense(reading: Reading) -> Matrix:
    return np.concatenate(reading.sense) if reading.sense else np.zeros(SENSE, dtype=np.float32)


def _signals(reading: Reading, signals: Sequence[Signal]) -> list[float]:
    counts = rules.counts(signals)
    length = len(reading.words)
    seen = [counts.get(name, 0) for name in NAMES]
    return [*seen, *(min(count, 1) for count in seen), math.log1p(length), min(length, 40), length < 6]


def buckets(reading: Reading) -> list[int]:
    """The places of a sentence's features in a table of BUCKETS, each once, in order."""
    said = ["<s>", *_said(reading), "</s>"]
    seen = {" ".join(said[n : n + size]) for size in (1, 2, 3) for n in range(len(said) - size + 1)}
    for word, head, dep, tag in zip(reading.words, reading.heads, reading.deps, reading.tags, strict=True):
        if word.isalpha():
            seen |= {
                f"{dep}:{word}",
                f"{dep}:{word}<{reading.words[head]}",
                f"{dep}:{tag}<{reading.tags[head]}",
            }
    return sorted({crc32(feature.encode()) % BUCKETS for feature in seen})


def _said(reading: Reading) -> list[str]:
    """The words, a run of names as one."""
    said: list[str] = []
    for word, tag in zip(reading.words, reading.tags, strict=True):
        if not tag.startswith("NNP"):
            said += [] if word.isspace() else [shape(word)]
        elif not said or said[-1] != "<name>":
            said.append("<name>")
    return said
