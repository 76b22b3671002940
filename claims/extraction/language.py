"""Which language a text is in, offline."""

import re

from claims.extraction import pipeline
from claims.text.patterns import words as word_set

ENGLISH = "en"
SAMPLE = 5_000  # code points read, from the middle, where no page furniture stands
SHORT = 60  # letters; below, the identifier guesses ("Putin says no" is Tagalog to it, with probability .19)
SURE = 0.5
# Frequent in English and not words of its neighbours.
FUNCTION_WORDS = word_set("""
    the of and to that is was for with by has have had are were from which this not but they their its
    it he she would will been than who at be on his her we you as
    """)
WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str:
    """The ISO 639-1 code of the language most of `text` is in; a few plain words count as English."""
    middle = max(0, len(text) // 2 - SAMPLE // 2)
    sample = text[middle : middle + SAMPLE]
    words = [word.lower() for word in WORD.findall(sample)]
    if not words or sum(word in FUNCTION_WORDS for word in words) > 0.2 * len(words):
        return ENGLISH
    code, probability = pipeline.identifier().classify(sample)
    is_guess = probability < SURE and sum(map(len, words)) < SHORT and sample.isascii()
    return ENGLISH if is_guess else str(code)
