"""What of a sentence is the claim. The sentences are invented; the trained pipeline reads them.

In the tables [square brackets] stand around each checkable part.
"""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.reading import read
from claims.extraction.spans import checkable_parts
from claims.text.patterns import words

pytestmark = pytest.mark.model


def marked(sentence, reads):
    """The sentence with brackets around its parts."""
    out, last = "", 0
    for span in checkable_parts(*reads(sentence)):
        out += sentence[last : span.start] + "[" + sentence[span.start : span.end] + "]"
        last = span.end
    return out + sentence[last:]


def check(expected, reads):
    assert marked(re.sub(r"[\[\]]", "", expected), reads) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "However, [exports rose by 4 percent in 2024.]",
        "For example, [the talks of 2022 collapsed after six weeks.]",
        "In a surprising development, [Norway closed its border with Russia.]",
        "Cutting Red Tape: [The ministry abolished 40 forms in 2023.]",
        "Meanwhile the [share of empty flats has risen from 4 to 6 percent.]".replace(
            "the [share", "[the share"
        ),
        "But [the council rejected the plan.]",
        "[In Gannet Sound, the cover shrank by three percentage points.]",
        "[Roads and bridges: 140 million, down from 175 million]",
    ],
)
def test_a_lead_in_stays_outside(expected, reads):
    check(expected, reads)


@pytest.mark.parametrize(
    "expected",
    [
        "According to the transport office, [the journey takes 41 minutes.]",
        "[The journey takes 41 minutes], according to the transport office.",
        "[The journey takes 41 minutes], the transport office said.",
        "The transport office said [the journey takes 41 minutes.]",
        "Jane Miller said on Monday that [the fund had lost 4 million euros.]",
        "[Jane Miller said that the talks would fail.]",
        "[Jane Miller said that she was born in Leeds.]",
        "[Jane Miller did not say that the fund had lost 4 million euros.]",
        "[Jane Miller denied that the fund had lost 4 million euros.]",
        "[Jane Miller said the fund had lost “a great deal of money”.]",
        "[“We closed 14 schools,” said Jane Miller.]",
    ],
)
def test_who_says_it_stays_outside_where_the_words_are_a_fact(expected, reads):
    check(expected, reads)


@pytest.mark.parametrize(
    "expected",
    [
        "[Half of the delegation wore camouflage], a poignant reminder of the war at home.",
        "[The EU adopted its 18th round of sanctions], underscoring the fact that Europe is watching.",
        "[The mayor spent 4 million crowns on a fountain], which is a disgrace.",
        "[The talks were held in Geneva, marking the first meeting since March 2022.]",
    ],
)
def test_an_opinion_at_the_end_stays_outside(expected, reads):
    check(expected, reads)


@pytest.mark.parametrize(
    "expected",
    [
        "[Exports rose by 4 percent in 2024], while [imports fell by 2 percent.]",
        "[Exports rose by 4 percent]; [imports fell to 300 million.]",
        "[The police closed the bridge for six hours], and [the trailer needed 70 minutes.]",
        "[The company employs 240 people] and [has been profitable since 2020.]",
        "[The draft puts schools first and cuts roads.]",
        "[In 2024 exports rose and imports fell.]",
        "[He won the vote in May and the race in June.]",
    ],
)
def test_two_facts_are_two_claims_where_a_clause_ends(expected, reads):
    check(expected, reads)


def test_a_question_and_a_sentence_without_a_parse_stay_whole(reads, blank):
    question = "However, did exports rise by 4 percent in 2024, and did imports fall?"
    plain = "However, exports rose by 4 percent, and imports fell."

    assert checkable_parts(*reads(question)) == [(0, len(question))]
    assert checkable_parts(read(blank(plain)), []) == [(0, len(plain))]


PIECES = words("He said that “ ” ( ) , ; and while exports rose fell 4 % in 2024 : – . ’ ' \" which X")
TEXTS = st.text(max_size=120) | st.lists(st.sampled_from(sorted(PIECES)), max_size=40).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_parts_are_in_order_and_apart_and_trimmed(text, reads):
    parts = checkable_parts(*reads(text))

    assert parts
    assert parts == sorted(parts)
    assert all(one.end <= two.start for one, two in pairwise(parts))
    for start, end in parts:
        assert 0 <= start <= end <= len(text)
        assert text[start:end] == text[start:end].strip()
