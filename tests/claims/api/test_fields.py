from datetime import UTC, datetime

import pytest
from rest_framework import serializers

from claims.api.errors import NotBuilt
from claims.api.fields import Body, Id, Line, Moment, NotYet, Text, optional


class Form(Body):
    text = Text(required=False)
    raw = Text(raw=True, required=False)
    line = optional(Line, max_length=10)
    pk = Id(required=False)
    at = Moment(required=False)
    file = NotYet("Files cannot be read yet.")


def read(**said):
    form = Form(data=said)
    form.is_valid(raise_exception=True)
    return dict(form.validated_data)


def test_words_come_in_the_form_in_which_they_are_stored():
    said = " cafe\u0301\r\nau\x00 lait\ud800 "

    assert read(text=said)["text"] == "café\nau lait\ufffd"
    assert read(line=" two\n lines ")["line"] == "two lines"
    assert read(raw=said)["raw"] == said


def test_left_out_empty_and_null_are_the_same():
    assert read() == read(line="") == read(line=None) == {"line": ""}


def test_times_without_an_offset_are_utc():
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)

    assert read(at="2026-11-22T12:00:00")["at"] == noon
    assert read(at="2026-11-22T14:00:00+02:00")["at"] == noon


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", 5),
        ("text", None),
        ("text", " \x00"),
        ("line", "eleven char"),
        ("pk", 0),
        ("pk", 2**63),
        ("pk", "one"),
        ("pk", True),
        ("at", "0001-01-01T00:00:00+14:00"),
        ("colour", "red"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(name, value):
    with pytest.raises(serializers.ValidationError) as refused:
        read(**{name: value})

    assert list(refused.value.detail) == [name]


@pytest.mark.parametrize("value", ["x", "", {}, 5])
def test_what_is_not_built_says_so(value):
    with pytest.raises(NotBuilt) as refused:
        read(file=value)

    assert refused.value.field == "file"
