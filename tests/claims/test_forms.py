from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from claims.forms import Moment, ReasonForm, SpanForm


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
