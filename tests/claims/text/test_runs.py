from hypothesis import given
from hypothesis import strategies as st

from claims.text.runs import LEVELS, Line, Run, cut


def plain(runs):
    return [(run.text, [line.key for line in run.lines], run.more) for run in runs]


def test_text_without_claims_is_one_run():
    assert cut("Nothing here.", [(0, 13)], []) == [[Run("Nothing here.", (), 0)]]


def test_overlapping_claims_cut_the_text_where_either_begins_or_ends():
    [runs] = cut("abcdefgh", [(0, 8)], [("A", 1, 5), ("B", 3, 7)])

    assert plain(runs) == [
        ("a", [], 0),
        ("bc", ["A"], 0),
        ("de", ["A", "B"], 0),
        ("fg", ["B"], 0),
        ("h", [], 0),
    ]


def test_a_line_keeps_its_level_after_the_one_above_it_ended():
    [runs] = cut("abcdefgh", [(0, 8)], [("A", 0, 4), ("B", 2, 8)])

    assert [run.lines for run in runs] == [
        (Line("A", 0, True),),
        (Line("A", 0, False), Line("B", 1, True)),
        (Line("B", 1, False),),
    ]


def test_of_two_claims_that_begin_together_the_longer_one_lies_next_to_the_words():
    [runs] = cut("abcd", [(0, 4)], [("short", 0, 2), ("long", 0, 4)])

    assert runs[0].lines == (Line("long", 0, True), Line("short", 1, True))


def test_a_fourth_claim_is_counted_not_drawn():
    [runs] = cut("abcd", [(0, 4)], [(key, 0, 4) for key in "ABCDE"])

    assert plain(runs) == [("abcd", ["A", "B", "C"], 2)]


def test_a_claim_across_two_blocks_begins_once():
    first, second = cut("one\ntwo\n", [(0, 4), (4, 8)], [("A", 2, 6)])

    assert [line.first for run in first + second for line in run.lines] == [True, False]


def test_offsets_are_code_points():
    text = "🙂İ مرحبا e\u0301!"

    [runs] = cut(text, [(0, len(text))], [("A", 3, 8)])

    assert plain(runs)[1] == ("مرحبا", ["A"], 0)


def test_ten_thousand_claims_over_the_same_words_stay_quick():
    text = "x" * 20_000

    [runs] = cut(text, [(0, len(text))], [(key, key, len(text) - key) for key in range(9_999)])

    assert len(runs) == 2 * 9_999 - 1
    assert max(run.more for run in runs) == 9_999 - LEVELS


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))), st.integers(0, 60))
def test_joined_runs_equal_the_text_and_claims_their_span(text, pairs, middle):
    spans = [(key, min(pair), max(pair)) for key, pair in enumerate(pairs)]
    middle = min(middle, len(text))

    blocks = cut(text, [(0, middle), (middle, len(text))], spans)

    runs = [run for block in blocks for run in block]
    assert "".join(run.text for run in runs) == text
    assert all(run.text for run in runs)
    place = 0
    for run in runs:
        covering = {key for key, start, end in spans if start <= place < end}
        assert {line.key for line in run.lines} <= covering
        assert len(run.lines) + run.more == len(covering)
        place += len(run.text)
