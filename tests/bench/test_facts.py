from bench.facts import facts
from claims.extraction.candidate import Candidate
from claims.text import Kind


def test_what_the_words_were_read_as():
    quantities = [
        {"text": "about 30 boats", "start": 0, "end": 14, "number": 30, "unit": "boats", "approximate": True},
        {"text": "dozens", "start": 15, "end": 21, "number": None, "unit": "", "approximate": False},
    ]
    dates = [
        {
            "text": "May 2021",
            "start": 22,
            "end": 30,
            "value": "2021-05",
            "precision": "month",
            "relative": False,
        }
    ]

    lines = facts(Candidate(0, 30, 0.9, Kind.QUANTITY, [], "", quantities, dates))

    assert list(lines) == ["about 30 boats = about 30 boats", "dozens = None", "May 2021 = 2021-05 (month)"]
