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


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Rents rose", [1, 4, 7]),
        ("Rents  rose", [6]),
        ("They don't know", [9]),
        ("Some 1,200 berths", [6, 7]),
        ("A well-known quay", [6, 7]),
        ("From 2019–2021 on", [9, 10]),
        ("Reißverschlüsse gab es", [4]),
    ],
)
def test_nothing_is_cut_inside_a_word_or_a_blank(text, inside):
    assert [at for at in inside if halves(text, Span(0, len(text)), at)] == []


@pytest.mark.parametrize(
    ("text", "at", "parts"),
    [
        ("Rents rose", 5, ["Rents", "rose"]),
        ("Rents rose", 6, ["Rents", "rose"]),
        ("Rents  rose", 7, ["Rents", "rose"]),
        ("He left—she stayed", 7, ["He left", "she stayed"]),
        ("He left—she stayed", 8, ["He left", "she stayed"]),
        ("房租上涨。没有人离开。", 5, ["房租上涨。", "没有人离开。"]),
        ("ค่าเช่าขึ้นไม่มีใครออกไป", 11, ["ค่าเช่าขึ้น", "ไม่มีใครออกไป"]),
    ],
)
def test_a_cut_is_where_a_word_ends_or_begins(text, at, parts):
    assert [text[slice(*one)] for one in halves(text, Span(0, len(text)), at)] == parts


@given(st.text(" \nab-–—,“”7界", min_size=1), st.integers(0, 30))
def test_both_parts_of_a_cut_hold_words_in_their_order(text, at):
    if parts := halves(text, Span(0, len(text)), at):
        (start, end), (other, last) = parts
        assert 0 <= start < end <= other < last <= len(text)
