"""A submitted article whose extraction waits, and an extractor that finds what a test tells it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from claims import extraction as language
from claims.actions import articles
from claims.extraction import Candidate, Extracted, Sentence, pipeline
from claims.jobs import leases
from claims.models import Extraction, RatingScale
from claims.text import Span

WORDS = "Rents rose by 9 percent in May."
OTHER_WORDS = "The mayor signed 12 leases."
TEXT = f"{WORDS}\n\n{OTHER_WORDS}\n"
SPANS = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in (WORDS, OTHER_WORDS)]
SCORES = (0.9, 0.6)
ARTICLE_DATE = date(2025, 5, 12)
FACTS = [{"kind": "number", "start": SPANS[0][0] + 14, "end": SPANS[0][0] + 23}]
NOTICE = "It is not said where this was."


@pytest.fixture
def submit(editor, desk):
    """`submit()`: the queued extraction of a new article."""
    RatingScale.objects.create(slug="outside", name="Outside copy", kind="outside")

    def submit(text=TEXT, **said):
        article = articles.submit_article(by=editor, text=text, kind="outside", desk=desk, **said)
        return article.revision.extraction

    return submit


@pytest.fixture
def finding(monkeypatch):
    """`finding(step)`: from now on the extractor calls `step(text)`, then finds SPANS, with SCORES.

    The article is printed as of ARTICLE_DATE; the first of the spans needs a word more to stand alone.
    """
    monkeypatch.setattr(pipeline, "load", lambda: None)

    def finding(step=lambda text: None):
        def find_candidates(text, blocks, *, pipeline, threshold, published, progress):
            progress(len(blocks), len(blocks))
            step(text)
            found = [(*span, score) for span, score in zip(SPANS, SCORES, strict=True)]
            candidates = [
                Candidate(
                    *one,
                    "quantity",
                    [{"cue": "a number", "start": one[0], "end": one[1]}],
                    "",
                    [],
                    [],
                    names=[],
                    standalone=text[one[0] : one[1]].replace("May", "May [2025]"),
                )
                for one in found
                if one[2] >= threshold
            ]
            sentences = [
                Sentence(*found[0], twin=Span(*SPANS[1])),
                Sentence(*found[1], against=[{"cue": "a judgement", "start": 40, "end": 42}]),
            ]
            return Extracted("en", sentences, candidates, published or ARTICLE_DATE, [NOTICE], FACTS)

        monkeypatch.setattr(language, "find_candidates", find_candidates)

    finding()
    return finding


def let_its_lease_run_out(extraction):
    Extraction.objects.filter(pk=extraction.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    leases.put_back_dead(Extraction)


def stored_spans(extraction):
    return sorted(extraction.revision.claims.values_list("start", "end"))
