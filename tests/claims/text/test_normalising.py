import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text import normalise

ANY = st.text(st.characters(codec=None))  # lone surrogates too


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("e\u0301", "é"),
        ("a\tb", "a b"),
        ("a\x00b\x07c\x7fd\x9fe", "abcde"),
        ("\ufeffBOM", "BOM"),
        ("co\u00adoperate", "cooperate"),
        ("\ud83d", "\ufffd"),
        ("\ud83d\ude00", "😀"),
        ("  indented\n  twice", "  indented\n  twice"),
        (" \n\t\n  first\nlast \n\n ", "  first\nlast"),
        ("👩\u200d🚀 \u200fשלום", "👩\u200d🚀 \u200fשלום"),
        ("İstanbul", "İstanbul"),
        ("\u00a0Heading", "\u00a0Heading"),
        ("", ""),
        (" \r\n ", ""),
    ],
)
def test_one_form_for_every_text(raw, expected):
    assert normalise(raw) == expected


@given(ANY)
def test_a_second_time_changes_nothing(raw):
    once = normalise(raw)

    assert normalise(once) == once


@given(ANY)
def test_nothing_is_left_that_a_database_or_a_page_refuses(raw):
    text = normalise(raw)

    assert unicodedata.is_normalized("NFC", text)
    assert not [c for c in text if c != "\n" and unicodedata.category(c) in {"Cc", "Cs"}]
    text.encode("utf-8")


@given(
    st.lists(st.from_regex(r"[a-zA-Z0-9]+", fullmatch=True)),
    st.sampled_from(["\r\n", "\t", "\x0c", "\x1e", " "]),
)
def test_no_word_disappears_or_melts_into_the_next(words, separator):
    assert normalise(separator.join(words)).split() == words


def test_marks_piled_on_one_letter_do_not_hang():
    piled = "a" + "\u0301" * 200_000 + "\u0316" * 199_999

    text = normalise(piled)

    assert text.startswith("á")
    assert len(text) < 100
    assert normalise(text) == text
