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
    """`finding(step)`: from now on the extractor calls `step(text)`, then finds SPANS."""
    monkeypatch.setattr(pipeline, "load", lambda: None)

    def finding(step=lambda text: None):
        def find_candidates(text, blocks, *, pipeline, progress):
            progress(len(blocks), len(blocks))
            step(text)
            sentences = [Sentence(start, end, 0.9) for start, end in SPANS]
            candidates = [
                Candidate(
                    start, end, 0.9, "quantity", [{"cue": "a number", "start": start, "end": end}], "", [], []
                )
                for start, end in SPANS
            ]
            return Extracted("en", sentences, candidates)

        monkeypatch.setattr(language, "find_candidates", find_candidates)

    finding()
    return finding
