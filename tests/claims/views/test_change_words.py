"""Why a fact may have changed: in English as it is stored, in other languages all of it."""

import re
from pathlib import Path

import pytest

from claims.anchoring import anchor
from claims.text import Span
from claims.text.fact_words import MEANINGS
from claims.views.change_words import FACTS, SAID, why_said
from tests.claims.anchoring.changed_facts import CHANGED_FACTS
from tests.claims.anchoring.wordings import PAIRS
from tests.pseudo import speaking

ROOT = Path(__file__).parents[3]
SAYING = ("anchoring/anchor", "anchoring/comparing", "actions/carrying")
LEAD, REST = "The anglers sang of boats. ", " Then it rained.\n\nAll went home."
QUOTED = re.compile(r"“[^“”]*”")


def whys():
    pairs = [pair for pairs in (CHANGED_FACTS | PAIRS).values() for pair in pairs]
    return {
        anchor(LEAD + old + REST, LEAD + new + REST, [Span(len(LEAD), len(LEAD + old))])[0].why
        for old, new in pairs
    }


def test_a_reason_is_told_in_english_as_it_is_stored():
    found = whys()

    assert len(found) > 100
    assert [why_said(why) for why in found] == list(found)


def test_every_reason_can_be_told_in_another_language():
    with speaking():
        left = {why: said for why in whys() if not (said := why_said(why)).startswith("«")}

    assert left == {}


def test_every_kind_of_fact_has_a_word():
    assert {kind for kind, _value in MEANINGS.values()} - FACTS.keys() == set()


@pytest.mark.parametrize(
    "why",
    ["The number “9” became “8”.", "The quotation changed: “late” became “early”.", "“not” was added."],
)
def test_the_words_of_the_text_stay(why):
    with speaking():
        told = why_said(why)

    assert told != why
    assert QUOTED.findall(told) == QUOTED.findall(why)


@pytest.mark.parametrize("why", ["A sentence that is not known.", "The boat “9” became “8”.", "", "“9” bec…"])
def test_what_is_not_known_is_told_as_it_is_stored(why):
    assert why_said(why) == why
    with speaking():
        assert why_said(why) == why


def test_nothing_is_marked_that_is_not_said():
    said = "".join((ROOT / f"claims/{name}.py").read_text() for name in SAYING)

    assert {sentence for sentence in SAID if sentence not in said} == set()
