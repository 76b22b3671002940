import pytest

from claims.text.tense import Tense, tense_at


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The council voted on DATE to build", Tense.PAST),
        ("On DATE the council voted", Tense.PAST),
        ("His press conference on DATE was no theatre", Tense.PAST),
        ("He said he will travel on DATE", Tense.FUTURE),
        ("Talks are due to begin on DATE", Tense.FUTURE),
        ("The county wants to decide in DATE", Tense.FUTURE),
        ("Work starts in DATE", Tense.FUTURE),
        ("The draft that was leaked will be voted on DATE", Tense.FUTURE),
        ("It was there. They will meet on DATE", Tense.FUTURE),
        ("They agreed to meet on DATE", Tense.UNCLEAR),
        ("Talks were set for DATE", Tense.UNCLEAR),
        ("He said he would travel on DATE", Tense.UNCLEAR),
        ("It is opened on DATE", Tense.UNCLEAR),
        ("The proposed talks on DATE", Tense.UNCLEAR),
        ("Talks on DATE", Tense.UNCLEAR),
        ("He said: “Talks on DATE", Tense.UNCLEAR),
    ],
)
def test_the_nearest_verb_before_the_date_gives_the_tense(text, tense):
    start = text.index("DATE")

    assert tense_at(text, start, start + 4) is tense
