import pytest

from claims.extraction.names import Names, clean

FULL = "Volodymyr/NNP Zelensky/NNP met/VBD Vladimir/NNP Putin/NNP"


def names_of(readings, last):
    names = Names()
    for reading in [*readings, last]:
        names.meet(reading)
    return [(name["text"], name["name"]) for name in names.of(last)]


def test_a_last_name_is_the_person_of_that_name(sentence):
    full = sentence("Volodymyr Zelensky spoke", PERSON="0:2")
    short = sentence("Zelensky 's aides", PERSON="0:2")

    assert names_of([full], short) == [("Zelensky", "Volodymyr Zelensky")]


def test_the_full_name_may_come_later(sentence):
    names = Names()
    short, full = (
        sentence("then/RB Zelensky/NNP left/VBD"),
        sentence("Volodymyr Zelensky spoke", PERSON="0:2"),
    )
    names.meet(short)
    names.meet(full)

    assert names.of(short)[0]["name"] == "Volodymyr Zelensky"


def test_two_people_who_share_a_last_name_stay_apart(sentence):
    people = [sentence("Bill Clinton spoke", PERSON="0:2"), sentence("Hillary Clinton spoke", PERSON="0:2")]

    assert names_of(people, sentence("then Clinton left", PERSON="1:2")) == [("Clinton", "Clinton")]
    assert names_of(people, people[1]) == [("Hillary Clinton", "Hillary Clinton")]


def test_of_a_smith_and_a_smyth_the_one_that_is_spelt_so(sentence):
    people = [sentence("John Smith spoke", PERSON="0:2"), sentence("Anna Smyth spoke", PERSON="0:2")]

    assert names_of(people, sentence("then Smyth left", PERSON="1:2")) == [("Smyth", "Anna Smyth")]


def test_titles_and_articles_are_left_outside(sentence):
    titled = sentence("the/DT Foreign/NNP Minister/NNP Hakan/NNP Fidan/NNP left/VBD")

    assert names_of([], titled) == [("Hakan Fidan", "Hakan Fidan")]


def test_an_abbreviation_is_the_name_it_abbreviates(sentence):
    full = sentence("in the European Union today", ORG="2:4")
    short = sentence("in the E.U. today", ORG="2:3")

    assert names_of([full], short) == [("E.U.", "European Union")]
    assert names_of([], short) == [("E.U.", "E.U.")]


def test_names_that_run_together_are_two(sentence):
    people = [
        sentence("Volodymyr Zelensky left", PERSON="0:2"),
        sentence("Vladimir Putin left", PERSON="0:2"),
    ]
    together = sentence("a Zelensky Putin meeting", PERSON="1:3")

    assert names_of(people, together) == [("Zelensky", "Volodymyr Zelensky"), ("Putin", "Vladimir Putin")]


def test_a_place_is_not_the_person_of_that_name(sentence):
    person = sentence("Denzel Washington left", PERSON="0:2")

    assert names_of([person], sentence("he is in Washington", GPE="3:4")) == [("Washington", "Washington")]


def test_a_heading_in_capitals_only_repeats_the_names_of_the_text(sentence):
    heading = sentence("Putin/NNP Signals/NNP Openness/NNP Toward/NNP Zelensky/NNP", PERSON="0:2")

    assert names_of([sentence(FULL)], heading) == [
        ("Putin", "Vladimir Putin"),
        ("Zelensky", "Volodymyr Zelensky"),
    ]


def test_a_word_that_leads_in_is_no_name(sentence):
    assert names_of([], sentence("Decisive/NNP Power/NNP :/: only/RB they/PRP")) == []


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Putin’s", "Putin"), ("the EU", "EU"), ("Dmitry\n Peskov", "Dmitry Peskov"), ("Jones'", "Jones")],
)
def test_a_name_is_cleaned(name, plain):
    assert clean(name) == plain


def test_names_with_a_word_in_common_are_not_all_compared_with_each_other(sentence, monkeypatch):
    compared = []
    monkeypatch.setattr("claims.extraction.names.is_variant", lambda *pair: compared.append(pair))
    people = [sentence(f"then spoke the Anna V{'i' * n}k Group", ORG="3:6") for n in range(1, 301)]
    names = Names()
    for reading in people:
        names.meet(reading)

    for reading in people:
        names.of(reading)

    assert 300 <= len(compared) <= 300 * 100


def test_a_heading_in_capitals_is_no_fuller_name(sentence):
    heading = sentence("the/DT NORVAN/NNP ZETA/NNP runs/VBZ on/IN hydrogen/NN", ORG="1:3")
    short = sentence("then Norvan said", ORG="1:2")

    assert names_of([heading], short) == [("Norvan", "Norvan")]


def test_what_the_model_calls_a_body_is_one(sentence):
    names = Names()
    names.meet(sentence("then Norvan and Hill spoke", ORG="1:2", PERSON="3:4"))

    assert [names.is_body(name) for name in ("Norvan", "Hill", "NTV", "Vell")] == [True, False, True, False]


def test_a_body_of_a_place_is_no_fuller_name_for_the_place(sentence):
    body = sentence("the Academy of Norvan spoke", ORG="1:4")
    place = sentence("then Norvan said", GPE="1:2")

    assert names_of([body], place) == [("Norvan", "Norvan")]
    names = Names()
    names.meet(body)
    assert names.full("Norvan") == "Norvan"
