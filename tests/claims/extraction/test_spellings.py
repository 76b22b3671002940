import pytest

from claims.extraction.spellings import abbreviation, initials, is_variant, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelensky", "Zelenskiy"),
        ("Dmitry", "Dmytro"),
        ("Kyiv", "Kiev"),
        ("Müller", "Mueller"),
        ("Yermak", "Iermak"),
        ("Castellane", "Castelane"),
        ("Mohammed", "Muhammad"),
        ("Erdoğan", "Erdogan"),
    ],
)
def test_spellings_of_one_word(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Putin", "Pushkin"), ("Merz", "Merkel"), ("Oslo", "Cairo")])
def test_other_words(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("name", "full", "same"),
    [
        ("Kennedy", "John F Kennedy", True),
        ("John Kennedy", "John F Kennedy", True),
        ("J. Kennedy", "John Kennedy", True),
        ("Vladimir Zelensky", "Volodymyr Zelenskyy", True),
        ("Robert Kennedy", "John F Kennedy", False),
        ("R. Kennedy", "John Kennedy", False),
        ("John Kennedy", "John Kerry", False),
    ],
)
def test_variants_of_a_full_name(name, full, same):
    assert is_variant(name.split(), full.split()) is same


@pytest.mark.parametrize(("word", "letters"), [("U.S.", "US"), ("NATO", "NATO"), ("Kyiv", ""), ("A", "")])
def test_abbreviations(word, letters):
    assert abbreviation(word) == letters


def test_initials():
    assert initials("Bank of England") == "BE"
