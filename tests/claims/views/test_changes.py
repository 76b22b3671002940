"""Diffs folded for reading."""

from claims.anchoring import Change, Piece, diff
from claims.templatetags.changes import LOOKS, by_words
from claims.views.changes import WEIGHT, Part, folded

SENTENCE = "It rained in Brask and in all the towns along the coast."
LONG = f"{SENTENCE} " * 8


def test_every_change_has_its_weight_and_its_look():
    assert set(WEIGHT) == set(LOOKS) == set(Change)


def test_between_two_changes_the_sentences_next_to_them_stay():
    old = f"Nine ships came. {LONG}Ten of them left."
    new = f"Eight ships came. {LONG}Four of them left."

    parts = folded(diff(old, new))

    [fold] = [part for part in parts if part.folded]
    assert fold.text == "ships came."
    assert fold.after.strip() == SENTENCE
    assert fold.folded == " ".join([SENTENCE] * 7)
    assert fold.folded_words == 7 * len(SENTENCE.split())


def test_what_stands_before_the_first_change_and_after_the_last_is_folded():
    parts = folded([Piece("equal", f"{LONG}Then "), Piece("insert", "two "), Piece("equal", f"came. {LONG}")])

    assert parts[0] == Part("equal", "", LONG.strip(), "Then ")
    assert parts[1] == Part("insert", "two ")
    assert parts[2] == Part("equal", "came.", LONG.strip(), "")


def test_a_short_stretch_is_shown():
    pieces = [Piece("insert", "Two "), Piece("equal", "came. One left. "), Piece("delete", "Three.")]

    assert folded(pieces) == [Part(*piece) for piece in pieces]


def test_no_word_is_lost_by_folding():
    pieces = diff(f"One. {LONG}Two. {LONG}Three.", f"One. {LONG}2. {LONG}3.")

    shown = " ".join(f"{part.text} {part.folded} {part.after}" for part in folded(pieces))
    assert shown.split() == " ".join(piece.text for piece in pieces).split()


def test_words_of_a_diff_are_text():
    drawn = by_words([Piece("insert", "<b>"), Piece("delete", "&"), Piece("equal", "<i>")])

    assert drawn == "<ins>&lt;b&gt;</ins><del>&amp;</del>&lt;i&gt;"


def test_the_space_behind_words_is_no_part_of_what_came_or_went():
    drawn = by_words(
        [Piece("delete", "9 "), Piece("insert", "8\n"), Piece("insert", " "), Piece("delete", " ")]
    )

    assert drawn == "<del>9</del> <ins>8</ins>\n "


def test_lines_that_end_without_a_mark_are_folded_like_sentences():
    pieces = [Piece("equal", "Home\n" * 80 + "Then "), Piece("insert", "two came.")]

    assert folded(pieces)[0].after == "Then "
