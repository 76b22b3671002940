from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.sentences import LONGEST, split


def sentences(text):
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gov. Smith met Sen. Jones in the U.S. Capitol on Jan. 5.",
        "Inflation rose 0.4 points to 5.1 per cent.",
        "It was decided in No. 10 Downing Street, at 10 a.m. London time.",
        "B.B. King and J. K. Rowling met Dr. No.",
        "“Why?” he asked.",
        "He waited … and left.",
        "The U.S. has 50 states, e.g. Ohio.",
        "Yahoo! bought it.",
        "See example.com or v1.2.",
        "The Cold War meetings between U.S. and Soviet leaders ended.",
    ],
)
def test_one_sentence_stays_one(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell. It rose!  Did it?", ["It fell.", "It rose!", "Did it?"]),
        ("He said: “We are ready.” She left.", ["He said: “We are ready.”", "She left."]),
        ("They moved to the U.S. The war went on.", ["They moved to the U.S.", "The war went on."]),
        (
            "the wind out of Putin’s sails.Volodymyr left.",
            ["the wind out of Putin’s sails.", "Volodymyr left."],
        ),
        ("to be logged inPlease refresh", ["to be logged in", "Please refresh"]),
        ("It was “over.”Then it began.", ["It was “over.”", "Then it began."]),
        ("戦争は終わった。平和が来た。", ["戦争は終わった。", "平和が来た。"]),
        ("One line\nof two. And more", ["One line\nof two.", "And more"]),
        ("It ended in 2019. Since then nothing.", ["It ended in 2019.", "Since then nothing."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_boundaries(text, expected):
    assert sentences(text) == expected


def test_only_the_given_stretch_is_split():
    text = "Not this. But this. And that. Not that."

    assert [text[start:end] for start, end in split(text, 10, 29)] == ["But this.", "And that."]


def test_an_endless_sentence_is_cut_between_words():
    text = "word " * 1_000

    spans = split(text)

    assert max(end - start for start, end in spans) <= LONGEST
    assert "".join(text[start:end].replace(" ", "") for start, end in spans) == "word" * 1_000


@given(st.text(st.sampled_from("aA.!? \n“”'\"…。1")))
def test_every_character_that_shows_is_in_exactly_one_sentence(text):
    spans = split(text)

    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
