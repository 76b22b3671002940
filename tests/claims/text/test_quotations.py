from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.quotations import quotations


def quoted(text):
    return [text[span.start : span.end] for span in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “we won” and “they lost”.", ["“we won”", "“they lost”"]),
        ('She said "no" twice.', ['"no"']),
        ("„Wir gehen“, sagte er.", ["„Wir gehen“"]),
        ("« Non », dit-il.", ["« Non »"]),
        ("‘It’s the workers’ club,’ he said.", ["‘It’s the workers’ club,’"]),
        ("the workers’ club and the town’s hall", []),
        ('a pipe of 5" and one of 6"', []),
    ],
)
def test_what_stands_between_marks(text, found):
    assert quoted(text) == found


def test_a_double_mark_may_stay_open_to_the_end_of_its_paragraph():
    assert quoted("“We won.\n\n“We left,” she said.") == ["“We won.", "“We left,”"]


def test_a_single_mark_must_close():
    assert quoted("‘We won and left") == []


@given(
    st.lists(st.sampled_from(["“", "”", '"', "'", "’", "‘", "«", "»", "s", " ", "a", "\n\n"])).map("".join)
)
def test_quotations_are_in_order_and_apart(text):
    found = quotations(text)

    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(text[span.start] in "“„«\"'‘" for span in found)
