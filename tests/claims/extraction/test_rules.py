import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.cues import LEXICAL, Signal
from claims.extraction.rules import AGAINST_A_CLAIM, FOR_A_CLAIM, WEIGHTS, counts, logit

NAMES = st.lists(st.sampled_from(sorted(WEIGHTS)))


def signals(*names):
    return [Signal(name, 0, 1) for name in names]


@given(NAMES)
def test_what_counts_adds_up_in_any_order(names):
    assert logit(signals(*names)) == pytest.approx(logit(signals(*reversed(names))))


@pytest.mark.parametrize("name", sorted(WEIGHTS))
def test_each_signal_speaks_for_or_against(name):
    weight, _most = WEIGHTS[name]

    assert (logit(signals(name)) > logit([])) is (weight > 0)
    assert (name in FOR_A_CLAIM) is (weight > 0)
    assert (name in AGAINST_A_CLAIM) is (weight < 0)


@pytest.mark.parametrize("name", sorted(WEIGHTS))
def test_beyond_its_most_a_signal_adds_nothing(name):
    _weight, most = WEIGHTS[name]

    assert counts(signals(*[name] * (most + 5))) == {name: most}


def test_every_word_list_has_a_weight():
    assert set(LEXICAL) <= set(WEIGHTS)


def test_a_number_of_a_named_source_is_worth_a_check_and_a_question_is_not():
    claim = ["a number", "a name", "reported speech", "a named source", "something that happened"]

    assert logit(signals(*claim)) > 0
    assert logit(signals(*claim, "a question", "a few words")) < logit(signals(*claim))
    assert logit([]) < 0


def test_an_unknown_signal_is_a_mistake():
    with pytest.raises(KeyError):
        logit(signals("a rumour"))
