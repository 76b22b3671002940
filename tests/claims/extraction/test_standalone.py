"""A claim far from its article. The sentences are invented; the trained pipeline reads them."""

import re

import pytest

from claims.extraction.spans import checkable_parts
from claims.extraction.standalone import Context, spelled
from claims.text.dates import FoundDate
from claims.text.spans import Span

pytestmark = pytest.mark.model


def written_out(sentences, reads):
    """The claims of the last of the sentences, each by itself."""
    context = Context()
    *before, last = [reads(sentence) for sentence in sentences]
    for reading, _signals in before:
        context.meet(reading)
    return [context.stand_alone(last[0], span, []) for span in checkable_parts(*last)]


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ("Dmitry Peskov met the press.", "He announced talks.", "He [Dmitry Peskov] announced talks."),
        ("Jane Miller met John Hill.", "She resigned in May.", "She [Jane Miller] resigned in May."),
        ("Jane Miller met the press.", "Her party won in May.", "Her [Jane Miller’s] party won in May."),
        ("The mayor opened the school.", "She was cheered.", "She [the mayor] was cheered."),
        ("The fund lost 4 million.", "It was closed in May.", "It [the fund] was closed in May."),
        ("The fund lost 4 million.", "It’s closed since May.", "It’s [the fund] closed since May."),
        ("His successor is Ines Arno.", "She was born in Leeds.", "She [Ines Arno] was born in Leeds."),
        ("The fund lost 4 million.", "Its head resigned.", "Its [the fund’s] head resigned."),
        ("The old mills were sold.", "Their roofs fell in.", "Their [the old mills’] roofs fell in."),
        ("The old mills were sold.", "They had run since 1911.", "They [the old mills] had run since 1911."),
        (
            "In 2024 there were 2,460 flats.",
            "That is a drop of 40 percent.",
            "That [In 2024 there were 2,460 flats] is a drop of 40 percent.",
        ),
    ],
)
def test_a_pronoun_gets_its_antecedent(before, sentence, expected, reads):
    assert written_out([before, sentence], reads) == [expected]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Karim Vasu met Toma Lind.", "He resigned in May."),
        ("The minister met Toma Lind.", "He resigned in May."),
        ("Jane Miller met the press.", "He resigned in May."),
        ("The council bought the mill.", "It was closed in May."),
        ("Marrow Quay closed its last tram line.", "It had run since 1911."),
        ("The company applied for a licence.", "It was refused in May."),
        ("The head of the union spoke to the council.", "It rejected the plan in May."),
        ("The bank was bought by Kelso Holding in 2011.", "It sold the hotels in 2015."),
        ("The minister said that exports fell in May.", "This is a drop of 40 percent."),
        ("Its leader resigned.", "He died in 2012."),
        ("The baker’s family used it for potatoes.", "It was closed in May."),
        ("The council met on Monday.", "If the fund fails, it loses 4 million."),
        ("A new letter arrived.", "It was closed in May."),
        ("Jane Miller met the press.", "It was closed in May."),
        ("The council met on Monday.", "It is clear that taxes rose."),
        ("The council met on Monday.", "They are 14 in all."),
        ("The letter is kept in the archive", "It has survived three floods."),
        ("The letter is kept in the archive.", "It has survived three floods"),
        ("Will the flats be sold?", "That is a drop of 40 percent."),
    ],
)
def test_a_wrong_antecedent_is_worse_than_none(before, sentence, reads):
    assert written_out([before, sentence], reads) == [sentence]


