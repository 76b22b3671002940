"""Any texts and any spans."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.anchoring import Change, anchor
from claims.text import Span

PIECES = st.sampled_from(
    ["Rents rose", " 9 percent", ". ", "\n", "\n\n", "\r\n", "\u00a0", "“We ", "won,”", " said Brandt", "‘a’",
     "- an item", ":", "It did not.", "1,200", " in May 2019", "😀", "e\u0301", "\u00ad", "\u202e", "ارتفعت",
     "市长", "$5", "\x00", "\ud800", "...", "?", "A.B.", "'s", " ", "\t", "½", "x"]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.text(max_size=80),
    st.text(string.ascii_letters + " .\n“”'\"0123456789", max_size=200),
)


@st.composite
def spans_of(draw, texts=TEXTS):
    text = draw(texts)
    offsets = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(offsets, offsets), max_size=6))
    return text, [Span(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]


@given(
    spans_of(), TEXTS, st.dictionaries(st.integers(0, 5), TEXTS), st.dictionaries(st.integers(0, 5), TEXTS)
)
@settings(max_examples=100, deadline=None)
def test_places_are_spans_of_the_new_text(old_and_spans, new, fixes, claimants):
    old, spans = old_and_spans
    fixes, claimants = (
        {n: one for n, one in given.items() if n < len(spans)} for given in (fixes, claimants)
    )

    found = anchor(old, new, spans, fixes, claimants)

    assert len(found) == len(spans)
    for n, one in enumerate(found):
        assert one.why.endswith(".")
        if one.place is None:
            assert one.change == Change.GONE or (one.change == Change.FIX_APPLIED and n in fixes)
        else:
            assert one.change != Change.GONE
            assert 0 <= one.place.start < one.place.end <= len(new)


@given(spans_of())
@settings(max_examples=100, deadline=None)
def test_the_same_text_leaves_every_claim_where_it_is(old_and_spans):
    text, spans = old_and_spans

    assert [(one.change, one.place) for one in anchor(text, text, spans)] == [
        (Change.SAME, span) for span in spans
    ]


@given(
    spans_of(
        st.lists(st.sampled_from(["Rents rose 9 percent.", "It rained.", "“We won,” said Ada."])).map(
            " ".join
        )
    )
)
@settings(max_examples=100, deadline=None)
def test_a_paragraph_before_moves_the_offsets_and_nothing_else(old_and_spans):
    text, spans = old_and_spans
    lead = "Fog lay over the pier.\n\n"
    worded = [
        span for span in spans if text[slice(*span)].strip(" .,“”") and not text[slice(*span)][0].isspace()
    ]
    worded = [span for span in worded if not text[span.end - 1].isspace()]

    found = anchor(text, lead + text, worded)

    assert [(one.change, one.place) for one in found] == [
        (Change.SAME, Span(span.start + len(lead), span.end + len(lead))) for span in worded
    ]
