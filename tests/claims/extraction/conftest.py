"""Sentences as a pipeline would have read them, written by hand: the rules are tested without a model."""

import pytest
import spacy

from claims.extraction.cues import find_signals
from claims.extraction.pipeline import load
from claims.extraction.reading import Entity, Reading, read
from claims.text.dates import find_dates
from claims.text.numbers import find_quantities


def parsed(annotated, **entities):
    """A sentence from words written `word/TAG/dep/head` (each part after the word may be left out).

    `head` is the number of another word, counted from 0. `entities` are label="first:last".
    """
    rows = [(row.split("/") + [""] * 3)[:4] for row in annotated.split()]
    words = [row[0] for row in rows]
    starts = [sum(len(word) + 1 for word in words[:n]) for n in range(len(words))]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    spans = [(label, *map(int, span.split(":"))) for label, span in entities.items()]
    return Reading(
        text=" ".join(words),
        words=[word.lower() for word in words],
        starts=starts,
        ends=ends,
        tags=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) if row[3] else n for n, row in enumerate(rows)],
        entities=[Entity(label, first, last, starts[first], ends[last - 1]) for label, first, last in spans],
    )


@pytest.fixture
def sentence():
    return parsed


@pytest.fixture(scope="session")
def blank():
    """spaCy without a trained model: words, but no tags, parse or names."""
    return spacy.blank("en")


@pytest.fixture(scope="session")
def reads():
    """A sentence as the trained pipeline reads it, with its signals: for rules about whole sentences."""
    pipeline = load()

    def reads(text):
        reading, dates = read(pipeline(text)), find_dates(text)
        return reading, find_signals(reading, find_quantities(text, dates), dates)

    return reads
