from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from claims.forms import LONGEST_REASON, LONGEST_TEXT, Moment, NoteForm, ReasonForm, SpanForm
from claims.source_forms import EvidenceForm


def test_a_moment_is_read_in_the_time_zone_of_the_reader():
    with timezone.override(ZoneInfo("Asia/Tokyo")):
        assert Moment().clean("2030-01-02T09:00") == datetime(2030, 1, 2, 0, 0, tzinfo=UTC)


def test_a_reason_is_asked_for_under_the_name_its_action_takes():
    form = ReasonForm({"note": "Find the first source."}, name="note")

    assert form.is_valid()
    assert form.cleaned_data == {"note": "Find the first source."}


def test_white_space_is_no_reason():
    assert "reason" in ReasonForm({"reason": " \n "}).errors


def test_a_span_counts_from_zero():
    assert "start" in SpanForm({"start": -1, "end": 3}).errors


def test_words_are_taken_in_the_form_in_which_texts_are_stored():
    form = NoteForm({"body": " cafe\u0301\x00\x07\r\nto-day\u2028 "})

    assert form.is_valid()
    assert form.cleaned_data["body"] == "café\nto-day"


def test_what_cannot_be_seen_is_no_reason():
    assert "reason" in ReasonForm({"reason": "\x00\x07"}).errors


def test_the_longest_words_are_those_of_the_api():
    source = {"stance": "supports", "kind": "primary", "terms": "on_record", "locator": "p. 3\nbelow"}
    longest = EvidenceForm(source | {"quote": "x" * LONGEST_TEXT})

    assert longest.is_valid()
    assert longest.cleaned_data["locator"] == "p. 3 below"
    assert "quote" in EvidenceForm(source | {"quote": "x" * (LONGEST_TEXT + 1)}).errors
    assert "reason" in ReasonForm({"reason": "x" * (LONGEST_REASON + 1)}).errors
