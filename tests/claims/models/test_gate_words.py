import pytest
from django.utils.translation import _trans, get_language, override

from claims.gates import open_gates
from claims.models import SignOff
from claims.models.gate_words import as_read
from claims.workflow import Status
from tests.factories import ClaimFactory


@pytest.fixture
def german(monkeypatch):
    """A reader of German, in which all that is translated stands in quotes."""

    def ngettext(one, many, number):
        words = one if number == 1 else many
        return f"„{words}“" if get_language() == "de" else words

    monkeypatch.setattr(_trans, "ngettext", ngettext, raising=False)
    with override("de"):
        yield


def test_a_gate_is_stored_in_english_and_read_in_the_language_of_the_reader(db, german):
    claim = ClaimFactory(status=Status.OPEN)
    [gate] = open_gates(claim.article)

    signed = SignOff(exceptions=[gate._asdict()])

    assert (gate.message, gate.words) == ("1 claim open", "„1 claim open“")
    assert signed.in_spite_of == ["„1 claim open“"]


def test_what_was_worded_otherwise_then_stays_as_it_was_stored(german):
    assert as_read("open", 2, "2 claims that nobody has looked at") == "2 claims that nobody has looked at"
    assert as_read("a_gate_of_old", 1, "the moon is full") == "the moon is full"
