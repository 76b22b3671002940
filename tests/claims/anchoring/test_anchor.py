from pathlib import Path

import pytest

from claims.anchoring import Change, anchor
from claims.text import Span
from tests.claims.anchoring.measuring import measured
from tests.claims.anchoring.wordings import PAIRS

ROOT = Path(__file__).parents[3]


def test_the_edits_of_writers_are_called_by_their_name():
    score = measured(sorted((ROOT / "seeds" / "articles").glob("*.txt")), most=1)

    assert score.all.total() > 350
    assert score.passed == []
    assert score.right.total() >= 0.98 * score.all.total()
    assert score.others[True] >= 0.999 * score.others.total()


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [(old, new, wanted) for (_kind, wanted), pairs in PAIRS.items() for old, new in pairs],
)
def test_each_wording_by_itself_and_within_a_text(old, new, wanted):
    lead, rest = (
        "Nobody had seen it come.\n\nThe anglers sang of boats. ",
        " Then it rained.\n\nAll went home.",
    )

    [alone] = anchor(old, new, [Span(0, len(old))])
    [within] = anchor(lead + old + rest, lead + new + rest, [Span(len(lead), len(lead + old))])

    assert (alone.change, within.change) == (wanted, wanted), (alone.why, within.why)


OLD = "Rents rose by 9 percent in May. The mayor signed 12 leases. “We are late,” said Ada Brandt."


@pytest.mark.parametrize(
    ("new", "wanted", "why"),
    [
        (OLD.replace("9", "8"), Change.FACT_CHANGED, "The number “9 percent” became “8 percent”."),
        (
            OLD.replace("9 percent", "nine per cent"),
            Change.WORDING_CHANGED,
            "Worded differently; every fact is there.",
        ),
        (OLD.replace("rose", "did not rise"), Change.FACT_CHANGED, "The negation “not” was added."),
        (OLD.replace("rose", "fell"), Change.FACT_CHANGED, "The direction “rose” became “fell”."),
        (
            OLD.replace("Rents rose by 9 percent in May. ", ""),
            Change.GONE,
            "No sentence of the new text says this.",
        ),
        ("Late.\n\n" + OLD, Change.SAME, "The same words."),
    ],
)
def test_it_says_why(new, wanted, why):
    [found] = anchor(OLD, new, [Span(0, 31)])

    assert (found.change, found.why) == (wanted, why)


def test_the_place_is_that_of_the_words():
    new = "Late. " + OLD.replace("12 leases", "12 long leases")

    found = anchor(OLD, new, [Span(11, 23), Span(32, 58)])

    assert [new[slice(*one.place)] for one in found] == ["by 9 percent", "The mayor signed 12 long leases"]


def test_a_fix_that_was_asked_for_is_no_change_of_fact():
    span = Span(OLD.index("12"), OLD.index("12") + 9)
    new = OLD.replace("12 leases", "11 leases")

    [found] = anchor(OLD, new, [span], {0: "11 leases"})
    [other] = anchor(OLD, new, [span], {0: "10 leases"})

    assert (found.change, new[slice(*found.place)]) == (Change.FIX_APPLIED, "11 leases")
    assert other.change == Change.FACT_CHANGED


def test_a_cut_that_was_asked_for_leaves_no_place():
    span = Span(32, 59)

    [found] = anchor(OLD, OLD.replace(OLD[32:59] + " ", ""), [span], {0: ""})

    assert (found.change, found.place) == (Change.FIX_APPLIED, None)