def test_after_two_sentences_without_anybody_he_is_unknown(reads):
    story = ["Dmitry Peskov met the press.", "Prices rose in May.", "Wages fell in June.", "He left at noon."]

    assert written_out([story[0], story[1], story[3]], reads) == ["He [Dmitry Peskov] left at noon."]
    assert written_out(story, reads) == ["He left at noon."]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The company employs 240 people and has been profitable since 2020.",
            ["The company employs 240 people", "[The company] has been profitable since 2020."],
        ),
        (
            "The company made a profit of 3 million euros; its rival lost 2 million.",
            ["The company made a profit of 3 million euros", "Its [the company’s] rival lost 2 million."],
        ),
        (
            "The ministry said that all of its 40 schools were closed.",
            ["All of its [the ministry’s] 40 schools were closed."],
        ),
        (
            "Bank closes 30 branches and cuts 400 jobs",
            ["Bank closes 30 branches", "[Bank] cuts 400 jobs"],
        ),
        (
            "Taxes were cut in 2011, but they rose to 4 percent in 2013.",
            ["Taxes were cut in 2011", "They [taxes] rose to 4 percent in 2013."],
        ),
    ],
)
def test_what_a_part_takes_from_the_rest_of_its_sentence(sentence, expected, reads):
    assert written_out([sentence], reads) == expected


def test_whom_a_speaker_means_is_not_in_the_sentences_of_the_author(reads):
    story = [
        "Jane Miller met the press.",
        "“Wages fell in May.",
        "She resigned in June.”",
        "She left at noon.",
    ]

    assert written_out(story[:3], reads) == ["She resigned in June.”"]
    assert written_out(story, reads) == ["She [Jane Miller] left at noon."]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peskov left at noon.", "Peskov [Dmitry Peskov] left at noon."),
        ("Dmitry Peskov left at noon.", "Dmitry Peskov left at noon."),
        ("Team Peskov left at noon.", "Team Peskov left at noon."),
    ],
)
def test_a_last_name_gets_its_first_name(sentence, expected, reads):
    assert written_out(["Dmitry Peskov met the press.", sentence], reads) == [expected]


@pytest.mark.parametrize(
    ("value", "precision", "expected"),
    [
        ("2025-05-15", "day", "15 May 2025"),
        ("2025-05", "month", "May 2025"),
        ("2025", "year", "2025"),
        ("2025-W20", "week", "week of 12 May 2025"),
        ("2025-05-12", "week", "week of 12 May 2025"),
        ("2024/25", "year", "2024/25"),
    ],
)
def test_a_date_is_spelled_by_its_precision(value, precision, expected):
    assert spelled(value, precision) == expected


def test_a_relative_date_gets_its_value_and_the_first_letter_is_a_capital(reads):
    text = "However, talks begin this Thursday in Istanbul."
    reading, _signals = reads(text)
    date = FoundDate(
        text="this Thursday", start=21, end=34, value="2025-05-15", precision="day", relative=True
    )

    written = Context().stand_alone(reading, Span(9, len(text)), [date])

    assert written == "Talks begin this Thursday [15 May 2025] in Istanbul."
    assert "[" not in Context().stand_alone(reading, Span(9, len(text)), [{**date, "value": None}])


def test_the_first_letter_becomes_a_capital_unless_it_is_part_of_a_name(reads):
    assert written_out(["however, exports fell by 4% in 2024."], reads) == ["Exports fell by 4% in 2024."]
    assert written_out(["eBay closed 12 offices in 2024."], reads) == ["eBay closed 12 offices in 2024."]


def test_the_words_in_brackets_are_those_of_the_article(reads):
    story = [
        "Dmitry Peskov met the press in Leeds.",
        "He announced talks, and they began in May.",
        "The fund lost 4 million crowns in 2023.",
        "That was a drop of 40 percent, but it was not closed.",
        "Its owner, Jane Miller, resigned and sold 40 ships in 2023.",
        "She employs 240 people and has been rich since 2020.",
    ]
    context, written = Context(), []
    for reading, signals in map(reads, story):
        written += [context.stand_alone(reading, span, []) for span in checkable_parts(reading, signals)]
        context.meet(reading)
    notes = [note for claim in written for note in re.findall(r"\[(.*?)(?:’s)?\]", claim)]

    assert len(set(notes)) > 2
    assert [note for note in notes if note.lower() not in " ".join(story).lower()] == []
