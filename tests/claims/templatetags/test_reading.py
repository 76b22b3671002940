import pytest
from django.utils.translation import override

from claims.models import Claim
from claims.templatetags import reading
from tests.pseudo import outside, speaking


def claim(text, *checkable, standalone="", start=10):
    """A claim at `start` with the first occurrences of `checkable` as its quantities."""
    places = [(start + text.index(words), words) for words in checkable]
    quantities = [{"text": words, "start": at, "end": at + len(words)} for at, words in places]
    return Claim(start=start, text=text, standalone=standalone, quantities=quantities, dates=[])


def test_figures_and_dates_of_a_claim_are_emphasised_and_all_else_is_escaped():
    harbour = claim("<b> 1,200 berths in 1987", "1,200 berths")
    harbour.dates = [{"text": "1987", "start": 30, "end": 34}]

    assert reading.emphasised(harbour) == "&lt;b&gt; <mark>1,200 berths</mark> in <mark>1987</mark>"


def test_what_was_added_for_reading_alone_is_told_from_the_words():
    one = claim(
        "It has 12 berths & 3 [sic] cranes.",
        "12 berths",
        "3",
        standalone="It [Quay 3, 12 berths] has 12 berths & 3 [sic] cranes.",
    )

    assert reading.stand_alone(one) == (
        'It <span class="added">[Quay 3, 12 berths]</span> has <mark>12 berths</mark>'
        " &amp; <mark>3</mark> [sic] cranes."
    )


def test_a_figure_that_is_not_found_again_is_not_emphasised():
    assert reading.stand_alone(claim("12 berths", "12 berths", standalone="Berths [12]")) == (
        'Berths <span class="added">[12]</span>'
    )


def test_words_that_need_nothing_added_stand_alone_as_they_are():
    assert reading.stand_alone(claim("12 berths", "12")) == "<mark>12</mark> berths"


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (1200, "berths", "1,200 berths"),
        (0.333, "", "0.333"),
        (-2.5, "%", "-2.5 %"),
        (None, "berths", "no exact number"),
    ],
)
def test_a_figure_as_it_was_read(number, unit, words):
    assert reading.figure({"number": number, "unit": unit}) == words


@pytest.mark.parametrize(
    ("value", "precision", "words"),
    [
        ("2025-05-15", "day", "Thursday 15 May 2025"),
        ("2025-W20", "week", "the week of Monday 12 May 2025"),
        ("2022-03", "month", "March 2022"),
        ("2019", "year", "2019"),
        ("2025", "season", "2025"),
        ("1941/1945", "year", "1941 to 1945"),
        ("2024-05-03/2024-05-05", "day", "Friday 3 May 2024 to Sunday 5 May 2024"),
        ("1990", "decade", "the 1990s"),
        ("2025-13", "month", "2025-13"),
        ("1900", "century", "the century from 1900"),
    ],
)
def test_a_date_in_words_by_its_precision(value, precision, words):
    assert reading.in_words(value, precision) == words


def test_figures_and_dates_are_written_as_the_reader_writes_them():
    with override("de"):
        assert reading.figure({"number": 1200.5, "unit": "berths"}) == "1.200,5 berths"
        assert reading.in_words("2025-05-15", "day") == "Donnerstag, 15. Mai 2025"
        assert reading.in_words("2025-05", "month") == "Mai 2025"


def test_no_word_of_a_date_is_fixed():
    with speaking():
        for value, precision in (("1990", "decade"), ("1900", "century"), ("2025-W20", "week")):
            assert outside(reading.in_words(value, precision), []) == []
        assert reading.in_words("1941/1945") == "«1941 to 1945»"
        assert reading.figure({"number": None, "unit": ""}) == "«no exact number»"


@pytest.mark.parametrize(
    ("code", "told"), [("en", ' lang="en"'), ("", ""), (None, ""), ('"', ' lang="&quot;"')]
)
def test_a_language_is_told_where_it_is_known(code, told):
    assert reading.lang(code) == told
