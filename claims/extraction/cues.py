"""The signals of one sentence: each has a plain name and the characters it was seen in.

Signals for a claim become the cues a checker reads; signals against one only lower the score.
Reads whatever the pipeline left on the tokens (fine tags, names); without a trained model the words alone speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from claims.extraction import vocabulary as words
from claims.text.dates import find_dates
from claims.text.numbers import find_quantities

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
QUOTED = re.compile(r"[“\"«][^“”\"«»]{3,}[”\"»]|(?<!\w)[‘'][^‘’']{3,}[’'](?!\w)")
LEXICAL = {
    "reported speech": words.SAY,
    "a cause": words.CAUSE,
    "a comparison": words.COMPARISON,
    "a superlative": words.SUPERLATIVE,
    "a law or rule": words.LAW,
    "a title": words.TITLES,
    "a prediction": words.PREDICTION,
    "a judgement": words.OPINION,
    "advice": words.ADVICE,
    "a generality": words.GENERALITY,
    "the speaker": words.FIRST_PERSON,
    "the listener": words.SECOND_PERSON,
}


class Signal(NamedTuple):
    """Offsets into the sentence's own text."""

    name: str
    start: int
    end: int


def find_signals(doc: Doc) -> list[Signal]:
    """The signals of one sentence, in order of their place."""
    text = doc.text
    signals = [Signal("a number", q["start"], q["end"]) for q in find_quantities(text)]
    signals += [Signal("a date", d["start"], d["end"]) for d in find_dates(text)]
    signals += [Signal("a name", e.start_char, e.end_char) for e in doc.ents if e.label_ in NAMES]
    signals += [Signal("a quotation", m.start(), m.end()) for m in QUOTED.finditer(text)]
    signals += _of_words(doc)
    signals += _of_shape(doc)
    return sorted(signals, key=lambda signal: (signal.start, signal.end, signal.name))


def _of_words(doc: Doc) -> Iterator[Signal]:
    for token in doc:
        lower = token.lower_
        for name, vocabulary in LEXICAL.items():
            if lower in vocabulary:
                yield _signal(name, token)
        tag = token.tag_
        if tag == "VBD" or (tag == "VBN" and _follows_have_or_be(token)):
            yield _signal("something that happened", token)
        elif tag in {"VBZ", "VBP"}:
            yield _signal("a state", token)


def _of_shape(doc: Doc) -> Iterator[Signal]:
    text = doc.text
    if text.rstrip("\"'”’) ").endswith("?"):
        yield Signal("a question", len(text) - 1, len(text))
    first = next((token for token in doc if token.is_alpha), None)
    if first is not None and first.tag_ == "VB":
        yield _signal("an instruction", first)
    tagged = doc.has_annotation("TAG")
    if tagged and not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in doc):
        yield Signal("no statement", 0, len(text))
    if sum(token.is_alpha for token in doc) < 5:
        yield Signal("a few words", 0, len(text))


def _signal(name: str, token: Token) -> Signal:
    return Signal(name, token.idx, token.idx + len(token))


def _follows_have_or_be(token: Token) -> bool:
    window = token.doc[max(0, token.i - 4) : token.i]
    return any(other.lower_ in {"has", "have", "had", "was", "were", "been", "'ve", "’ve"} for other in window)
