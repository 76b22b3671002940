import pytest

from claims.extraction.antecedents import (
    FullNames,
    acting_people,
    clause_of,
    gender_of,
    is_empty_it,
    is_heading,
    main_subject,
    people,
    phrase,
    statement,
)
from claims.extraction.tree import grow
from claims.text.spans import Span


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Ms Doe", "female"), ("Jane Doe", "female"), ("John Doe", "male"), ("Toma Lind", ""), ("", "")],
)
def test_what_a_name_tells_of_its_bearer(name, gender):
    assert gender_of(name) == gender


def test_a_first_name_that_the_model_left_out_belongs_to_the_person_and_a_title_does_not(sentence):
    left_out = sentence("Dmitry/NNP/compound/1 Peskov/NNP/nsubj/2 left/VBD/ROOT", PERSON="1:2")
    titled = sentence("Sen./NNP/compound/2 Jane/NNP/compound/2 Doe/NNP/nsubj/3 left/VBD/ROOT", PERSON="0:3")

    assert [name for _first, _last, name in people(left_out)] == ["Dmitry Peskov"]
    assert [name for _first, _last, name in people(titled)] == ["Jane Doe"]


def test_a_full_name_is_given_back_while_there_is_only_one(sentence):
    names = FullNames()
    names.meet(sentence("Jane Doe left", PERSON="0:2"))

    assert ("Doe" in names, names.full("Doe"), names.full("Lind")) == (True, "Jane Doe", "Lind")
    names.meet(sentence("John Doe left", PERSON="0:2"))
    assert names.full("Doe") == "Doe"


def test_a_last_name_after_a_title_is_known_to_be_a_person(sentence):
    names = FullNames()
    names.meet(sentence("President Doe met Lind", PERSON="1:2"))

    assert ("Doe" in names, "Lind" in names, names.full("Doe")) == (True, False, "Doe")


def acting(reading):
    people = acting_people(reading, grow(reading), len(reading.words), FullNames())
    return [(person.name, person.acts) for person in people]


def test_who_acts_and_who_only_owns(sentence):
    both = sentence("Doe/NNP/nsubj/1 met/VBD/ROOT Ann/NNP/compound/3 Lind/NNP/dobj/1", PERSON="0:1")
    owner = sentence("Doe/NNP/poss/2 's/POS/case/0 offer/NN/nsubj/3 failed/VBD/ROOT", PERSON="0:1")
    mayor = sentence("The/DT/det/1 mayor/NN/nsubj/2 left/VBD/ROOT")

    assert acting(both) == [("Doe", True), ("Ann Lind", False)]
    assert acting(owner) == []
    assert acting(mayor) == [("the mayor", True)]


@pytest.mark.parametrize(
    ("annotated", "text"),
    [
        ("The/DT/det/1 fund/NN/nsubj/2 failed/VBD/ROOT", "the fund"),
        ("A/DT/det/1 fund/NN/nsubj/2 failed/VBD/ROOT", None),
        ("Its/PRP$/poss/1 fund/NN/nsubj/2 failed/VBD/ROOT", None),
        ("The/DT/det/1 fund/NN/nsubj/2 bought/VBD/ROOT it/PRP/dobj/2", None),
        ("The/DT/det/1 fund/NN/nsubj/2 bought/VBD/ROOT mills/NNS/dobj/2", "the fund"),
        ("The/DT/det/1 fund/NN/nsubj/2 bought/VBD/ROOT land/NN/dobj/2", None),
    ],
)
def test_what_a_sentence_is_about_if_nothing_else_could_be_meant(sentence, annotated, text):
    reading = sentence(annotated)
    about = main_subject(reading, grow(reading), 2)

    assert (about.text if about else None) == text


def test_a_phrase_ends_before_a_comma_and_a_clause(sentence):
    reading = sentence(
        "The/DT/det/1 head/NN/ROOT of/IN/prep/1 Norway/NNP/pobj/2 who/WP/nsubj/5 left/VBD/relcl/1"
    )

    assert phrase(reading, grow(reading), 1) == "the head of Norway"


@pytest.mark.parametrize(
    ("annotated", "is_empty"),
    [
        ("It/PRP/nsubj/1 is/VBZ/ROOT clear/JJ/acomp/1 taxes/NNS/nsubj/4 rose/VBD/ccomp/2", True),
        ("It/PRP/nsubj/1 is/VBZ/ROOT unclear/JJ/acomp/1 when/WRB/advmod/4 taxes/NNS/ccomp/2", True),
        ("It/PRP/nsubjpass/1 alleged/VBN/ROOT taxes/NNS/nsubj/3 rose/VBD/ccomp/1", True),
        ("It/PRP/nsubj/1 is/VBZ/ROOT 412/CD/nummod/3 long/JJ/acomp/1", False),
        ("It/PRP/nsubj/1 lost/VBD/ROOT money/NN/dobj/1", False),
        ("It/PRP/nsubj/1 said/VBD/ROOT taxes/NNS/nsubj/3 rose/VBD/ccomp/1", False),
        ("It/PRP/nsubj/1 assures/VBZ/ROOT voters/NNS/dobj/1 taxes/NNS/nsubj/4 rose/VBD/ccomp/1", False),
    ],
)
def test_when_it_stands_for_nothing(sentence, annotated, is_empty):
    reading = sentence(annotated)

    assert is_empty_it(reading, grow(reading), 1, 0) is is_empty


def test_the_clause_of_a_span(sentence):
    reading = sentence("talks/NNS/nsubj/1 failed/VBD/ROOT and/CC/cc/1 left/VBD/conj/1")

    assert clause_of(reading, Span(0, len(reading.text))) == 1
    assert clause_of(reading, Span(reading.starts[3], reading.ends[3])) == 3
    assert clause_of(reading, Span(0, 5)) is None


@pytest.mark.parametrize(
    ("annotated", "stands"),
    [
        ("But/CC/cc/2 talks/NNS/nsubj/2 failed/VBD/ROOT ././punct/2", "talks failed"),
        ("talks/NNS/nsubj/1 failed/VBD/ROOT ?/./punct/1", ""),
        ("talks/NNS/nsubj/1 failed/VBD/ROOT", ""),
        ("No/DT/det/1 talks/NNS/ROOT ././punct/1", ""),
        ("“/``/punct/2 talks/NNS/nsubj/2 failed/VBD/ROOT ”/''/punct/2 ././punct/2", ""),
        ("talks/NNS/nsubj/1 failed/VBD/ROOT " + "again/RB/advmod/1 " * 15 + "././punct/1", ""),
    ],
)
def test_what_that_may_stand_for(sentence, annotated, stands):
    reading = sentence(annotated)

    assert statement(reading, grow(reading)).strip() == stands


def test_a_heading_has_no_mark_at_its_end(sentence):
    assert is_heading(sentence("Talks failed"))
    assert not is_heading(sentence("Talks failed ."))
