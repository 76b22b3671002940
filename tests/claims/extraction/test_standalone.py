"""A claim far from its article. The sentences are invented; the trained pipeline reads them."""

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
        ("Karim Vasu met Toma Lind.", "He resigned in May.", "He resigned in May."),
        ("The fund lost 4 million.", "It was closed in May.", "It [the fund] was closed in May."),
        ("The council bought the mill.", "It was closed in May.", "It was closed in May."),
        ("The council met on Monday.", "It is clear that taxes rose.", "It is clear that taxes rose."),
        ("The council met on Monday.", "They are 14 in all.", "They are 14 in all."),
        ("The old mills were sold.", "They had run since 1911.", "They [the old mills] had run since 1911."),
    ],
)
def test_a_pronoun_gets_its_antecedent_where_only_one_fits(before, sentence, expected, reads):
    assert written_out([before, sentence], reads) == [expected]


def test_a_second_part_gets_the_subject_it_shares(reads):
    claims = written_out(["The company employs 240 people and has been profitable since 2020."], reads)

    assert claims == ["The company employs 240 people", "[The company] has been profitable since 2020."]


def test_a_last_name_gets_its_first_name(reads):
    claims = written_out(["Dmitry Peskov met the press.", "Peskov left at noon."], reads)

    assert claims == ["Peskov [Dmitry Peskov] left at noon."]


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
