import pytest

from claims.extraction.claimants import Speakers, clean


@pytest.mark.parametrize(
    ("annotated", "entities", "claimant"),
    [
        ("Peskov emphasized that talks need work", {"PERSON": "0:1"}, "Peskov"),
        ("Talks are near , Putin said", {"PERSON": "4:5"}, "Putin"),
        ("Talks are near , said Dmitry Peskov", {"PERSON": "5:7"}, "Dmitry Peskov"),
        ("According to the UN , 500 died", {"ORG": "3:4"}, "UN"),
        ("Russia fired on Kyiv", {"GPE": "0:1"}, ""),
        ("Talks are near , he said", {}, ""),
    ],
)
def test_who_says_it(sentence, annotated, entities, claimant):
    assert Speakers().claimant(sentence(annotated, **entities)) == claimant


def test_a_last_name_stands_for_the_full_name_met_before(sentence):
    speakers = Speakers()
    speakers.meet(sentence("Dmitry Peskov spoke", PERSON="0:2"))

    assert speakers.claimant(sentence("Peskov said no", PERSON="0:1")) == "Dmitry Peskov"


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Putin’s", "Putin"), ("the EU", "EU"), ("Dmitry\n Peskov", "Dmitry Peskov"), ("Jones'", "Jones")],
)
def test_a_name_is_cleaned(name, plain):
    assert clean(name) == plain
