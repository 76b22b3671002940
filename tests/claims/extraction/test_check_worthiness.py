import pytest

from claims.extraction import pipeline, score_sentences
from claims.extraction.check_worthiness import BATCH, score_all
from claims.extraction.reader import Reader
from claims.text import Role

FACTS = [
    "The city employs 9,400 people.",
    "The bridge was opened on 14 May 1871.",
    "The trust owns four of the six lighthouses.",
    "The mayor resigned in March.",
    "Unemployment fell to 4.1 percent in the second quarter.",
    "According to the ministry, 312 schools were without heating last winter.",
    "In a shameless move, the council voted 9-4 to close both of its libraries.",
    "He served two terms as governor before he was convicted of fraud.",
    "The law bans smoking in cars with children.",
    "Exports to China doubled between 2010 and 2019.",
]
NO_CLAIMS = {
    "opinion": "It is a disgrace that nobody in this town has the courage to say so.",
    "prediction": "I am sure that they will come to regret this one day.",
    "question": "Who would want to live in a place like that?",
    "instruction": "Think of your children before you sign.",
    "advice": "We should all be a little kinder to our neighbours.",
    "generality": "Life is full of surprises, and nobody knows what it holds.",
    "transition": "But let us leave that aside for a moment.",
    "appeal": "Sign up for our newsletter and never miss a story.",
    "a figure alone": "Nobody who has sat through 20 years of this can be surprised.",
    "a few words": "What a day.",
}

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def scores():
    texts = [*FACTS, *NO_CLAIMS.values()]
    return dict(zip(texts, score_sentences(texts, pipeline.load()), strict=True))


@pytest.mark.parametrize("text", FACTS)
def test_a_fact_is_worth_a_check(scores, text):
    assert scores[text] >= 0.5


@pytest.mark.parametrize("kind", NO_CLAIMS)
def test_what_nobody_can_check_is_not(scores, kind):
    assert scores[NO_CLAIMS[kind]] < 0.5


def score(texts, role):
    found = Reader(pipeline.load()).read(texts)
    return score_all([one.reading for one in found], [one.signals for one in found], [role] * len(texts))


def test_a_subheading_scores_below_the_same_words_in_a_paragraph():
    assert score(FACTS[:1], Role.SUBHEADING) < score(FACTS[:1], Role.PARAGRAPH)


def test_the_company_of_a_sentence_does_not_move_its_score():
    many = [f"{text[:-1]} in {year}." for text in FACTS for year in range(1990, 1990 + BATCH // 4)]

    together = score(many, Role.PARAGRAPH)

    assert len(together) == len(many) > BATCH
    assert together[::40] == pytest.approx(
        [score([text], Role.PARAGRAPH)[0] for text in many[::40]], abs=2e-4
    )


def test_nothing_has_no_scores():
    assert score_all([], [], []) == []


def test_words_that_stand_there_twice_are_judged_once(monkeypatch):
    judged, scorer = [], pipeline.scorer()

    def counting(readings, signals):
        judged.extend(reading.text for reading in readings)
        return scorer(readings, signals)

    monkeypatch.setattr(pipeline, "scorer", lambda: counting)
    scores = score([FACTS[0], FACTS[1], FACTS[0]], Role.PARAGRAPH)

    assert sorted(judged) == sorted(FACTS[:2])
    assert scores[0] == scores[2] != scores[1]
