import pytest

from claims.anchoring.pairing import Pairing, longest_rise
from claims.anchoring.sentences import sentences


def links(old, new):
    pairing = Pairing(sentences(old), sentences(new))
    return {o: sorted(news) for o, news in sorted(pairing.new_of.items()) if news}


RENTS, HOMES, FOG = "Rents in Brask rose by 9 percent.", "Builders finished 40 homes.", "Fog lay on the pier."


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (f"{RENTS} {HOMES}", f"{FOG} {RENTS} {HOMES}", {0: [1], 1: [2]}),
        (f"{RENTS} {HOMES}", f"{HOMES} {RENTS}", {0: [1], 1: [0]}),
        (f"{RENTS} {HOMES}", f"{HOMES}", {1: [0]}),
        (f"{RENTS} {HOMES}", f"{RENTS} {RENTS} {HOMES}", {0: [0], 1: [2]}),
        (f"{RENTS} {FOG} {RENTS}", f"{FOG} {RENTS}", {1: [0], 2: [1]}),
        (RENTS, RENTS.replace("9", "8"), {0: [0]}),
        (RENTS, "Rents in Brask\nRose by 9 percent.", {0: [0, 1]}),
        ("Rents in Brask\nRose by 9 percent.", RENTS, {0: [0], 1: [0]}),
        (f"{RENTS} {HOMES}", f"{RENTS[:-1]}, and builders finished 40 homes.", {0: [0], 1: [0]}),
        ("Brask 9\nOstvik 7\nVik 5", "Brask 9\nVik 5", {0: [0], 2: [1]}),
        ("Brask 9\nOstvik 7\nVik 5", "Brask 9\nOstvik 8\nVik 5", {0: [0], 1: [1], 2: [2]}),
        (RENTS, FOG, {}),
        (RENTS, "", {}),
        ("", RENTS, {}),
    ],
)
def test_versions_of_sentences(old, new, wanted):
    assert links(old, new) == wanted


def test_sentences_that_hang_together():
    old, new = f"{RENTS} {HOMES} {FOG}", f"{RENTS[:-1]}, and builders finished 40 homes. {FOG}"
    pairing = Pairing(sentences(old), sentences(new))

    assert pairing.versions([0]) == pairing.versions([1]) == ([0, 1], [0])
    assert pairing.in_order == {2: 1}


@pytest.mark.parametrize(
    ("numbers", "wanted"), [([], []), ([3, 1, 2], [1, 2]), ([1, 1], [1]), ([5, 6, 1, 7, 8], [0, 1, 3, 4])]
)
def test_the_longest_rise(numbers, wanted):
    assert longest_rise(numbers) == wanted
