import re

from claims.text.patterns import alternatives, words


def test_words_of_several_lines():
    assert words("one two\n  three\n") == {"one", "two", "three"}


def test_each_line_is_one_alternative_and_a_backslash_goes_on():
    pattern = alternatives(
        r"""
        cats?|dogs?
        big (?:red|\
            blue) bird
        """
    )

    assert [bool(re.fullmatch(pattern, text)) for text in ("cats", "dog", "big blue bird", "", "bird")] == [
        True,
        True,
        True,
        False,
        False,
    ]
