from collections import Counter
from pathlib import Path

import pytest

from claims.anchoring import Change, anchor
from claims.text import Span, normalise
from tests.claims.anchoring.edits import FACT, SAME, WORDING, cases

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "articles"
FILES = sorted((ROOT / "seeds" / "articles").glob("*.txt"))


def measured(files):
    """(right, all) cases, those with a changed fact that passed for wording, and wrong neighbours."""
    results, passed, neighbours = Counter(), [], Counter()
    for seed, file in enumerate(files):
        for case in cases(normalise(file.read_text("utf-8")), seed):
            found = [one.change for one in anchor(case.old, case.new, case.spans)]
            results[found[case.edited] == case.wanted[case.edited]] += 1
            if case.wanted[case.edited] == FACT and found[case.edited] in {SAME, WORDING, Change.MOVED}:
                passed.append((case.edit, case.old[slice(*case.spans[case.edited])]))
            neighbours += Counter(
                change == wanted
                for n, (change, wanted) in enumerate(zip(found, case.wanted, strict=True))
                if n != case.edited and wanted is not None
            )
    return results, passed, neighbours


@pytest.mark.parametrize("folder", [FILES, sorted(SHARED.glob("*.txt"))], ids=["samples", "shared articles"])
def test_the_edits_of_writers_are_called_by_their_name(folder):
    if not folder:
        pytest.skip("../shared/articles is not there")

    results, passed, neighbours = measured(folder)

    assert results.total() > 1_000
    assert results[True] >= 0.98 * results.total()
    assert passed == []
    assert neighbours[True] >= 0.999 * neighbours.total()


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
