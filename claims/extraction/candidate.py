"""What an extraction hands back. Offsets count code points of the article's text."""

from typing import NamedTuple, TypedDict

from claims.text import Kind
from claims.text.dates import FoundDate
from claims.text.numbers import Quantity


class Cue(TypedDict):
    """Why a sentence looks checkable, in plain words, and the characters that say so."""

    cue: str
    start: int
    end: int


class Sentence(NamedTuple):
    """`score` is the check-worthiness, 0 to 1; 0.5 and above means check-worthy."""

    start: int
    end: int
    score: float


class Candidate(NamedTuple):
    """A suggestion. `claimant` is "" where nobody but the author says it."""

    start: int
    end: int
    score: float
    kind: Kind
    cues: list[Cue]
    claimant: str
    quantities: list[Quantity]
    dates: list[FoundDate]


class Extracted(NamedTuple):
    """`language` is an ISO 639-1 code; in a language other than English there are no candidates."""

    language: str
    sentences: list[Sentence]
    candidates: list[Candidate]
