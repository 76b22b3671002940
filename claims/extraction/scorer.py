"""The trained parts of the check-worthiness with their weights: numpy only, arrays in one .npz, no pickle.

Log-odds of three judges are averaged: small networks over the dense features, a logistic sum over the
buckets, and the hand-set rules. Near the cut more networks are asked, which also know what the whole sentence
means (encoder.py). Trained by `manage.py train`; the model card stands beside the weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.extraction import rules
from claims.extraction.cues import Signal
from claims.extraction.encoder import Encoder
from claims.extraction.features import Matrix, Words, buckets, dense
from claims.extraction.reading import Reading

WEIGHTS = Path(__file__).parent / "weights" / "check_worthiness.npz"
# The networks' classes: not factual, unimportant, check-worthy in a debate; not, check-worthy in writing.
# Kind of text is part of the class, so that neither's habits and share of claims rub off on the other.
CLASSES = 5
WORTHY = (2, 4)
NEAR = 1.1  # log-odds: scores from .25 to .75 are looked at again; beyond, nobody would decide otherwise
CAREFUL = 2 / 3  # the share of the networks that look again, of what all networks say


@dataclass(frozen=True)
class Networks:
    """Small networks of one hidden layer, side by side."""

    mean: Matrix  # of each feature
    deviation: Matrix
    hidden: Matrix  # networks × features × units
    hidden_bias: Matrix
    output: Matrix  # networks × units × classes
    output_bias: Matrix

    def __call__(self, features: Matrix) -> Matrix:
        """The mean of their log-odds for each row."""
        normed = np.clip((features - self.mean) / self.deviation, -6, 6)
        units = np.maximum(normed @ self.hidden + self.hidden_bias[:, None], 0)
        return _log_odds(units @ self.output + self.output_bias[:, None]).mean(axis=0)


@dataclass(frozen=True)
class Scorer:
    """The weights, as they are stored: whole or half numbers where nobody can tell the difference."""

    words: NDArray[np.uint8]  # UTF-8, one a line; their vectors follow row 0, the unknown word's
    vectors: NDArray[np.int8]
    scale: Matrix  # of each of a vector's numbers
    word_weights: NDArray[Any]
    pieces: NDArray[np.int32]  # how the words are spelled, for the encoder
    ends: NDArray[np.int32]
    networks: Networks  # over the dense features
    careful: Networks  # over these and the encoder's numbers
    buckets: NDArray[np.int32]  # those that have a weight, in order
    rarity: NDArray[Any]
    bucket_weights: NDArray[Any]  # buckets × classes
    bucket_bias: Matrix
    mix: Matrix  # shares of networks, buckets, rules; and what is added

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> Scorer:
        """Raises OSError, TypeError, ValueError or BadZipFile for what is no such file, or a part of one."""
        with np.load(path, allow_pickle=False) as stored:
            arrays = dict(stored)
        return cls(
            networks=Networks(**_taken(arrays, "networks.")),
            careful=Networks(**_taken(arrays, "careful.")),
            **arrays,
        )

    def save(self, path: Path) -> None:
        """The same weights give the same bytes."""
        with path.open("wb") as file:
            np.savez_compressed(file, **dict(_flat(asdict(self))))

    @cached_property
    def table(self) -> Words:
        """The vectors of words, unpacked."""
        words = self.words.tobytes().decode().split("\n")
        return Words(
            {word: row for row, word in enumerate(words, 1)},
            self.vectors * self.scale,
            self.word_weights.astype(np.float32),
        )

    @cached_property
    def encoder(self) -> Encoder:
        """With its layers, from its package: a quarter of a second and 90 MB."""
        return Encoder(self.table, self.pieces, self.ends)

    def unpack(self) -> tuple[Words, Encoder]:
        """What is made of the weights when it is first wanted: before a fork, it is made once for all."""
        return self.table, self.encoder

    def __call__(self, readings: Sequence[Reading], signals: Sequence[Sequence[Signal]]) -> Matrix:
        """Log-odds that each sentence is check-worthy; at least one sentence."""
        features = dense(readings, signals, self.table)
        judges = np.stack(
            [
                self.networks(features),
                self.of_buckets([buckets(reading) for reading in readings]),
                np.array([rules.logit(one) for one in signals], dtype=np.float32),
            ]
        )
        near = np.flatnonzero(np.abs(self.mix[:3] @ judges + self.mix[3]) < NEAR).tolist()
        if near:
            meant = self.encoder([readings[row] for row in near])
            again = self.careful(np.hstack([features[near], meant]))
            judges[0, near] += CAREFUL * (again - judges[0, near])
        return self.mix[:3] @ judges + self.mix[3]

    def of_buckets(self, sentences: Sequence[Sequence[int]]) -> Matrix:
        """The log-odds of a logistic sum over the buckets: rare ones count more, length does not."""
        places = np.concatenate([np.asarray(one, dtype=np.int32) for one in sentences])
        starts = np.cumsum([0, *(len(one) for one in sentences[:-1])])
        rows = np.minimum(np.searchsorted(self.buckets, places), len(self.buckets) - 1)
        rarity = np.where(self.buckets[rows] == places, self.rarity[rows].astype(np.float32), 0)
        length = np.sqrt(np.add.reduceat(rarity**2, starts))
        total = np.add.reduceat(rarity[:, None] * self.bucket_weights[rows].astype(np.float32), starts)
        return _log_odds(total / np.maximum(length, 1e-6)[:, None] + self.bucket_bias)


def _log_odds(classes: Matrix) -> Matrix:
    """Of the check-worthy classes against the others; the classes are the last axis."""
    odds = np.exp(classes - classes.max(axis=-1, keepdims=True))
    worthy = odds[..., WORTHY].sum(axis=-1)
    return np.log(worthy + 1e-6) - np.log(odds.sum(axis=-1) - worthy + 1e-6)


def _flat(parts: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """All arrays with their names; one within a part has the part's name before its own."""
    for name, part in parts.items():
        if isinstance(part, dict):
            yield from _flat(part, f"{above}{name}.")
        else:
            yield above + name, part


def _taken(arrays: dict[str, NDArray[Any]], part: str) -> dict[str, NDArray[Any]]:
    """The arrays of a part, taken out of all."""
    return {name.removeprefix(part): arrays.pop(name) for name in [*arrays] if name.startswith(part)}
