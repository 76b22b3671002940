import pytest

from claims.intake.openings import OPENING


@pytest.mark.parametrize(
    "words",
    [
        "Read more: harbour sold",
        "Sign up for news of the harbour",
        "© 2025 The Courier",
        "Filed under harbour, bank",
        "Pictures of the ship are free for editorial use with the credit “Orre Yard”.",
        "High-resolution images are available for download.",
    ],
)
def test_whatever_follows_such_an_opening(words):
    assert OPENING.match(words)


@pytest.mark.parametrize(
    "words", ["Read the law: it bans exports", "Signs of life", "Copyright law changed in 2019"]
)
def test_words_that_only_begin_alike(words):
    assert not OPENING.match(words)
