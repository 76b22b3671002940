"""How the two versions of an article write: which capitals are names, and whether we know the language."""

from collections import Counter
from collections.abc import Iterable

from claims.anchoring.sentences import Sentence
from claims.text.fact_words import FILLERS, MEANINGS
from claims.text.facts import Usage

ENOUGH = 20  # words to tell a language by
ENGLISH = 0.15  # share of its words that are in our lists; in English prose it is about a half


def usage(sentences: Iterable[Sentence]) -> Usage:
    """A word is a name where the article writes it with a capital in mid-sentence as often as without."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for sentence in sentences:
        for n, word in enumerate(sentence.words):
            if word.islower():
                small[word] += 1
            elif n and word.istitle():
                capital[word.lower()] += 1
    known = sum(count for word, count in small.items() if word in FILLERS or word in MEANINGS)
    return Usage(
        frozenset(word for word in small if small[word] > capital[word]) | FILLERS,
        foreign=small.total() >= ENOUGH and known < ENGLISH * small.total(),
    )
