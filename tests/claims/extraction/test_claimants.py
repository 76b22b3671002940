import pytest

from claims.extraction.claimants import Speakers, clean


@pytest.mark.parametrize(
    ("annotated", "entities", "claimant"),
    [
        ("Peskov/NNP/nsubj/1 emphasized/VBD/ROOT that", {"PERSON": "0:1"}, "Peskov"),
        ("Talks/NNS/nsubj/1 ended/VBD/ccomp/3 Putin/NNP/nsubj/3 said/VBD/ROOT", {"PERSON": "2:3"}, "Putin"),
        ("Defence/NNP/compound/2 Minister/NNP/compound/2 Umerov/NNP/nsubj/3 said/VBD/ROOT", {}, "Umerov"),
        (
            "Ukrainian/JJ/amod/1 officials/NNS/nsubj/2 reported/VBD/ROOT",
            {"NORP": "0:1"},
            "Ukrainian officials",
        ),
        ("the/DT/det/2 transport/NN/compound/2 office/NN/nsubj/3 said/VBD/ROOT", {}, "transport office"),
        ("Trump/NNP/poss/2 's/POS/case/0 assertion/NN/nsubj/3 failed/VBD/ROOT", {"PERSON": "0:1"}, "Trump"),
        ("his/PRP$/poss/1 assertion/NN/nsubj/2 failed/VBD/ROOT", {}, ""),
        ("the/DT/det/1 figures/NNS/nsubj/2 show/VBP/ROOT", {}, ""),
        ("the/DT/det/1 offer/NN/nsubj/2 suggested/VBD/ROOT weakness/NN/dobj/2", {}, ""),
        ("the/DT/det/1 announcement/NN/nsubj/2 said/VBD/ROOT", {}, ""),
        ("the/DT/det/1 report/NN/nsubj/2 said/VBD/ROOT", {}, "report"),
        ("Kyiv/NNP/nsubj/1 asked/VBD/ROOT the/DT/det/4 United/NNP/compound/4 States/NNP/dobj/1", {}, ""),
        ("Russia/NNP/nsubj/1 fired/VBD/ROOT", {"GPE": "0:1"}, ""),
    ],
)
def test_who_says_it(sentence, annotated, entities, claimant):
    assert Speakers().claimant(sentence(annotated, **entities)) == claimant


def test_according_to_somebody(sentence):
    parsed = sentence("according/VBG/prep/4 to/IN/prep/0 the/DT/det/3 UN/NNP/pobj/1 died/VBD/ROOT", ORG="3:4")
    unparsed = sentence("According to the UN , 500 died", ORG="3:4")

    assert Speakers().claimant(parsed) == Speakers().claimant(unparsed) == "UN"


def test_the_person_in_apposition_is_meant(sentence):
    reading = sentence(
        "the/DT/det/1 minister/NN/nsubj/5 ,/,/punct/1 Jane/NNP/compound/4 Doe/NNP/appos/1 said/VBD/ROOT",
        PERSON="3:5",
    )

    assert Speakers().claimant(reading) == "Jane Doe"


def test_a_last_name_stands_for_the_full_name_met_before(sentence):
    speakers = Speakers()
    speakers.meet(sentence("Dmitry Peskov spoke", PERSON="0:2"))

    assert speakers.claimant(sentence("Peskov/NNP/nsubj/1 said/VBD/ROOT", PERSON="0:1")) == "Dmitry Peskov"


def test_he_is_the_person_who_acted_last(sentence):
    speakers = Speakers()
    he_said = sentence("He/PRP/nsubj/1 said/VBD/ROOT")

    assert speakers.claimant(he_said) == ""
    speakers.meet(sentence("Jane/NNP/compound/1 Doe/NNP/nsubj/2 left/VBD/ROOT Kyiv/NNP/dobj/2", PERSON="0:2"))
    assert speakers.claimant(he_said) == "Jane Doe"


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Putin’s", "Putin"), ("the EU", "EU"), ("Dmitry\n Peskov", "Dmitry Peskov"), ("Jones'", "Jones")],
)
def test_a_name_is_cleaned(name, plain):
    assert clean(name) == plain
