import re
import tomllib
from pathlib import Path

import pytest

from claims.extraction.claimants import Speakers, attribute
from claims.extraction.names import Names


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


def test_she_is_the_person_who_acted_last(sentence):
    speakers = Speakers()
    she_said = sentence("She/PRP/nsubj/1 said/VBD/ROOT")

    assert speakers.claimant(she_said) == ""
    speakers.meet(sentence("Jane/NNP/compound/1 Doe/NNP/nsubj/2 left/VBD/ROOT Kyiv/NNP/dobj/2", PERSON="0:2"))
    assert speakers.claimant(she_said) == "Jane Doe"


def test_a_quotation_goes_on_over_sentences(sentence):
    speakers = Speakers()
    first = sentence(
        "“Fees/NNS rose/VBD again/RB ,/, ”/’’ Jane/NNP/compound/6 Doe/NNP/nsubj/7 said/VBD", PERSON="5:7"
    )
    more, after = sentence("“ They will rise again . ”"), sentence("The port is old .")

    assert speakers.claimant(first) == "Jane Doe"
    speakers.meet(first)
    assert speakers.claimant(more) == "Jane Doe"
    speakers.meet(more)
    assert speakers.claimant(after) == ""


def test_the_speaker_may_be_named_after_the_quotation(sentence):
    readings = [
        sentence("“ I did what everybody did ."),
        sentence("I signed what they gave me ."),
        sentence("Nobody/NN read/VBD it/PRP ,/, ”/’’ Doe/NNP/nsubj/6 said/VBD ./.", PERSON="5:6"),
        sentence("The port is old ."),
    ]

    assert attribute(readings) == ["Doe", "Doe", "Doe", ""]


def test_a_quotation_that_is_never_closed_ends_somewhere(sentence):
    said = sentence("Doe/NNP/nsubj/1 said/VBD :/: “/`` Fees/NNS rose/VBD", PERSON="0:1")

    found = attribute([said, *[sentence("The port is old .") for _ in range(40)]])

    assert found[1] == "Doe"
    assert found[-1] == ""


def test_turns_of_an_interview(sentence):
    labelled = ["HOST : Why ?", "DOE : Fees rose .", "They fell .", "HOST : And now ?", "DOE : Nothing ."]
    readings = [sentence(text.replace(" :", ":")) for text in labelled]

    assert attribute(readings) == ["Host", "Doe", "Doe", "Host", "Doe"]


def test_a_lead_in_is_no_turn(sentence):
    readings = [sentence("Location: Kyiv ."), sentence("Price: high ."), sentence("It rains .")]

    assert attribute(readings) == ["", "", ""]


def test_it_is_the_body_that_spoke_just_before(sentence):
    speakers = Speakers()
    it_said = sentence("It/PRP/nsubj/1 said/VBD/ROOT")
    speakers.meet(sentence("the/DT/det/2 board/NN/nsubj/2 said/VBD/ROOT"))

    assert speakers.claimant(it_said) == "board"
    speakers.meet(sentence("the port is old"))
    assert speakers.claimant(it_said) == ""


def test_whoever_spoke_or_acted_last_is_meant(sentence):
    said = sentence("Jane/NNP/compound/1 Doe/NNP/nsubj/2 said/VBD/ROOT", PERSON="0:2")
    left = sentence("Ann/NNP/compound/1 Poe/NNP/nsubj/2 left/VBD/ROOT", PERSON="0:2")
    she = sentence("she/PRP/nsubj/1 said/VBD/ROOT")

    assert [attribute([said, left, she])[-1], attribute([left, said, she])[-1]] == ["Ann Poe", "Jane Doe"]


def test_who_acts_in_the_same_sentence_is_meant_first(reads):
    speakers = Speakers()
    speakers.meet(reads("“No,” said Keir Osborne.")[0])

    declined = reads("Karoline Leavitt declined to comment, but she said that talks would go on.")[0]
    content = reads("Karoline Leavitt would decline, he said.")[0]

    assert speakers.claimant(declined) == "Karoline Leavitt"
    assert speakers.claimant(content) == "Keir Osborne"


def test_the_minister_is_the_one_that_was_named(sentence):
    speakers = Speakers()
    the_minister_said = sentence("the/DT/det/1 minister/NN/nsubj/2 said/VBD/ROOT")
    named = "Foreign/NNP/compound/3 Minister/NNP/compound/3 Jane/NNP/compound/3 {}/NNP/nsubj/4 left/VBD/ROOT"
    speakers.meet(sentence(named.format("Doe"), PERSON="2:4"))

    assert speakers.claimant(the_minister_said) == "Jane Doe"
    speakers.meet(sentence(named.format("Poe"), PERSON="2:4"))
    assert speakers.claimant(the_minister_said) == "minister"


PASSAGES = tomllib.loads((Path(__file__).parent / "claimant_passages.toml").read_text())["passage"]


@pytest.mark.parametrize("passage", PASSAGES, ids=[passage["name"] for passage in PASSAGES])
def test_a_passage_as_the_trained_pipeline_reads_it(reads, passage):
    lines = [re.fullmatch(r"\[(.*?)\] (.*)", line) for line in passage["text"].splitlines() if line]
    readings = [reads(line[2])[0] for line in lines if line]
    names = Names()
    for reading in readings:
        names.meet(reading)

    assert attribute(readings, names) == [line[1] for line in lines if line]


def claimants(reads, *texts):
    return attribute([reads(text)[0] for text in texts])


def test_a_first_name_says_who_is_not_meant(reads):
    said = "Emma Stone said the bridge was safe.", "Peter Hill said it was not."

    assert claimants(reads, *said, "She said it would open in May.")[2] == "Emma Stone"
    assert claimants(reads, said[1], "She said it would open in May.") == ["Peter Hill", ""]


def test_who_spoke_long_ago_is_not_meant(reads):
    between = ["The old bridge across the river was closed."] * 12

    assert claimants(reads, "Peter Hill said it was safe.", *between, "He said it would open.")[-1] == ""


def test_the_34_year_old_is_whoever_was_spoken_of(reads):
    assert claimants(reads, "Peter Hill left the band on Monday.", "The 34-year-old said he was tired.") == [
        "",
        "Peter Hill",
    ]


def test_one_quotation_is_of_whoever_is_named_at_its_end(reads):
    texts = "Emma Stone said: “We came.”", "“We saw.", "We left,” said Peter Hill."

    assert claimants(reads, *texts) == ["Emma Stone", "Peter Hill", "Peter Hill"]


def test_scientists_are_not_those_named_before(reads):
    texts = "A group of Swiss scientists said the ice was thin.", "Some scientists say that it is not."

    assert claimants(reads, *texts)[1] == "scientists"


def test_a_letter_to_somebody_does_not_speak_for_them(reads):
    texts = "They sent a letter to Emma Stone on Monday.", "The letter says that the bridge is not safe."

    assert claimants(reads, *texts)[1] == "letter"
