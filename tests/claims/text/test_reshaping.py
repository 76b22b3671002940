import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text import Span
from claims.text.reshaping import STEPS, cuts, halves, stepped

TEXT = "Rents rose by 9 percent, and the mayor signed 12 leases. Nobody left."


def words(span):
    return TEXT[slice(*span)]


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("start-back", "Rents rose by 9 percent,"),
        ("start-on", "by 9 percent,"),
        ("end-on", "rose by 9 percent, and"),
        ("end-back", "rose by 9"),
        ("sideways", "rose by 9 percent,"),
    ],
)
def test_an_end_moves_by_a_word(step, expected):
    assert words(stepped(TEXT, Span(6, 24), step)) == expected


@pytest.mark.parametrize("step", STEPS)
def test_nothing_moves_over_the_ends_of_the_text_or_to_no_word(step):
    assert stepped("Rents", Span(0, 5), step) == Span(0, 5)


@given(st.text(alphabet="aé🙂 \n.,", min_size=1, max_size=30), st.data())
def test_what_is_stepped_stays_a_span_of_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    span = stepped(text, Span(start, end), data.draw(st.sampled_from(STEPS)))

    assert 0 <= span.start < span.end <= len(text)


def test_several_sentences_are_cut_between_them():
    assert [TEXT[at:] for at in cuts(TEXT, Span(0, len(TEXT)))] == ["Nobody left."]


def test_one_sentence_is_cut_between_its_clauses():
    [at] = cuts(TEXT, Span(0, 56))

    assert [words(part) for part in halves(TEXT, Span(0, 56), at)] == [
        "Rents rose by 9 percent",
        "and the mayor signed 12 leases.",
    ]


@pytest.mark.parametrize("at", [0, 5, 6, 60])
def test_a_cut_that_leaves_no_words_on_a_side_is_none(at):
    assert halves("Rents", Span(0, 5), at) is None
