import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.dates import find_dates
from claims.text.resolving import resolve

MONDAY = datetime.date(2025, 5, 12)


def resolved(text, published=MONDAY):
    return [(date["text"], date["value"]) for date in resolve(find_dates(text), text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Russia was ready for talks this Thursday, he said.", "2025-05-15"),
        ("Her speech on Sunday was not long.", "2025-05-11"),
        ("It voted on Tuesday.", "2025-05-06"),
        ("It voted on Monday.", "2025-05-12"),
        ("It will vote on Tuesday.", "2025-05-13"),
        ("The council will vote on Monday.", None),
        ("He agreed to meet on Friday.", None),
        ("Talks on Friday", None),
        ("on the Saturday they left", None),
        ("last Thursday it rained", "2025-05-08"),
        ("It opens next Sunday.", None),
        ("this week it begins", "2025-W20"),
        ("last week it rained", "2025-W19"),
        ("It rained three weeks ago.", "2025-W17"),
        ("He left two days ago.", "2025-05-10"),
        ("He left two years ago.", "2023"),
        ("last month it rained", "2025-04"),
        ("It opens next year.", "2026"),
        ("last summer it rained", "2024"),
        ("last winter it snowed", None),
        ("over the past year", None),
        ("The army left yesterday.", "2025-05-11"),
        ("The army left the day before yesterday.", None),
        ("The army left before yesterday's vote.", "2025-05-11"),
        ("The January 6 attack shocked the town.", None),
        ("On January 6 the town was shocked.", "2025-01-06"),
        ("On the 6th of January the town was shocked.", "2025-01-06"),
        ("The firm today announced a loss.", "2025-05-12"),
        ("The way takes 40 minutes by bus today, and 19 by tram.", None),
        ("On 14 April it met.", "2025-04-14"),
        ("On 14 May it met.", "2024-05-14"),
        ("On 14 May it will meet.", "2025-05-14"),
        ("They met on Saturday, May 2.", None),
        ("They met on Saturday, May 3.", "2025-05-03"),
        ("In August it closed.", "2024-08"),
        ("It opens in August.", "2025-08"),
        ("She announced free rides from August.", None),
        ("It was 6 percent in June last year.", "2024-06"),
        ("Those casting their vote on 20 June will decide.", "2025-06-20"),
        ("He warned that on Friday nobody", None),
        ("“I had decided on Friday to go.”", None),
        ("‘It will be open before Saturday and", None),
        ("on the Saturday, as he said on Friday,” she wrote", None),
    ],
)
def test_relative_dates_are_reckoned_from_the_articles_date(text, value):
    assert resolved(text)[0][1] == value


def test_nothing_relative_has_a_value_without_the_articles_date():
    text = "Yesterday, this Thursday, on 14 May, in March, last year and in 2019 it rained."

    assert [value for _text, value in resolved(text, None)] == [None, None, None, None, None, "2019"]


def test_later_counts_from_the_date_before_it():
    assert resolved("Opened on 3 March 1958, it closed six days later.")[1][1] == "1958-03-09"
    assert resolved("Opened in 1871, it closed two years later.")[1][1] == "1873"
    assert resolved("Opened in 1871, it closed two days later.")[1][1] is None
    assert resolved("It closed two years later.")[0][1] is None
    assert resolved("Opened in the 1990s, it closed two years later.")[1][1] is None
    assert resolved("Opened in the 19th century, it closed two years later.")[1][1] is None


def test_a_day_beside_another_year_is_not_of_this_one():
    assert resolved("In 1972 he left on 3 March.")[1] == ("3 March", None)


def test_at_the_ends_of_time_nothing_is_reckoned():
    text = "He left yesterday and will come tomorrow."

    assert resolved(text, datetime.date.min)[0] == ("yesterday", None)
    assert resolved(text, datetime.date.max)[1] == ("tomorrow", None)


@given(st.text())
def test_any_text_gives_spans_that_hold_their_words(text):
    for date in resolve(find_dates(text), text, MONDAY):
        assert text[date["start"] : date["end"]] == date["text"] != ""


@given(
    st.dates(), st.sampled_from(["on Tuesday it was", "last week", "on 29 February it was", "in May it was"])
)
def test_any_day_of_publication_is_reckoned_from(published, text):
    for _words, value in resolved(text, published):
        assert value is None or value[:4].isdigit()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It banned Saturday's march.", None),
        ("Holding Friday prayers, he spoke.", None),
        ("On Friday voters turned out.", "2025-05-09"),
        ("The mayor said Friday its harbour was closed.", "2025-05-09"),
        ("In April the mean temperature rose over twelve summers.", None),
        ("In April it rose to 12 crowns.", "2025-04"),
        ("It was 7.4 percent when I came and it is 6.8 percent today.", None),
        ("He was born on 12 March.", None),
        ("The hearing was put off until Friday.", None),
        ("The hearing was put off until 3 December.", None),
        ("A January 6 hearing was held.", None),
        ("It rained and on Friday it will snow.", None),
        ("The next year it rained.", None),
        ("Red Reed on Friday", None),
    ],
)
def test_what_may_be_another_day_has_no_value(text, value):
    assert resolved(text)[0][1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was shut from March to May 2020.", "2020-03"),
        ("It was shut from November to March 2020.", "2019-11"),
        ("In May and June 2020 it was shut.", "2020-05"),
        ("In November and March 2020 it was shut.", None),
        ("It ran from 3 May to 7 June 2022.", "2022-05-03"),
        ("It ran from 28 December – 3 January 2022.", "2021-12-28"),
        ("He left on 3 April, and on 7 June 2022 she did.", "2025-04-03"),
    ],
)
def test_a_stretch_of_time_has_the_year_of_its_end(text, value):
    assert resolved(text)[0][1] == value


def test_nothing_is_reckoned_over_a_date_that_could_not_be_read():
    text = "In 2015 it fell, in 2021-03 it rose; two years later it stood."

    assert [date["value"] for date in resolve(find_dates(text), text, None)] == ["2015", None, None]
