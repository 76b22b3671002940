"""Any text goes in; what comes out points at the right characters."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction import find_candidates, pipeline
from claims.intake import documents
from claims.intake.blocks import recognise
from claims.text import Role, normalise

FACT = "The Mayor said on 12 May 2025 that rents had risen by 4.5 per cent, to £900 a month. "
NASTY = [
    FACT,
    "According to Anna Marsh, half of the 2,000 ferries were late in March 2024; she called it a scandal. ",
    "“He told the court that ‘I have paid it’ (all of it) in 2021”, the judge wrote this Thursday. ",
    "By Jane Doe\n",
    "12 May 2025\n",
    "Key Takeaways\n",
    "1Rents have been cut by half.\n",
    "• ",
    "Share this article\n",
    "Read more: ",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\u00a0",
    "\u2003",
    "\t",
    "\x00",
    "\x1f",
    "\ufeff",
    "\u00ad",
    "\u200d",
    "\u2028",
    "\ud83d",
    "\ude00",
    "😀",
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈 ",
    "e\u0301",
    "\u0301" * 70,
    "\u202eabc\u202c",
    "مرحبا بالعالم ",
    "שלום 12% ",
    "中文句子。另一个句子！",
    "ß",
    "ﬁ",
    "İ",
    "x" * 300,
    "word " * 450,
    "." * 40,
    "7" * 200,
    "1,000,000.50",
    "-−$€%",
    "“",
    "”",
    "‘",
    "(",
    "]",
    "?!",
    "...",
    "https://example.org/a?b=c#d ",
    "J.R. ",
    "No. 5 ",
    "half of ",
    "he said ",
    "of the and to ",
]
ANY_CHARACTER = st.text(st.characters(exclude_categories=()))  # half a surrogate pair is one too
ANY_TEXT = ANY_CHARACTER | st.lists(st.sampled_from(NASTY) | ANY_CHARACTER, max_size=12).map("".join)


def extract(text, model):
    return find_candidates(text, recognise(text), pipeline=model)


def assert_lies_within(part, text, start, end):
    """A quantity, date, name or cue: characters of the stretch, the ones it says."""
    assert start <= part["start"] < part["end"] <= end
    assert part.get("text") in {None, text[part["start"] : part["end"]]}


def assert_is_sound(text, blocks, found):
    words = [block for block in blocks if block.role != Role.FURNITURE]
    for sentence in found.sentences:
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end] != ""
        assert any(block.start <= sentence.start < sentence.end <= block.end for block in words)
        assert 0 <= sentence.score <= 1
        for cue in sentence.against:
            assert_lies_within(cue, text, sentence.start, sentence.end)
        assert sentence.twin is None or sentence.twin in [one[:2] for one in found.sentences]
    assert all(before.end <= after.start for before, after in pairwise(found.sentences))
    for candidate in found.candidates:
        start, end = candidate.start, candidate.end
        assert text[start:end].strip() == text[start:end] != ""
        homes = [one for one in found.sentences if one.start <= start < end <= one.end]
        assert len(homes) == 1
        for part in (*candidate.cues, *candidate.quantities, *candidate.dates, *candidate.names):
            assert_lies_within(part, text, homes[0].start, homes[0].end)
        assert candidate.standalone.strip() == candidate.standalone != ""
    assert len({one[:2] for one in found.candidates}) == len(found.candidates)
    json.dumps([*found.sentences, *found.candidates]).encode()


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_blocks_partition_any_text(raw):
    text = normalise(raw)

    blocks = recognise(text)

    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert all(before.end == after.start for before, after in pairwise(blocks))
    assert [block.start for block in blocks[:1]] == [0] * bool(text)
    assert all(block.start < block.end for block in blocks)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_what_is_found_in_any_text_lies_where_it_says(blank, raw):
    text = normalise(raw)

    assert_is_sound(text, recognise(text), extract(text, blank))


@pytest.mark.model
@settings(max_examples=40, deadline=None)
@given(ANY_TEXT)
def test_the_same_with_the_trained_model_and_twice_the_same(raw):
    text = normalise(FACT + raw)

    found = extract(text, pipeline.load())

    assert_is_sound(text, recognise(text), found)
    assert found == extract(text, pipeline.load())


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_text_is_a_document_or_said_to_be_none(raw, headline, standfirst):
    try:
        document = documents.from_text(raw, headline, standfirst)
    except documents.UnreadableText:
        assert not any(map(documents.is_visible, normalise(raw)))
        return

    assert document.title.strip() == document.title != ""
    assert "".join(document.text[start:end] for _role, start, end in document.blocks) == document.text
