import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction import check_worthiness
from claims.extraction.check_worthiness import FOR_A_CLAIM, WEIGHTS, score
from claims.extraction.cues import LEXICAL, Signal
from claims.text import Role

NAMES = st.lists(st.sampled_from(sorted(WEIGHTS)))


def signals(*names):
    return [Signal(name, 0, 1) for name in names]


@given(NAMES, st.sampled_from(Role))
def test_a_score_lies_between_0_and_1(names, role):
    assert 0 <= score(signals(*names), role) <= 1


@pytest.mark.parametrize("name", sorted(WEIGHTS))
def test_each_signal_moves_the_score_to_its_side(name):
    weight, _most = WEIGHTS[name]

    assert (score(signals(name)) > score([])) is (weight > 0)
    assert (name in FOR_A_CLAIM) is (weight > 0)


@pytest.mark.parametrize("name", sorted(WEIGHTS))
def test_beyond_its_cap_a_signal_adds_nothing(name):
    _weight, most = WEIGHTS[name]

    assert score(signals(*[name] * most)) == score(signals(*[name] * (most + 5)))


def test_every_word_list_has_a_weight():
    assert set(LEXICAL) <= set(WEIGHTS)


def test_a_number_of_a_named_source_is_worth_a_check_and_a_question_is_not():
    claim = ["a number", "a name", "reported speech", "a named source", "something that happened"]

    assert score(signals(*claim)) > 0.5
    assert score(signals(*claim, "a question", "a few words")) < score(signals(*claim))
    assert score([]) < 0.5


def test_a_subheading_scores_below_the_same_words_in_a_paragraph():
    assert score(signals("a number"), Role.SUBHEADING) < score(signals("a number"), Role.PARAGRAPH)


def test_an_unknown_signal_is_a_mistake():
    with pytest.raises(KeyError):
        check_worthiness.score(signals("a rumour"))
