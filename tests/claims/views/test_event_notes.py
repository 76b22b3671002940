"""What the desk notes by itself: in English as it is stored, and all of it in another language."""

from types import SimpleNamespace

import pytest
from django.utils import timezone, translation

from claims import spoken
from claims.actions import tombstones
from claims.actions.undo import UNDOABLE
from claims.actions.words_before import OTHERS
from claims.reasons import REASONS
from claims.views.event_notes import UNDONE, note_of, through
from tests.pseudo import speaking

NOTES = [
    *(("claim.dismiss", reason) for reason in REASONS.values()),
    ("claim.answered", "no answer"),
    ("claim.undo", "sign_off"),
    ("claim.plan", "low risk, no deadline"),
    ("claim.respan", "characters 1–9, before 1–12"),
    ("claim.split", "at character 12"),
    ("claim.split_off", "claim 12"),
    ("claim.merge", "claim 12"),
    ("claim.merged", "claim 12"),
    ("claim.propose_second", "the same"),
    ("claim.propose_second", "another verdict"),
    ("claim.set_aside", "its block was set aside"),
    ("claim.waiver_ended", spoken.RAN_OUT),
    ("claim.gone", tombstones.GONE),
    ("claim.gone", "Its words are another claim's words now."),
    ("claim.fact_changed", "The number “9” became “8”."),
    ("claim.wording_changed", "Worded differently; every fact is there."),
    ("claim.fix_applied", "The fix that was asked for, and nothing else."),
    ("article.extracted", "12 suggestions"),
    ("article.extraction_failed", spoken.BROKEN.format(error="ValueError")),
    ("article.extraction_failed", spoken.DIED.format(deaths=3)),
    ("article.revised", "12 same, 1 moved, 1 wording changed, 2 fact changed, 1 gone, 1 fix applied"),
    ("article.revised", "no claims yet"),
    ("article.block_role", "block 3: list item, was paragraph"),
    ("desk.threshold", "0.40 to 0.55"),
    ("rule.added", "All claims get a second, blind verdict."),
    ("rule.changed", "Off: All claims on News get a second, blind verdict."),
]


def event(kind, note, erased=None):
    return SimpleNamespace(kind=kind, note=note, erased=erased)


@pytest.mark.parametrize(("kind", "note"), NOTES)
def test_a_note_of_the_desk_is_told_in_any_language(kind, note):
    assert note_of(event(kind, note)) == note
    with speaking():
        assert note_of(event(kind, note)).startswith("«")


@pytest.mark.parametrize("kind", sorted({kind for kind, _note in NOTES}))
def test_a_note_in_other_words_is_told_as_it_is_stored(kind):
    with speaking():
        assert note_of(event(kind, "In other words: claim, 12.")) == "In other words: claim, 12."


@pytest.mark.parametrize(
    ("language", "told"),
    [("en-gb", "high risk, 1 Dec 2026, 13:30"), ("de", "hohes Risiko, 1. Dez. 2026, 13:30")],
)
def test_a_deadline_is_told_on_the_clock_of_its_reader(language, told):
    with translation.override(language), timezone.override("Europe/Vienna"):
        assert note_of(event("claim.plan", "high risk, 2026-12-01T12:30:00+00:00")) == told
        assert note_of(event("claim.plan", "high risk, soon")).endswith(", soon")


def test_one_suggestion_is_one():
    assert note_of(event("article.extracted", "1 suggestions")) == "1 suggestion"


def test_words_of_people_stay():
    with speaking():
        assert note_of(event("claim.dismiss", "the same")) == "the same"


def test_what_was_erased_says_so():
    assert note_of(event("claim.dismiss", "", erased={})) == "The words were erased."


def test_each_step_that_can_be_taken_back_has_a_word():
    assert {f"claim.{step}" for step in UNDONE} == UNDOABLE | set(OTHERS.values())


@pytest.mark.parametrize("step", sorted(UNDONE))
def test_a_step_taken_back_is_told_in_any_language(step):
    assert "_" not in note_of(event("claim.undo", step)).removeprefix("sign_off")
    with speaking():
        assert note_of(event("claim.undo", step)).startswith("«")


def test_a_guest_link_is_named():
    assert through("link 1 for Ada Brandt") == "link 1 for Ada Brandt"
    with speaking():
        assert through("link 1 for Ada Brandt").startswith("«")
