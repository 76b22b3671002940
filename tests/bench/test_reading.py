import hashlib
import json
from itertools import pairwise

import pytest

from bench.reading import FOLDERS, LABELS, Article, row
from claims.extraction.candidate import Candidate, Extracted, Sentence
from claims.intake import documents
from claims.text import Kind, Span

# Where sentences stand: a point in a box, its twin in the body, and three more.
POINT, BODY, OPINION, SHARE, LAST = Span(0, 9), Span(10, 29), Span(30, 49), Span(50, 59), Span(60, 79)


def article(*suggested):
    """All but the opinion is wanted, and the share bar is furniture."""
    sentences = [Sentence(*POINT, 0.7, twin=BODY), *(Sentence(*span, 0.4) for span in (BODY, OPINION, LAST))]
    claims = [Candidate(*span, 0.6, Kind.EVENT, [], "", [], []) for span in suggested]
    labels = {"wanted": [POINT, BODY, LAST], "acceptable": [], "furniture": [SHARE]}
    return Article("a", "x" * 80, labels, Extracted("en", sentences, claims))


def test_a_part_of_a_sentence_or_of_its_twin_is_enough():
    one = article(Span(12, 20), Span(21, 29))

    assert one.missed() == [LAST]
    assert one.counts() == [3, 2, 2, 0, 0]


def test_what_is_only_acceptable_is_neither_wanted_nor_noise():
    one = article(OPINION)._replace(labels={"wanted": [LAST], "acceptable": [OPINION], "furniture": []})

    assert one.counts() == [1, 0, 1, 0, 0]


def test_furniture_is_noise_too_and_called_by_its_name():
    one = article(OPINION, Span(45, 53), LAST)

    assert one.counts() == [3, 1, 3, 2, 1]
    assert [line.split(" x")[0] for line in one.disagreements()] == [
        "missed 0.70",
        "missed 0.40",
        "noise 0.60",
        "furniture 0.60",
    ]


def test_a_row_has_both_shares():
    assert row("all", [3, 2, 4, 1, 0]) == ["all", 3, 2, "0.67", 4, 1, "0.25", 0]
    assert row("none", [0, 0, 0, 0, 0]) == ["none", 0, 0, "0.00", 0, 0, "0.00", 0]


@pytest.mark.parametrize("path", sorted(FOLDERS[0].glob("*.txt")), ids=lambda path: path.stem)
def test_every_sample_is_labelled_as_it_is_now_and_never_trained_on(path):
    seen, ours = (json.loads(file.read_text()) for file in LABELS)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    text, labels = documents.read(path).text, ours[digest]

    assert digest not in seen
    assert {name for *_span, name in labels} <= {"wanted", "acceptable", "furniture"}
    words = [text[start:end] for start, end, _name in labels]
    assert [one.strip() for one in words] == words
    assert all(words)
    # A later label begins where the one before has ended.
    assert all(one[1] <= other[0] for one, other in pairwise(labels))
