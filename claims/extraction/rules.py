"""The hand-set part of the check-worthiness: what each signal says, in plain words and one number.

The direction of each weight is what a reader is told: a signal with a positive weight is a cue for a claim,
one with a negative weight a reason against it. The trained parts (scorer.py) find the score, never the words.
"""

from collections import Counter
from collections.abc import Iterable

from claims.extraction.cues import Signal

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
FOR_A_CLAIM = frozenset(name for name, (weight, _most) in WEIGHTS.items() if weight > 0)
AGAINST_A_CLAIM = frozenset(WEIGHTS) - FOR_A_CLAIM


def counts(signals: Iterable[Signal]) -> dict[str, int]:
    """How often each signal counts: repeats beyond its most say nothing new."""
    return {
        name: min(count, WEIGHTS[name][1])
        for name, count in Counter(signal.name for signal in signals).items()
    }


def logit(signals: Iterable[Signal]) -> float:
    """What the signals of a sentence say together, as log-odds: 0 is undecided."""
    return BIAS + sum(WEIGHTS[name][0] * count for name, count in counts(signals).items())
