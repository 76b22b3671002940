from datetime import date

import pytest

from claims.extraction.cues import Signal
from claims.extraction.names import Names
from claims.extraction.pipeline import load
from claims.extraction.reader import Reader
from claims.extraction.suggestions import Suggestions, cues


def suggested(text, pipeline, published=None, *, start=0):
    (found,) = Reader(pipeline).read([text])
    return Suggestions(Names(), published).of(found, start, 0.7, "the office")


def test_what_a_suggestion_holds_counts_from_the_start_of_the_article(blank):
    text = "Exports fell by 4% on 3 May 2025."

    (only,) = suggested(text, blank, start=100)

    assert (only.start, only.end, only.score, only.claimant) == (100, 100 + len(text), 0.7, "the office")
    parts = [*only.quantities, *only.dates]
    assert [text[part["start"] - 100 : part["end"] - 100] for part in parts] == ["4%", "3 May 2025"]
    assert all(100 <= cue["start"] < cue["end"] <= 100 + len(text) for cue in only.cues)


def test_relative_dates_are_reckoned_from_the_date_of_the_article(blank):
    text = "The bridge was closed yesterday."

    (undated,) = suggested(text, blank)
    (dated,) = suggested(text, blank, date(2025, 5, 13))

    assert [one["value"] for one in (*undated.dates, *dated.dates)] == [None, "2025-05-12"]
    assert dated.standalone == "The bridge was closed yesterday [12 May 2025]."


@pytest.mark.model
def test_two_facts_share_what_stands_outside_and_keep_what_is_their_own():
    text = "The company employs 240 people and has been profitable since 2020."

    first, second = suggested(text, load())

    assert [one["text"] for one in first.quantities] == ["240 people"]
    assert [one["text"] for one in second.dates] == ["2020"]
    assert (first.dates, second.quantities) == ([], [])
    assert second.standalone.startswith("[The company] ")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "claimant", "said_by"),
    [
        (
            "Rents fell by 4 percent, but the mayor says wages fell by 6 percent.",
            "the mayor",
            ["", "the mayor"],
        ),
        (
            "The theatre has 400 seats and the museum has 40 rooms, according to the mayor.",
            "the mayor",
            ["the mayor"] * 2,
        ),
        ("Rents fell by 4 percent; wages fell by 6 percent.", "Jane Hill", ["Jane Hill"] * 2),
        # "Lee" stands in "fleet" too
        ("The fleet grew by 4 percent, but Lee says wages fell by 6 percent.", "Ann Lee", ["", "Ann Lee"]),
    ],
)
def test_who_speaks_in_the_second_part_does_not_say_the_first(text, claimant, said_by):
    (found,) = Reader(load()).read([text])

    parts = Suggestions(Names(), None).of(found, 0, 0.7, claimant)

    assert [part.claimant for part in parts] == said_by


@pytest.mark.model
def test_without_a_claimant_who_says_it_stands_in_the_claim():
    text = "A website claimed exports fell by 4 percent."
    (found,) = Reader(load()).read([text])

    (unknown,), (known,) = (Suggestions(Names(), None).of(found, 0, 0.7, who) for who in ("", "website"))

    assert (text[unknown.start : unknown.end], text[known.start : known.end]) == (text, text[18:])


def test_cues_are_those_of_the_names_asked_for():
    signals = [Signal("a number", 3, 5), Signal("a question", 8, 9)]

    assert cues(signals, frozenset({"a number"}), 10) == [{"cue": "a number", "start": 13, "end": 15}]
