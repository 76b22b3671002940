"""How checkable a sentence is: a logistic sum of named signals with weights set by hand.

`score = 1 / (1 + exp(-(BIAS + sum of weight × count, each count capped)))`; 0.5 and above is check-worthy.
docs/extraction.md has the figures that the weights were chosen by.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from claims.extraction.cues import Signal
from claims.extraction.reading import Reading
from claims.text import Role

BIAS = -1.45

# name of the signal: (weight, most occurrences that count)
WEIGHTS: dict[str, tuple[float, int]] = {
    "a number": (1.4, 2),
    "a sum or share": (1.2, 1),
    "something that has happened": (1.1, 1),
    "something that happened": (0.9, 2),
    "something counted": (0.7, 2),
    "a law or rule": (0.7, 2),
    "a named source": (0.6, 1),
    "a count": (0.6, 1),
    "an event in passing": (0.5, 2),
    "a comparison": (0.5, 2),
    "a superlative": (0.5, 1),
    "a name": (0.45, 3),
    "a named actor": (0.4, 1),
    "a date": (0.4, 2),
    "reported speech": (0.4, 1),
    "something said": (0.4, 1),
    "a quotation": (0.3, 1),
    "a cause": (0.3, 1),
    "a title": (0.1, 1),
    "how things stand": (0.1, 1),
    "a generality": (-0.2, 2),
    "the listener": (-0.3, 2),
    "a comment": (-0.3, 1),
    "a possibility": (-0.3, 3),
    "a judgement": (-0.35, 3),
    "the speaker": (-0.45, 2),
    "the author's verdict": (-0.5, 1),
    "an instruction": (-0.5, 1),
    "advice": (-0.6, 1),
    "no statement": (-0.7, 1),
    "a few words": (-0.8, 1),
    "a prediction": (-0.8, 2),
    "an interpretation": (-0.8, 1),
    "a question": (-2.0, 1),
}
# What a sentence's place says. A list item under a heading is as good as a paragraph.
BY_ROLE: dict[Role, float] = {
    Role.HEADLINE: -0.3,
    Role.SUBHEADING: -1.5,
    Role.CAPTION: -0.3,
    Role.LIST_ITEM: 0.25,
}

FOR_A_CLAIM = frozenset(name for name, (weight, _most) in WEIGHTS.items() if weight > 0)
AGAINST_A_CLAIM = frozenset(WEIGHTS) - FOR_A_CLAIM


def score_all(
    readings: Sequence[Reading], signals: Sequence[Sequence[Signal]], roles: Sequence[Role]
) -> list[float]:
    """The check-worthiness of sentences of equal number and order, each between 0 and 1."""
    return [score(here, role) for _reading, here, role in zip(readings, signals, roles, strict=True)]


def score(signals: Iterable[Signal], role: Role = Role.PARAGRAPH) -> float:
    """The check-worthiness of a sentence with these signals, rounded to four places."""
    counts = Counter(signal.name for signal in signals)
    total = BIAS + BY_ROLE.get(role, 0.0)
    for name, count in counts.items():
        weight, most = WEIGHTS[name]
        total += weight * min(count, most)
    return round(1 / (1 + math.exp(-total)), 4)
