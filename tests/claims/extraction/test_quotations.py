from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.quotations import is_all_quoted, is_within, quoted


@pytest.mark.parametrize(
    ("text", "inside", "spans", "left_open"),
    [
        ("“We won,” he said.", "", ["“We won,”"], ""),
        ('"We won," he said.', "", ['"We won,"'], ""),
        ("He said: “We won.", "", ["“We won."], "“"),
        ("We won again.", "“", ["We won again."], "“"),
        ("We won,” he said.", "“", ["We won,”"], ""),
        ("“A new paragraph of it.", "“", ["“A new paragraph of it."], "“"),
        ("“The data,” said Reyes, “were wrong.”", "", ["“The data,”", "“were wrong.”"], ""),
        ("a closing mark” alone", "", [], ""),
        ("'We won,' he said.", "", ["'We won,'"], ""),
        ("‘We’ve won,’ he said.", "", ["‘We’ve won,’"], ""),
        ("the so-called 'sherpas' of the talks", "", ["'sherpas'"], ""),
        ("'We had played the teams' best game.", "", ["'We had played the teams'"], ""),
        ("'We had played.", "", ["'We had played."], "‘"),
        ("We had players' legs.", "‘", ["We had players' legs."], "‘"),
        ("And we won.'", "‘", ["And we won.'"], ""),
        ("rock 'n roll", "", [], ""),
        ("the players' own shoes", "", [], ""),
        ("no marks at all", "", [], ""),
    ],
)
def test_what_is_quoted(text, inside, spans, left_open):
    found = quoted(text, inside)

    assert [text[span.start : span.end] for span in found.spans] == spans
    assert found.open == left_open


def test_a_sentence_that_is_all_quoted():
    assert is_all_quoted("“We will win.”", quoted("“We will win.”").spans)
    assert not is_all_quoted("“We will win,” he said.", quoted("“We will win,” he said.").spans)
    assert not is_all_quoted("We will win.", [])


def test_a_place_within():
    spans = quoted("He “won” it").spans

    assert [is_within(place, spans) for place in (0, 4, 9)] == [False, True, False]


@given(st.text(alphabet="a “”'’\".,"), st.sampled_from(["", "“", "‘"]))
def test_any_marks_give_stretches_in_order(text, inside):
    spans = quoted(text, inside).spans

    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
