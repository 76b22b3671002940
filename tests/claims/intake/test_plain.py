import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.intake.plain import decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("naïve “quote”".encode(), "naïve “quote”"),
        ("naïve “quote”".encode("cp1252"), "naïve “quote”"),
        (b"\xef\xbb\xbfwith a mark", "with a mark"),
        (b"\xff\xfe" + "größer".encode("utf-16-le"), "größer"),
        (b"\xfe\xff" + "größer".encode("utf-16-be"), "größer"),
        (b"\x81 is nothing in Windows-1252", "\ufffd is nothing in Windows-1252"),
        (b"", ""),
    ],
)
def test_mark_then_utf8_then_windows(data, text):
    assert decode(data) == text


@given(st.binary())
def test_any_bytes_become_text(data):
    assert isinstance(decode(data), str)
