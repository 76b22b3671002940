"""How checkable a sentence is, between 0 and 1; 0.5 and above is check-worthy, in speech and in writing.

The score is trained (scorer.py) and calibrated; the signals are what a reader is told of it (rules.py).
docs/extraction.md and weights/README.md have the figures.
"""

import math
from collections.abc import Sequence

from claims.extraction import pipeline
from claims.extraction.cues import Signal
from claims.extraction.reading import Reading
from claims.extraction.rules import AGAINST_A_CLAIM, FOR_A_CLAIM
from claims.text import Role

__all__ = ["AGAINST_A_CLAIM", "FOR_A_CLAIM", "score_all"]

BATCH = 64
# What a sentence's place says. A list item under a heading is as good as a paragraph.
BY_ROLE: dict[Role, float] = {
    Role.HEADLINE: -0.3,
    Role.SUBHEADING: -1.5,
    Role.CAPTION: -0.3,
    Role.LIST_ITEM: 0.25,
}


def score_all(
    readings: Sequence[Reading], signals: Sequence[Sequence[Signal]], roles: Sequence[Role]
) -> list[float]:
    """The check-worthiness of sentences of equal number and order, rounded to four places."""
    once = {reading.text: n for n, reading in enumerate(readings)}  # the same words are judged once
    rows = [*once.values()]
    logits: dict[str, float] = {}
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        judged = pipeline.scorer()([readings[n] for n in part], [signals[n] for n in part]).tolist()
        logits |= zip((readings[n].text for n in part), judged, strict=True)
    return [
        round(1 / (1 + math.exp(-logits[reading.text] - BY_ROLE.get(role, 0.0))), 4)
        for reading, role in zip(readings, roles, strict=True)
    ]
