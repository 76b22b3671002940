from random import Random

import pytest

from bench.extraction import sample
from claims.actions.fixes import fixed_text
from claims.anchoring import Change, anchor
from claims.models import Claim, Fix
from claims.text import Span, normalise
from tests.claims.anchoring.cases import claims_of

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


MEETING = "It was late. Rents rose by 9 percent in May. Rents rose by 7 percent in June. Rents fell."
MAY, JUNE = (
    Span(MEETING.index(words), MEETING.index(words) + len(words))
    for words in ("Rents rose by 9 percent in May.", "Rents rose by 7 percent in June.")
)


@pytest.mark.parametrize(
    ("wording", "written", "applied"),
    [
        ("Rents rose by 8 percent in May", "Rents rose by 8 percent in May", True),
        ("Rents rose by 8 percent in May", "Rents rose by 8 percent in May.", True),
        ("Rents rose by 8 percent in May;", "Rents rose by 8 percent in May;", True),
        ("rents rose by 8 percent in May", "rents rose by 8 percent in May", True),
        ("Rents rose. By 8 percent, that is", "Rents rose. By 8 percent, that is", True),
        ("Rents rose by 8 percent in May", "Rents rose by 8 percent in May in Brask.", False),
        ("Rents rose by 8 percent in May", "Rents rose by 8 percent in May, but", False),
        ("Rents rose by 8 percent in May.", "No rents rose by 8 percent in May.", False),
        ("Rents rose by 8 percent in May.", "Nobody says: Rents rose by 8 percent in May.", False),
        ("", "", True),
        ("", "In May.", False),
    ],
)
def test_a_fix_counts_however_it_ends_and_only_if_nothing_else_changed(wording, written, applied):
    new = MEETING.replace(MEETING[slice(*MAY)], written)

    [found] = anchor(MEETING, new, [MAY], {0: wording})

    assert (found.change == Change.FIX_APPLIED) == applied
    if applied:
        assert (new[slice(*found.place)] if found.place else "").rstrip(".") == wording.rstrip(".")


def test_a_cut_beside_a_fix_that_reads_like_it_is_both():
    found = anchor(MEETING, MEETING.replace(MEETING[slice(*JUNE)] + " ", "").replace("9", "8"), [MAY, JUNE],
                   {0: MEETING[slice(*MAY)].replace("9", "8"), 1: ""})  # fmt: skip

    assert [one.change for one in found] == [Change.FIX_APPLIED, Change.FIX_APPLIED]


def test_the_new_wording_beside_the_old_one_is_no_fix():
    [found] = anchor(
        MEETING, MEETING + " Rents rose by 8 percent in May.", [MAY], {0: "Rents rose by 8 percent in May."}
    )

    assert (found.change, found.place) == (Change.SAME, MAY)


def test_a_fix_of_quotation_marks_alone_is_seen_too():
    old = "It was “late”. It rained."

    [found] = anchor(old, old.replace("“late”", '"late"'), [Span(0, 14)], {0: 'It was "late".'})
    [other] = anchor(old, old + " So.", [Span(0, 14)], {0: 'It was "late".'})

    assert (found.change, other.change) == (Change.FIX_APPLIED, Change.SAME)


def test_of_equal_fixes_each_has_a_place_of_its_own():
    old = "Rents rose. It rained. Rents rose."
    spans = [Span(0, 11), Span(23, 34)]

    found = anchor(old, "Rents fell. It rained. Rents fell.", spans, dict.fromkeys((0, 1), "Rents fell."))

    assert [(one.change, one.place) for one in found] == [(Change.FIX_APPLIED, span) for span in spans]


def fixes_of(text, spans, chance):
    """A new wording for each span, of all the kinds that editors write; "" is a cut."""
    for span in spans:
        words = text[slice(*span)]
        bare = words.rstrip('.”"').replace(" the ", " those ") + " 8"
        yield chance.choice([
            bare + words[-1], bare, bare + "?", bare + "…", bare + ",", bare + '."', bare + ". And so",
            bare[0].lower() + bare[1:], "8 did", bare + ".\n\nAnd so it went", "",
        ])  # fmt: skip


@pytest.mark.parametrize("file", sample(), ids=lambda file: file.stem)
def test_some_fixes_of_an_article_applied_at_once_are_all_found_and_no_others(file):
    text, chance = normalise(file.read_text("utf-8")), Random(file.stem)
    spans = claims_of(text, 15)
    for _ in range(5):
        wordings = dict(enumerate(fixes_of(text, spans, chance)))
        applied = sorted(chance.sample(range(len(spans)), len(spans) // 2))
        rows = [Fix(claim=Claim(start=spans[n].start, end=spans[n].end), new=wordings[n]) for n in applied]

        found = anchor(text, fixed_text(text, rows), spans, wordings)

        assert [n for n, one in enumerate(found) if one.change == Change.FIX_APPLIED] == applied
