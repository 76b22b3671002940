"""An article of two claims side by side, and claims on any of its words."""

import pytest

from claims.models import Claim
from claims.search import add_claims
from tests.claims.actions.words_before.steps import TEXT, stored
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def article(desk):
    return ArticleFactory(desk=desk, text=TEXT)


@pytest.fixture
def make(article):
    """`make(words, …)`: a claim on these words with all that the extractor may tell of them."""

    def make(words, **fields):
        start, end = TEXT.index(words), TEXT.index(words) + len(words)
        found = {
            "cues": [{"cue": "something said", "start": start, "end": start + 2}],
            "names": [{"text": words[:3], "start": start, "end": start + 3, "name": "Jane Doe"}],
            "quantities": [
                {"start": start, "end": end, "text": words, "number": 9.5, "unit": "", "approximate": True}
            ],
            "standalone": f"{words} [in Berlin]",
            "kind": "cause",
        }
        claim = ClaimFactory(article=article, start=start, end=end, **found | fields)
        Claim.objects.filter(pk=claim.pk).update(priority=sum(part.points for part in claim.priority_parts()))
        add_claims([claim.pk])
        return stored(claim)

    return make
