import pytest

from claims.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Rents rose 9.5 percent.", ["Rents", "rose", "9.5", "percent", "."]),
        ("£1,200 at 16:30", ["£", "1,200", "at", "16:30"]),
        ("the mayor’s “own” U.S. boat", ["the", "mayor's", '"', "own", '"', "U.S.", "boat"]),
        ("a – b — c", ["a", "-", "b", "-", "c"]),
        ("cafe\u0301", ["café"]),
        ("co\u00adoperate\u200b now", ["cooperate", "now"]),
        ("市长修", ["市", "长", "修"]),
        ("4 p.m.", ["4", "p", ".", "m", "."]),
        (" \n\u00a0", []),
    ],
)
def test_words_numbers_and_signs(text, plain):
    assert [token.plain for token in tokens(text)] == plain


def test_offsets_count_from_the_start_of_the_text():
    text = "Café\u0301s. Cafe\u0301s cost 9."

    found = tokens(text, 7, len(text) - 1)

    assert [text[token.start : token.end] for token in found] == ["Cafe\u0301s", "cost", "9"]
