import pytest

from claims.extraction.naming import is_sayer, name_of, person_at, without_titles


@pytest.mark.parametrize(
    ("annotated", "head", "entities", "name"),
    [
        (
            "the/DT/det/3 teachers/NNS/poss/3 ’/POS/case/1 union/NN/nsubj/4 said/VBD",
            3,
            {},
            "teachers ’ union",
        ),
        ("Two/CD/nummod/1 officials/NNS/nsubj/2 said/VBD", 1, {"CARDINAL": "0:1"}, "two officials"),
        ("Many/JJ/amod/1 analysts/NNS/nsubj/2 said/VBD", 1, {}, "analysts"),
        ("Police/NNS/nsubj/1 said/VBD", 0, {}, "police"),
        ("Lund/NN/nsubj/1 claims/VBZ", 0, {}, "Lund"),
        ("a/DT/det/1 spokesman/NN/nsubj/5 for/IN/prep/1 the/DT/det/4 county/NN/pobj/2 said/VBD", 1, {}, None),
        ("UN/NNP/compound/1 Secretary/NNP/nsubj/2 said/VBD", 1, {}, "UN Secretary"),
        ("Foreign/NNP/compound/2 Minister/NNP/compound/2 Fidan/NNP/nsubj/3 said/VBD", 2, {}, "Fidan"),
    ],
)
def test_the_words_of_a_name(sentence, annotated, head, entities, name):
    assert name_of(sentence(annotated, **entities), head) == (name or "spokesman for the county")


def test_a_person_stands_beside_the_title(sentence):
    reading = sentence("the/DT/det/1 mayor/NN/nsubj/4 ,/,/punct/1 Doe/NNP/appos/1 said/VBD", PERSON="3:4")

    person = person_at(reading, 1)

    assert person is not None
    assert reading.text[person.start : person.end] == "Doe"
    assert person_at(reading, 4) is None


def test_people_and_bodies_say_things_and_offers_do_not(sentence):
    reading = sentence("the/DT offer/NN of/IN economists/NNS from/IN Kyiv/NNP")

    assert [is_sayer(reading, n) for n in (1, 3, 5)] == [False, True, True]


def test_titles_are_left_off():
    assert without_titles("President Volodymyr Zelensky") == "Volodymyr Zelensky"
    assert without_titles("President") == "President"
