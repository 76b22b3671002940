"""The seeds without the trained model: every paragraph is a suggestion."""

import pytest

from claims import extraction
from claims.extraction import Candidate, Extracted, pipeline
from claims.management import newsroom
from claims.text import Role
from claims.text.kinds import Kind


def paragraphs_as_candidates(text, blocks, *, pipeline, threshold, published=None, progress=None):
    candidates = [
        Candidate(
            block.start,
            block.start + len(text[block.start : block.end].rstrip()),
            0.7,
            Kind.OTHER,
            [],
            "",
            [],
            [],
        )
        for block in blocks
        if block.role == Role.PARAGRAPH
    ]
    return Extracted("en", [], candidates)


@pytest.fixture
def no_model(monkeypatch):
    monkeypatch.setattr(pipeline, "load", lambda: None)
    monkeypatch.setattr(extraction, "find_candidates", paragraphs_as_candidates)


@pytest.fixture
def newsroom_people(db):
    newsroom.load_scales()
    return newsroom.load_people()
