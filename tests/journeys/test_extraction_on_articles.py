"""The trained model over real articles: what a checker wants is found, little noise, no furniture.

The articles are other people's and not in the repository: they are read from the folder `shared/articles`
beside it, or from ARTICLES. training/articles.json names them by SHA-256 and holds our own reading of their
sentences: offsets and "wanted" or "acceptable"; every other sentence would be noise as a suggestion.
"""

import hashlib
import json
import os
from pathlib import Path

import pytest

from claims.extraction import find_candidates, pipeline
from claims.extraction.training.examples import ARTICLES
from claims.intake import documents
from claims.text import Role
from claims.text.spans import WITHOUT_CLAIMS

HERE = Path(__file__).parent
FOLDER = Path(os.environ.get("ARTICLES") or HERE.parents[2] / "shared" / "articles")
LABELS = json.loads(ARTICLES.read_text())
FILES = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in sorted(FOLDER.glob("*.txt"))}
KNOWN = [digest for digest in LABELS if digest in FILES]

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(
        len(KNOWN) < len(LABELS), reason="the articles are not here; set ARTICLES to their folder"
    ),
]


@pytest.fixture(scope="module")
def extracted():
    """By SHA-256: the document and what was found in it."""
    found = {}
    for digest in KNOWN:
        document = documents.read(FILES[digest])
        found[digest] = document, find_candidates(document.text, document.blocks, pipeline=pipeline.load())
    return found


def holding(digest, candidate):
    """The labelled sentence (start, end, label) that holds a suggestion; None for noise."""
    return next(
        (one for one in LABELS[digest] if one[0] <= candidate.start and candidate.end <= one[1]), None
    )


def test_eight_in_ten_wanted_claims_are_found(extracted):
    missed = []
    for digest in KNOWN:
        found = extracted[digest][1]
        claimed = {tuple(one[:2]) for c in found.candidates if (one := holding(digest, c))}
        # What a point of a box says again is found where the body says it.
        claimed |= {(s.start, s.end) for s in found.sentences if s.twin and tuple(s.twin) in claimed}
        missed += [one for one in LABELS[digest] if one[2] == "wanted" and tuple(one[:2]) not in claimed]
    wanted = sum(label == "wanted" for digest in KNOWN for _start, _end, label in LABELS[digest])

    assert len(missed) <= 0.2 * wanted


def test_at_most_two_in_ten_suggestions_are_noise(extracted):
    made = [holding(digest, candidate) for digest in KNOWN for candidate in extracted[digest][1].candidates]

    assert made.count(None) <= 0.2 * len(made)


@pytest.mark.parametrize("digest", LABELS)
def test_every_labelled_sentence_is_still_a_sentence(extracted, digest):
    spans = {(sentence.start, sentence.end) for sentence in extracted[digest][1].sentences}

    assert {(start, end) for start, end, _label in LABELS[digest]} <= spans


@pytest.mark.parametrize("digest", LABELS)
def test_no_furniture_date_or_byline_is_a_claim(extracted, digest):
    document, found = extracted[digest]
    apart = [block for block in document.blocks if block.role in WITHOUT_CLAIMS]

    overlaps = [(c, b) for c in found.candidates for b in apart if c.start < b.end and b.start < c.end]

    assert overlaps == []


def test_the_furniture_of_the_articles_is_known(extracted):
    """Openings of furniture units that stand in these articles, to be told from their text."""
    kinds = {
        "Key Takeaways",
        "Share Article",
        "Related Articles",
        "No related",
        "Comments",
        "Stay up",
        "Notifications",
    }
    kinds |= {"Join our", "Join thought", "Thank you for", "Please refresh"}
    seen = {
        opening
        for document, _found in extracted.values()
        for block in document.blocks
        for opening in kinds
        if block.role == Role.FURNITURE and document.text[block.start : block.end].strip().startswith(opening)
    }

    assert seen == kinds
