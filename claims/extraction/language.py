"""Which language a text is in, offline."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
SAMPLE = 5_000  # code points read, from the middle, where no page furniture stands
SHORT = 60  # letters; below, the identifier guesses ("Putin says no" is Tagalog to it)
# Frequent in English and not words of its neighbours.
FUNCTION_WORDS = frozenset(
    """the of and to that is was for with by has have had are were from which this not but they their its it he she
    would will been than who at be on in his her we you an as""".split()
)
WORD = re.compile(r"[^\W\d_]+")


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid import langid  # late, like spaCy: it brings numpy and 40 MB into the process

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


def detect(text: str) -> str:
    """The ISO 639-1 code of the language most of `text` is in; a few plain words count as English."""
    middle = max(0, len(text) // 2 - SAMPLE // 2)
    sample = text[middle : middle + SAMPLE]
    words = [word.lower() for word in WORD.findall(sample)]
    letters = "".join(words)
    if sum(word in FUNCTION_WORDS for word in words) > 0.2 * len(words) or (len(letters) < SHORT and letters.isascii()):
        return ENGLISH
    code, _probability = _identifier().classify(sample)
    return str(code)
