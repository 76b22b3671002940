"""Fitting the trained parts to labelled sentences; the same examples give the same weights."""

import warnings
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from spacy.language import Language

from claims.extraction.cues import Signal
from claims.extraction.encoder import Encoder
from claims.extraction.features import BUCKETS, Words, buckets, dense
from claims.extraction.reader import Reader
from claims.extraction.reading import Reading
from claims.extraction.scorer import CLASSES, Networks, Scorer
from claims.extraction.training import vectors
from claims.extraction.training.examples import Example

NETWORKS = 4
UNITS = 64
ROUNDS = 20
SEEN = 3  # sentences a bucket must stand in before it is given a weight
MIX = (0.5, 0.38, 0.12, 0.0)  # networks, buckets, rules, and what is added


class Sample(NamedTuple):
    """Examples with what the pipeline read in them."""

    examples: list[Example]
    readings: list[Reading]
    signals: list[list[Signal]]

    def of(self, rows: Sequence[int]) -> "Sample":
        """The examples of these rows."""
        return Sample(
            [self.examples[row] for row in rows],
            [self.readings[row] for row in rows],
            [self.signals[row] for row in rows],
        )


def read(examples: list[Example], pipeline: Language) -> Sample:
    """The examples as the pipeline reads them: a sentence at a time, without its article."""
    found = Reader(pipeline).read([example.text for example in examples])
    return Sample(examples, [one.reading for one in found], [one.signals for one in found])


def fit(sample: Sample, pipeline: Language) -> Scorer:
    """The weights that fit the examples. Raises ValueError where a class has none."""
    labels = np.array([example.label for example in sample.examples])
    if set(labels.tolist()) != set(range(CLASSES)):
        raise ValueError("There is a class without an example")
    words = vectors.table(pipeline, sample.readings)
    known = Words(
        {word: row for row, word in enumerate(words.words, 1)},
        words.vectors * words.scale,
        words.weights.astype(np.float32),
    )
    weights = np.array([example.weight for example in sample.examples])
    features = dense(sample.readings, sample.signals, known)
    pieces, ends = vectors.spelling(tuple(words.words))
    meant = Encoder(known, pieces, ends)(sample.readings)
    return Scorer(
        words=np.frombuffer("\n".join(words.words).encode(), dtype=np.uint8),
        vectors=words.vectors,
        scale=words.scale,
        word_weights=words.weights,
        pieces=pieces,
        ends=ends,
        networks=_networks(features, labels, weights),
        careful=_networks(np.hstack([features, meant]), labels, weights),
        mix=np.array(MIX, dtype=np.float32),
        **_buckets([buckets(reading) for reading in sample.readings], labels, weights),
    )


def _networks(features: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> Networks:
    mean, deviation = features.mean(axis=0), features.std(axis=0) + 1e-6
    normed = np.clip((features - mean) / deviation, -6, 6)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # so many rounds are meant, no more
        networks = [
            MLPClassifier((UNITS,), alpha=5, max_iter=ROUNDS, batch_size=256, random_state=seed).fit(
                normed, labels, sample_weight=weights
            )
            for seed in range(NETWORKS)
        ]
    return Networks(
        mean=mean,
        deviation=deviation,
        hidden=np.stack([one.coefs_[0] for one in networks]),
        hidden_bias=np.stack([one.intercepts_[0] for one in networks]),
        output=np.stack([one.coefs_[1] for one in networks]),
        output_bias=np.stack([one.intercepts_[1] for one in networks]),
    )


def _buckets(sentences: list[list[int]], labels: np.ndarray, weights: np.ndarray) -> dict[str, np.ndarray]:
    ends = np.cumsum([0, *map(len, sentences)])
    counts = csr_matrix(
        (np.ones(ends[-1]), np.concatenate([np.array(one, dtype=np.int64) for one in sentences]), ends),
        shape=(len(sentences), BUCKETS),
    )
    seen = np.bincount(counts.indices, minlength=BUCKETS)
    kept = np.flatnonzero(seen >= SEEN)
    rarity = (np.log((1 + len(sentences)) / (1 + seen[kept])) + 1).astype(np.float16)
    weighed = counts[:, kept] @ diags(rarity.astype(np.float64))
    length = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    weighed = diags(1 / np.maximum(length, 1e-6)) @ weighed
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = LogisticRegression(C=3, max_iter=60).fit(weighed, labels, sample_weight=weights)
    return {
        "buckets": kept.astype(np.int32),
        "rarity": rarity,
        "bucket_weights": model.coef_.T.astype(np.float16),
        "bucket_bias": model.intercept_.astype(np.float32),
    }
