from types import SimpleNamespace

import pytest

from claims.text.mentions import mentions, written

CARLA = SimpleNamespace(pk=1, name="Carla Ruiz")
CARLA_TOO = SimpleNamespace(pk=12, name="Carla Ruiz")
LONGER = SimpleNamespace(pk=3, name="Carla Ruiz Soto")
ZOE = SimpleNamespace(pk=4, name="Zoë O’Hara-Lind")


def named(text, *people):
    """The words of each mention with the ids of all whom they may mean."""
    return [(text[one.start : one.end], [p.pk for p in one.people]) for one in mentions(text, people)]


def test_a_name_stands_anywhere_in_any_case():
    text = "@Carla Ruiz, and (@zoë o’hara-lind): which year?"

    assert named(text, CARLA, ZOE) == [("@Carla Ruiz", [1]), ("@zoë o’hara-lind", [4])]


def test_the_longest_name_counts():
    assert named("@Carla Ruiz Soto and @Carla Ruiz.", CARLA, LONGER) == [
        ("@Carla Ruiz Soto", [3]),
        ("@Carla Ruiz", [1]),
    ]


def test_equal_names_are_told_apart_by_their_number():
    assert named("@Carla Ruiz", CARLA, CARLA_TOO) == [("@Carla Ruiz", [1, 12])]
    assert named("@Carla Ruiz#12?", CARLA, CARLA_TOO) == [("@Carla Ruiz#12", [12])]
    assert named("@Carla Ruiz#99", CARLA, CARLA_TOO) == [("@Carla Ruiz#99", [])]


@pytest.mark.parametrize("text", ["@Carla", "@Carla Ruizo", "@Carla?", "“@Carla"])
def test_half_a_name_names_nobody(text):
    ((_words, people),) = named(text, CARLA)

    assert people == []


@pytest.mark.parametrize(
    "text", ["mail carla@Carla Ruiz", "https://x.example/@Carla Ruiz", "@ Carla Ruiz", "@"]
)
def test_a_sign_within_a_word_or_alone_is_none(text):
    assert named(text, CARLA) == []


@pytest.mark.parametrize("people", [(CARLA, ZOE), (CARLA, CARLA_TOO, LONGER)])
def test_what_is_written_for_somebody_means_them_and_nobody_else(people):
    for person in people:
        assert named(f"So {written(person, people)} says.", *people) == [
            (written(person, people), [person.pk])
        ]


def test_only_namesakes_have_a_number():
    assert written(CARLA, [CARLA, ZOE]) == "@Carla Ruiz"
    assert written(CARLA, [CARLA, CARLA_TOO]) == "@Carla Ruiz#1"
