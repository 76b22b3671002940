import numpy as np

from claims.extraction.cues import Signal
from claims.extraction.features import BUCKETS, NAMES, Words, buckets, dense, shape
from claims.extraction.reading import Reading

WORDS = Words(
    {"prices": 1, "rose": 2, "00": 3},
    np.array([[0, 0], [1, 0], [0, 2], [4, 4]], dtype=np.float32),
    np.array([0, 0.5, 1, 1], dtype=np.float32),
)
EMPTY = Reading("", [], [], [], [], [], [], [])


def test_digits_are_one_figure():
    assert shape("1,250.5m") == "0,000.0m"


def test_a_row_holds_mean_most_root_and_what_is_acted_on(sentence):
    rose = sentence("Prices/NNS/nsubj/1 rose/VBD/ROOT 12/CD/npadvmod/1")

    row = dense([rose], [[]], WORDS)[0]

    assert np.allclose(row[:2], [(0.5 * 1 + 4) / 2.5, (2 + 4) / 2.5], atol=0.01)
    assert row[2:4].tolist() == [4, 4]
    assert row[4:6].tolist() == [0, 2]
    assert np.allclose(row[6:8], [1, 0], atol=0.01)


def test_signals_count_up_to_their_most_and_beside_that_as_seen(sentence):
    rose = sentence("Prices/NNS/nsubj/1 rose/VBD/ROOT")
    signals = [Signal("a number", 0, 1)] * 9

    row = dense([rose], [signals], WORDS)[0][-3 - 2 * len(NAMES) : -3]

    place = NAMES.index("a number")
    assert row[place] == 2
    assert row[place + len(NAMES)] == 1
    assert row.sum() == 3


def test_rows_do_not_touch_each_other_and_nothing_is_a_row_too(sentence):
    rose = sentence("Prices/NNS/nsubj/1 rose/VBD/ROOT")

    both = dense([rose, EMPTY, rose], [[], [], []], WORDS)

    assert np.array_equal(both[0], dense([rose], [[]], WORDS)[0])
    assert np.array_equal(both[0], both[2])
    assert not both[1][:8].any()
    assert np.isfinite(both).all()


def test_names_are_one_word_so_that_nobody_in_particular_is_learned(sentence):
    lind = sentence("Mr/NNP Lind/NNP paid/VBD 12/CD")
    doe = sentence("Jane/NNP van/NNP Doe/NNP paid/VBD 99/CD")

    shared = set(buckets(lind)) & set(buckets(doe))

    runs = sentence("<name>/X paid/VBD 00/CD")
    assert len(shared) >= 12  # "<s> <name>", "<name> paid 00" and so on
    assert shared >= set(buckets(runs)) - set(buckets(sentence("<name>/X")))


def test_buckets_are_stable_sorted_and_in_range(sentence):
    found = buckets(sentence("Prices/NNS/nsubj/1 rose/VBD/ROOT"))

    assert found == sorted(set(found))
    assert 0 <= found[0] <= found[-1] < BUCKETS
    assert buckets(EMPTY)
