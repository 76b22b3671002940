import pytest

from claims.extraction.cues import Signal
from claims.extraction.phrases import Part, Sentence


def words_closed(reading):
    sentence = Sentence(reading, [])
    return "".join("x" if sentence.is_closed(n) else "." for n in range(len(reading.words)))


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("He said “ a b ” then", "..xxxx."),
        ("He ( a ) left", ".xxx."),
        ("a ” then", "xx."),  # a mark without its partner closes all on its side
        ("He said “ a b", "..xxx"),
        ("the teachers ' union", "...."),
        ("no mark at all", "...."),
    ],
)
def test_what_stands_in_marks_is_closed(sentence, text, closed):
    assert words_closed(sentence(text)) == closed


def test_a_cut_beside_a_pair_of_marks_is_allowed_and_within_it_not(sentence):
    reading = Sentence(sentence("He ( a b ) left"), [])

    assert [n for n in range(6) if reading.may_cut(n)] == [0, 1, 5]


def test_the_largest_phrase_that_begins_with_a_word(sentence):
    reading = sentence("In/IN/prep/4 a/DT/det/2 move/NN/pobj/0 Norway/NNP/nsubj/4 left/VBD/ROOT")

    assert Sentence(reading, []).phrase_from(0, beside=4) == 0
    assert Sentence(reading, []).phrase_from(1, beside=4) == 2


def test_a_label_that_the_parser_took_for_the_root_is_not_the_main_verb(sentence):
    reading = sentence("HOST/NN/ROOT :/:/punct/0 talks/NNS/nsubj/3 failed/VBD/acl/0")

    assert Sentence(reading, []).verb == 3
    assert Sentence(sentence("No/DT verb/NN/ROOT here/RB/advmod/1"), []).verb is None


@pytest.mark.parametrize(
    ("annotated", "part", "is_statement"),
    [
        ("talks/NNS/nsubj/1 failed/VBD/ROOT", Part(0, 2, 1), True),
        ("talks/NNS/nsubj/1 failed/VBD/ROOT", Part(1, 2, 1), False),  # its subject stands outside
        ("talks/NNS/nsubj/1 failing/VBG/ROOT", Part(0, 2, 1), False),
        ("talks/NNS/nsubj/2 were/VBD/aux/2 failing/VBG/ROOT", Part(0, 3, 2), True),
    ],
)
def test_a_statement_has_a_verb_with_tense_and_its_subject(sentence, annotated, part, is_statement):
    assert Sentence(sentence(annotated), []).is_statement(part) is is_statement


@pytest.mark.parametrize(
    ("annotated", "is_opinion"),
    [
        ("talks/NNS/nsubj/1 failed/VBD/ROOT", False),
        ("talks/NNS/nsubj/2 may/MD/aux/2 fail/VB/ROOT", True),
        ("it/PRP/nsubj/1 is/VBZ/ROOT a/DT/det/3 disgrace/NN/attr/1", True),
        ("this/DT/nsubj/1 underscored/VBD/ROOT tension/NN/dobj/1", True),
    ],
)
def test_a_forecast_a_verdict_and_a_reading_are_opinion(sentence, annotated, is_opinion):
    reading = Sentence(sentence(annotated), [])

    assert reading.verb is not None
    assert reading.is_opinion(reading.verb) is is_opinion


def test_a_signal_counts_where_it_lies_within_the_words(sentence):
    reading = Sentence(sentence("exports rose by four"), [Signal("a number", 16, 20)])

    assert reading.has({"a number"}, 2, 4)
    assert not reading.has({"a number"}, 0, 3)
    assert not reading.has({"a number"}, 4, 4)
    assert reading.is_telling(0, 4)
