"""Blocks in, candidates out. Nothing here imports spaCy until `pipeline.load()` is called."""

from claims.extraction.candidate import Candidate, Extracted, Sentence
from claims.extraction.finding import find_candidates, score_sentences

# Stored with every extraction: a change of rules or weights is a new version.
EXTRACTOR = "trained-2"

__all__ = ["EXTRACTOR", "Candidate", "Extracted", "Sentence", "find_candidates", "score_sentences"]
