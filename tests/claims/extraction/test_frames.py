"""Single rules on hand-made sentences; whole sentences are in test_spans.py."""

import pytest

from claims.extraction.cues import Signal
from claims.extraction.frames import without_comment, without_lead_in, without_source
from claims.extraction.phrases import Part, Sentence


def kept(rule, reading, signals=()):
    """The words that are left."""
    sentence = Sentence(reading, signals)
    part = rule(sentence, Part(0, len(reading.words), sentence.verb))
    return " ".join(sentence.spelled(n) for n in range(part.first, part.end))


@pytest.mark.parametrize(
    ("annotated", "left"),
    [
        ("However/RB/advmod/3 ,/,/punct/3 talks/NNS/nsubj/3 failed/VBD/ROOT", "talks failed"),
        ("But/CC/cc/2 talks/NNS/nsubj/2 failed/VBD/ROOT", "talks failed"),
        (
            "But/CC/cc/4 however/RB/advmod/4 ,/,/punct/4 talks/NNS/nsubj/4 failed/VBD/ROOT",
            "talks failed",
        ),
        ("Costs/NNS/dep/3 :/:/punct/3 talks/NNS/nsubj/3 failed/VBD/ROOT", "talks failed"),
        ("Costs/NNS/ROOT :/:/punct/0 4/CD/nummod/3 euros/NNS/appos/0 paid/VBN/acl/3", None),
        ("He/PRP/nsubj/1 said/VBD/ROOT :/:/punct/1 talks/NNS/nsubj/4 failed/VBD/ccomp/1", None),
    ],
)
def test_lead_ins(sentence, annotated, left):
    reading = sentence(annotated)
    if Sentence(reading, []).verb is None:
        assert left is None
    else:
        assert kept(without_lead_in, reading) == (left or reading.text)


SAID = "Doe/NNP/nsubj/1 said/VBD/ROOT that/IN/mark/4 talks/NNS/nsubj/4 failed/VBD/ccomp/1 ././punct/1"


def test_a_source_goes_where_the_words_tell_something(sentence):
    reading = sentence(SAID)

    assert kept(without_source, reading, [Signal("an event in passing", 20, 26)]) == "talks failed ."
    assert kept(without_source, reading) == reading.text


@pytest.mark.parametrize(
    ("word", "other"),
    [("said/VBD", "denied/VBD"), ("Doe/NNP", "They/PRP"), ("talks/NNS", "she/PRP"), ("talks/NNS", "that/DT")],
)
def test_a_source_stays_where_the_words_are_not_a_claim_of_their_own(sentence, word, other):
    reading = sentence(SAID.replace(word, other))

    assert kept(without_source, reading, [Signal("a number", 0, 40)]) == reading.text
    assert kept(without_source, reading, [Signal("something that happened", 20, 28)]) == reading.text


@pytest.mark.parametrize(
    ("tail", "goes"),
    [
        ("a/DT/det/5 disgrace/NN/appos/1", True),
        ("a/DT/det/5 loss/NN/appos/1", False),
        ("underscoring/VBG/advcl/1 weakness/NN/dobj/4", True),
        ("leaving/VBG/advcl/1 Geneva/NNP/dobj/4", False),
    ],
)
def test_comments(sentence, tail, goes):
    reading = sentence(f"talks/NNS/nsubj/1 failed/VBD/ROOT again/RB/advmod/1 ,/,/punct/1 {tail}")

    assert kept(without_comment, reading) == ("talks failed again" if goes else reading.text)
