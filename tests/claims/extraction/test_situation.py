from claims.extraction.antecedents import FullNames, Person
from claims.extraction.situation import Situation


def after(readings):
    names, situation = FullNames(), Situation()
    for reading in readings:
        names.meet(reading)
        situation = situation.after(reading, names)
    return situation


def test_people_stay_for_a_sentence_without_anybody_and_no_longer(sentence):
    doe = sentence("Doe/NNP/nsubj/1 left/VBD/ROOT ././punct/1", PERSON="0:1")
    nobody = sentence("Prices/NNS/nsubj/1 rose/VBD/ROOT ././punct/1")

    assert after([doe]).people == after([doe, nobody]).people == (Person("Doe", acts=True),)
    assert after([doe, nobody, nobody]).people == ()


def test_he_goes_on_and_is_joined_by_who_is_named(sentence):
    doe = sentence("Doe/NNP/nsubj/1 left/VBD/ROOT ././punct/1", PERSON="0:1")
    he = sentence("He/PRP/nsubj/1 met/VBD/ROOT Lind/NNP/dobj/1 ././punct/1", PERSON="2:3")

    assert after([doe, he]).people == (Person("Doe", acts=True), Person("Lind", acts=False))


def test_it_goes_on(sentence):
    fund = sentence("The/DT/det/1 fund/NN/nsubj/2 failed/VBD/ROOT ././punct/2")
    it = sentence("It/PRP/nsubj/1 closed/VBD/ROOT ././punct/1")
    heading = sentence("It/PRP/nsubj/1 closed/VBD/ROOT")

    assert after([fund, it]).subject == after([fund]).subject
    assert after([fund, it]).subject.text == "the fund"
    assert after([fund, heading]).subject is None
