"""A submitted article whose extraction waits, and an extractor that finds what a test tells it."""

import pytest

from claims import extraction as language
from claims.actions import articles
from claims.extraction import Candidate, Extracted, Sentence, pipeline
from claims.models import RatingScale

WORDS = "Rents rose by 9 percent in May."
OTHER_WORDS = "The mayor signed 12 leases."
TEXT = f"{WORDS}\n\n{OTHER_WORDS}\n"
SPANS = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in (WORDS, OTHER_WORDS)]
SCORES = (0.9, 0.6)


@pytest.fixture
def submit(editor, desk):
    """`submit()`: the queued extraction of a new article."""
    RatingScale.objects.create(slug="outside", name="Outside copy", kind="outside")

    def submit(text=TEXT):
        article = articles.submit_article(by=editor, text=text, kind="outside", desk=desk)
        return article.revision.extraction

    return submit


@pytest.fixture
def finding(monkeypatch):
    """`finding(step)`: from now on the extractor calls `step(text)`, then finds SPANS, with SCORES."""
    monkeypatch.setattr(pipeline, "load", lambda: None)

    def finding(step=lambda text: None):
        def find_candidates(text, blocks, *, pipeline, threshold, progress):
            progress(len(blocks), len(blocks))
            step(text)
            found = [(*span, score) for span, score in zip(SPANS, SCORES, strict=True)]
            candidates = [
                Candidate(*one, "quantity", [{"cue": "a number", "start": one[0], "end": one[1]}], "", [], [])
                for one in found
                if one[2] >= threshold
            ]
            return Extracted("en", [Sentence(*one) for one in found], candidates)

        monkeypatch.setattr(language, "find_candidates", find_candidates)

    finding()
    return finding
