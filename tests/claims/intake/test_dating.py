from datetime import date

import pytest

from claims.intake.dating import printed_date
from claims.text import Block, Role

BODY = "A sentence of the text.\n"


def article(*parts):
    """A text and its blocks from (role, words)."""
    blocks, text = [], ""
    for role, words in parts:
        blocks.append(Block(role, len(text), len(text) + len(words) + 1))
        text += words + "\n"
    return text, blocks


def printed(words, role=Role.DATELINE):
    return printed_date(
        *article((Role.HEADLINE, "A headline of 1 May 2020"), (role, words), (Role.PARAGRAPH, BODY))
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Tuesday 3 June 2025 09:41 BST", date(2025, 6, 3)),
        ("May 15, 2025", date(2025, 5, 15)),
        ("Published 3 March 2024", date(2024, 3, 3)),
        ("2025-05-12", date(2025, 5, 12)),
        ("2025-05-12T17:08:00Z", date(2025, 5, 12)),
        ("13/05/2025", date(2025, 5, 13)),
        ("12/05/2025", None),
        ("Brask, 17 November 2026", date(2026, 11, 17)),
        ("JUNE 3, 2024", date(2024, 6, 3)),
        ("Tue, Sept. 3, 2024 at 5:02 p.m. EDT", date(2024, 9, 3)),
        ("Published 3 March 2024, updated 5 March 2024", date(2024, 3, 3)),
        ("Last updated: 5 March 2024. First published: 3 March 2024", date(2024, 3, 3)),
        ("Updated 5 March 2024", date(2024, 3, 5)),
        ("3 March 2024 | 5 March 2024", None),
        ("31 February 2024", None),
        ("March 2024", None),
        ("2 hours ago", None),
        ("— Jane Doe (@janedoe) November 18, 2019", None),
        ("Jane Doe on October 2, 2021 at 3:26 pm said:", None),
    ],
)
def test_what_a_dateline_says(words, day):
    assert printed(words) == day


def test_a_byline_may_hold_the_date():
    assert printed("By Jane Doe, 3 March 2024", Role.BYLINE) == date(2024, 3, 3)


def test_the_opening_of_the_first_paragraph_may_hold_it():
    assert printed("HAVERN POINT, 3 November 2026 – The station went online.", Role.PARAGRAPH) == date(
        2026, 11, 3
    )


def test_dates_of_the_text_are_not_the_articles():
    assert printed("On 3 March 2024 the station went online.", Role.PARAGRAPH) is None
    assert printed("The station on 3 March 2024", Role.CAPTION) is None


def test_the_head_counts_before_the_foot():
    body = [(Role.PARAGRAPH, BODY)] * 4
    foot = (Role.DATELINE, "5 March 2024")

    assert printed_date(*article((Role.DATELINE, "3 March 2024"), *body, foot)) == date(2024, 3, 3)
    assert printed_date(*article(*body, foot)) == date(2024, 3, 5)


def test_an_empty_text_has_no_date():
    assert printed_date("", []) is None
