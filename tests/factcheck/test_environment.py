"""The readers one by one; tests/factcheck/test_settings.py has the values that stop a start."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from factcheck import environment


@pytest.mark.parametrize(
    ("value", "read"), [("on", True), ("1", True), ("TRUE", True), ("off", False), ("No", False), ("", True)]
)
def test_a_switch_is_on_or_off(monkeypatch, value, read):
    monkeypatch.setenv("SWITCH", value)

    assert environment.switch("SWITCH", default=True) is read


@pytest.mark.parametrize("value", ["3", "9"])
def test_a_number_may_be_either_bound(monkeypatch, value):
    monkeypatch.setenv("NUMBER", value)

    assert environment.number("NUMBER", 5, low=3, high=9) == int(value)


@pytest.mark.parametrize("value", ["2", "10", "-3", "3.5", "٣"])
def test_a_number_outside_is_refused(monkeypatch, value):
    monkeypatch.setenv("NUMBER", value)

    with pytest.raises(ImproperlyConfigured, match=r"^NUMBER: must be a whole number from 3 to 9"):
        environment.number("NUMBER", 5, low=3, high=9)


def test_words_stand_between_commas(monkeypatch):
    monkeypatch.setenv("WORDS", " a.example , b.example,, ")

    assert environment.words("WORDS", ["none"]) == ["a.example", "b.example"]


def test_an_address_loses_the_slash_at_its_end(monkeypatch):
    monkeypatch.setenv("ADDRESS", "https://desk.example.org/")

    assert environment.address("ADDRESS", "", ["https"]) == "https://desk.example.org"


def test_a_database_may_be_reached_by_a_socket(monkeypatch):
    monkeypatch.setenv("DATABASE", "postgres://desk@/newsroom?host=/run/postgresql")

    found = environment.database("DATABASE", Path("/unused"))

    assert (found["NAME"], found["USER"], found["OPTIONS"]) == (
        "newsroom",
        "desk",
        {"host": "/run/postgresql"},
    )


def test_mails_may_go_into_a_folder(monkeypatch):
    monkeypatch.setenv("EMAIL", "filemail:///var/spool/the%20desk")

    assert environment.email("EMAIL", Path("/unused"))["EMAIL_FILE_PATH"] == "/var/spool/the desk"


def test_a_folder_that_cannot_be_written_to_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("FOLDER", str(tmp_path))
    monkeypatch.setattr("os.access", lambda path, mode: False)  # root may write anywhere

    with pytest.raises(ImproperlyConfigured, match=r"^FOLDER: .* cannot be written to"):
        environment.folder("FOLDER", Path("/unused"))
