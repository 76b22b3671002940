import pytest

from claims.anchoring import alignment
from claims.anchoring.alignment import Stretch, aligned, place_of
from claims.text import Span
from claims.text.tokens import tokens


def stretches(old, new):
    return aligned(tokens(old), tokens(new))


def test_stretches_cover_both_wordings_in_order():
    assert stretches("a b c d", "a x c d e") == [
        Stretch(True, 0, 1, 0, 1),
        Stretch(False, 1, 2, 1, 2),
        Stretch(True, 2, 4, 2, 4),
        Stretch(False, 4, 4, 4, 5),
    ]
    assert stretches("a b", "a b") == [Stretch(True, 0, 2, 0, 2)]
    assert stretches("", "") == []


def test_what_is_too_large_to_search_counts_as_replaced(monkeypatch):
    monkeypatch.setattr(alignment, "LARGEST", 3)

    assert stretches("a b c d", "a c b d") == [
        Stretch(True, 0, 1, 0, 1),
        Stretch(False, 1, 3, 1, 3),
        Stretch(True, 3, 4, 3, 4),
    ]


@pytest.mark.parametrize(
    ("old", "new", "span", "place"),
    [
        ("one two three four", "one two three four", (4, 13), "two three"),
        ("one two three four", "zero one two three four", (4, 13), "two three"),
        ("one two three four", "one two big three four", (4, 13), "two big three"),
        ("one two three four", "one 2 three four", (4, 13), "2 three"),
        ("one two three four", "one four", (4, 13), None),
        ("one two three four", "one two four", (4, 13), "two"),
        ("a thundering sea", "a thundering sea", (7, 12), "ering"),
        ("a thundering sea", "the thundering sea", (7, 12), "ering"),
    ],
)
def test_the_place_of_words(old, new, span, place):
    found = place_of(Span(*span), tokens(old), tokens(new), stretches(old, new))

    assert (found and new[slice(*found)]) == place
