import pytest

from claims.anchoring import Change, anchor
from claims.anchoring.version import Version
from claims.text import Span


def became(old, new, words, **more):
    start = old.index(words)
    [found] = anchor(old, new, [Span(start, start + len(words))], **more)
    return found.change


SPEECH = "Brandt said: “The roof leaks. We drip. All is lost.” Then it rained."
LATE = "“The roof leaks. We drip,” the mayor said on Monday. Then it rained."
LIST = "The mayor confirmed:\n- rents rose\n- homes fell\n\nIt was late."


@pytest.mark.parametrize(
    ("old", "was", "now", "words", "wanted"),
    [
        (SPEECH, "Brandt", "Lindqvist", "We drip.", Change.FACT_CHANGED),
        (SPEECH, "leaks", "holds", "We drip.", Change.SAME),
        (SPEECH, "Then", "Brandt said", "We drip.", Change.SAME),
        (LATE, "mayor", "king", "The roof leaks.", Change.FACT_CHANGED),
        (LATE, "said", "denied", "The roof leaks.", Change.FACT_CHANGED),
        (LATE, "Monday", "Tuesday", "The roof leaks.", Change.SAME),
        (LIST, "confirmed", "denied", "homes fell", Change.FACT_CHANGED),
        (LIST, "mayor", "king", "homes fell", Change.FACT_CHANGED),
        (LIST, "The mayor confirmed:\n", "", "rents rose", Change.FACT_CHANGED),
        (LIST, "rents rose", "rents fell", "homes fell", Change.SAME),
    ],
)
def test_who_speaks_and_what_leads_in_belong_to_the_claim(old, was, now, words, wanted):
    assert became(old, old.replace(was, now), words) == wanted


def test_the_stored_claimant_is_still_named():
    old = "Ada Brandt spoke on the pier. Fog lay there. Rents rose 9 percent, she said."

    def now(was, new):
        return became(old, old.replace(was, new), "Rents rose 9 percent", claimants={0: "Ada Brandt"})

    assert now("Ada Brandt", "Eva Lind") == Change.FACT_CHANGED
    assert now("Ada Brandt spoke on the pier. ", "") == Change.FACT_CHANGED
    assert now("Fog lay there. ", "") == Change.SAME
    assert now("spoke", "sang") == Change.SAME


def test_the_sentences_that_hold_a_span():
    version = Version("One is here. Two is here. Three is here.")

    assert version.holding(Span(4, 6)) == [0]
    assert version.holding(Span(4, 16)) == [0, 1]
    assert version.holding(Span(12, 13)) == []
    assert version.holding(Span(13, 40)) == [1, 2]
