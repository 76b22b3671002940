from claims.text.kinds import CHOICES, Kind


def test_a_kind_reads_as_words():
    assert Kind.DATE_OR_SEQUENCE.label == "Date or sequence"


def test_every_kind_is_a_choice():
    assert dict(CHOICES) == {kind.value: kind.label for kind in Kind}
