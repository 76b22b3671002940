import pytest

from claims.anchoring import Change, anchor
from claims.text import Span

OLD = "Late. Rents rose 9 percent and homes fell by 7. It rained. It rained again."
RENTS, HOMES, RAIN = (
    Span(OLD.index(words), OLD.index(words) + len(words))
    for words in ("Rents rose 9 percent", "homes fell by 7", "It rained.")
)


@pytest.mark.parametrize(
    ("rents", "homes", "wanted"),
    [
        ("Rents rose 8 percent", "homes fell by 6", [Change.FIX_APPLIED, Change.FIX_APPLIED]),
        ("Rents rose 8 percent", "homes fell by 7", [Change.FIX_APPLIED, Change.FACT_CHANGED]),
        ("Rents rose 9 percent", "homes fell by 6", [Change.FACT_CHANGED, Change.FIX_APPLIED]),
        ("Rents rose 5 percent", "homes fell by 6", [Change.FACT_CHANGED, Change.FACT_CHANGED]),
        ("Rents rose 9 percent", "homes fell by 7", [Change.SAME, Change.SAME]),
    ],
)
def test_fixes_of_one_sentence_come_together_or_alone(rents, homes, wanted):
    new = "A new line.\n\n" + OLD.replace(OLD[slice(*RENTS)], rents).replace(OLD[slice(*HOMES)], homes)

    found = anchor(OLD, new, [RENTS, HOMES], {0: "Rents rose 8 percent", 1: "homes fell by 6"})

    assert [one.change for one in found] == wanted
    assert [new[slice(*one.place)] for one in found] == [rents, homes]


def test_a_sentence_that_was_asked_to_be_cut_leaves_no_place():
    [found] = anchor(OLD, OLD.replace("It rained. ", ""), [RAIN], {0: ""})
    [other] = anchor(OLD, OLD.replace("It rained.", "It poured."), [RAIN], {0: ""})

    assert (found.change, found.place) == (Change.FIX_APPLIED, None)
    assert other.change != Change.FIX_APPLIED


def test_words_cut_from_a_sentence_leave_the_rest_of_it():
    words = " and homes fell by 7"
    span = Span(OLD.index(words), OLD.index(words) + len(words))

    [found] = anchor(OLD, OLD.replace(words, ""), [span], {0: ""})
    [more] = anchor(OLD, OLD.replace(words + ". It", " It"), [span], {0: ""})

    assert (found.change, found.place) == (Change.FIX_APPLIED, None)
    assert more.change != Change.FIX_APPLIED


def test_a_sentence_that_stood_there_before_is_no_fix():
    [found] = anchor(OLD, OLD.replace("It rained. ", ""), [RAIN], {0: "It rained again."})

    assert found.change != Change.FIX_APPLIED
