"""The claim says no more than its sentence. The sentences are invented; the trained pipeline reads them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.spans import checkable_parts
from claims.text.patterns import words

pytestmark = pytest.mark.model

DENIED = words("not false falsely no neither never rumour few unless wrong wrongly myth hoax without if")
AROUND = st.sampled_from(
    [
        "The minister falsely claimed that {}.",
        "The minister wrongly said {}.",
        "The minister never said that {}.",
        "No minister said that {}.",
        "Neither minister said that {}.",
        "Few ministers said that {}.",
        "As the minister wrongly claimed, {}.",
        "According to a false report, {}.",
        "According to a rumour, {}.",
        "Without evidence, the ministry claimed {}.",
        "False: {}.",
        "Myth: {}.",
        "Not true: {}.",
        "There is no evidence that {}.",
        "It is not true that {}.",
        "The ministry denied that {}.",
        "If {}, the plan failed.",
        "Unless {}, the plan failed in 2023.",
        "{}, the minister wrongly said.",
        "{}, which is not true.",
        "{}, but that is false.",
        "{}, the ministry said, unless the figures are wrong.",
        "{}, if the ministry is right.",
        "{}, a hoax by its enemies.",
    ]
)
FACTS = st.sampled_from(
    [
        "the fund lost 4 million crowns in 2023",
        "Norway closed 12 prisons in 2021",
        "exports to Sweden fell by 4 percent in May",
        "14 of the 60 schools were closed in 2022",
        "Norway closed 12 prisons in 2021 and Sweden opened nine schools in 2022",
    ]
)


@settings(max_examples=80, deadline=None)
@given(around=AROUND, fact=FACTS)
def test_what_is_left_out_neither_denies_nor_doubts_the_rest(around, fact, reads):
    sentence = around.format(fact)
    sentence = sentence[0].upper() + sentence[1:]
    outside = sentence
    for part in reversed(checkable_parts(*reads(sentence))):
        outside = f"{outside[: part.start]} {outside[part.end :]}"

    assert DENIED.isdisjoint(re.findall(r"\w+", outside.lower()))
