import pytest

from claims.anchoring.sentences import sentences


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rents rose. Homes fell.", ["Rents rose.", "Homes fell."]),
        ("A headline\n\nRents rose.", ["A headline", "Rents rose."]),
        ("Rents rose\nby nine.", ["Rents rose\nby nine."]),
        ("- rents rose\n- homes fell", ["- rents rose", "- homes fell"]),
        ("Rents rose.\r\n\r\nHomes fell.", ["Rents rose.", "Homes fell."]),
        ("\u200b\n\n \n", []),
    ],
)
def test_the_sentences_of_a_text(text, wanted):
    assert [text[one.start : one.end] for one in sentences(text)] == wanted


def test_quotes_dashes_and_white_space_are_no_difference():
    [one], [other] = sentences("“Rents – rose”  it’s\u00a0said."), sentences('"Rents — rose" it\'s said.')

    assert one.words == other.words
