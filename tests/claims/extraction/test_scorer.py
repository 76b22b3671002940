import numpy as np
import pytest

from claims.extraction.features import NAMES, SENSE, buckets
from claims.extraction.scorer import CLASSES, NEAR, WEIGHTS, Networks, Scorer

DENSE = 4 * 2 + SENSE + 2 * len(NAMES) + 3
MEANING = 512


def network(size):
    """One of one unit; all weights 0."""
    return Networks(
        mean=np.zeros(size, dtype=np.float32),
        deviation=np.ones(size, dtype=np.float32),
        hidden=np.zeros((1, size, 1), dtype=np.float32),
        hidden_bias=np.zeros((1, 1), dtype=np.float32),
        output=np.zeros((1, 1, CLASSES), dtype=np.float32),
        output_bias=np.zeros((1, CLASSES), dtype=np.float32),
    )


@pytest.fixture
def scorer():
    """Two words, small networks, and buckets that have heard of "<s>" alone; all weights 0."""
    return Scorer(
        words=np.frombuffer(b"prices\nrose", dtype=np.uint8),
        vectors=np.array([[0, 0], [1, 2], [3, 4]], dtype=np.int8),
        scale=np.array([0.5, 2], dtype=np.float32),
        word_weights=np.array([0, 1, 1], dtype=np.float16),
        pieces=np.array([10, 11, 12], dtype=np.int32),
        ends=np.array([0, 2, 3], dtype=np.int32),
        networks=network(DENSE),
        careful=network(DENSE + MEANING),
        buckets=np.array([0, 2**20 - 1], dtype=np.int32),
        rarity=np.ones(2, dtype=np.float16),
        bucket_weights=np.zeros((2, CLASSES), dtype=np.float16),
        bucket_bias=np.zeros(CLASSES, dtype=np.float32),
        mix=np.array([0.5, 0.5, 0, 0], dtype=np.float32),
    )


def test_weights_come_back_as_they_were_stored(tmp_path, scorer):
    scorer.save(tmp_path / "one.npz")
    Scorer.load(tmp_path / "one.npz").save(tmp_path / "two.npz")

    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_the_table_of_words_is_unpacked(scorer):
    assert scorer.table.rows == {"prices": 1, "rose": 2}
    assert scorer.table.vectors.tolist() == [[0, 0], [0.5, 4], [1.5, 8]]


def test_without_weights_two_of_five_classes_are_check_worthy(scorer, sentence):
    odds = scorer([sentence("Prices/NNS/nsubj/1 rose/VBD/ROOT")], [[]])

    assert odds.tolist() == pytest.approx([np.log(2 / 3)], abs=1e-5)


def test_a_bucket_speaks_for_its_class_and_one_never_seen_for_none(scorer, sentence):
    rose = sentence("Prices/NNS/nsubj/1 rose/VBD/ROOT")
    scorer.buckets[0] = buckets(rose)[0]
    scorer.bucket_weights[0, 4] = 3

    odds = scorer.of_buckets([buckets(rose), buckets(sentence("Boats/NNS sank/VBD"))])

    assert odds[0] > odds[1] == pytest.approx(np.log(2 / 3), abs=1e-5)


def test_what_the_sentence_means_is_weighed_near_the_cut_alone(scorer, sentence):
    rose = sentence("Prices/NNS/nsubj/1 rose/VBD/ROOT")
    scorer.careful.hidden[0, DENSE:, 0] = scorer.encoder([rose])[0]
    scorer.careful.output[0, 0, 4] = 9

    near = scorer([rose], [[]])[0]
    scorer.mix[3] = NEAR + 0.1 - np.log(2 / 3)
    beyond = scorer([rose], [[]])[0]

    assert near > 2
    assert beyond == pytest.approx(NEAR + 0.1, abs=1e-5)


def test_what_is_no_file_of_weights_is_refused(tmp_path):
    np.savez(tmp_path / "other.npz", words=np.zeros(1))
    np.savez(tmp_path / "pickled.npz", words=np.array([{}], dtype=object))

    with pytest.raises(TypeError):
        Scorer.load(tmp_path / "other.npz")
    with pytest.raises(ValueError, match="pickle"):
        Scorer.load(tmp_path / "pickled.npz")


def test_the_weights_in_the_repository_are_small_and_whole():
    assert WEIGHTS.stat().st_size < 15_000_000
    stored = Scorer.load()

    assert len(stored.table.rows) + 1 == len(stored.vectors) == len(stored.word_weights)
    assert np.isfinite(stored.networks.hidden).all()
    assert np.isfinite(stored.careful.hidden).all()
    assert len(stored.ends) == len(stored.vectors)
    assert stored.ends[-1] == len(stored.pieces)
    assert stored.mix[:3].sum() == pytest.approx(1)
