import pytest

from claims.extraction.cues import Signal
from claims.extraction.kinds import kind_of
from claims.text import Kind


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["reported speech", "a quotation", "a number"], Kind.QUOTATION),
        (["reported speech", "a number"], Kind.ATTRIBUTION),
        (["a number", "a date"], Kind.QUANTITY),
        (["a law or rule", "a date"], Kind.LAW_OR_RULE),
        (["a comparison"], Kind.COMPARISON),
        (["a cause"], Kind.CAUSE),
        (["a date", "something that happened"], Kind.DATE_OR_SEQUENCE),
        (["something that happened"], Kind.EVENT),
        (["something that happened", "a count"], Kind.EVENT),
        (["how things stand", "a count"], Kind.QUANTITY),
        (["something that has happened"], Kind.EVENT),
        (["something said", "a quotation"], Kind.QUOTATION),
        (["something said"], Kind.ATTRIBUTION),
        (["something said", "something that happened"], Kind.EVENT),
        (["a title"], Kind.BIOGRAPHY_OR_TITLE),
        (["a name"], Kind.OTHER),
        ([], Kind.OTHER),
    ],
)
def test_the_easiest_to_hold_against_a_source_comes_first(names, kind):
    assert kind_of([Signal(name, 0, 1) for name in names], "Doe") == kind


def test_what_nobody_says_is_not_reported():
    said = [Signal("reported speech", 0, 1), Signal("a quotation", 0, 1), Signal("a number", 0, 1)]

    assert kind_of(said, "") == Kind.QUANTITY
    assert kind_of(said, "Doe") == Kind.QUOTATION
