"""What an extraction hands back. Offsets count code points of the article's text."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple, TypedDict

from claims.text import Kind, Span
from claims.text.dates import FoundDate
from claims.text.numbers import Quantity


class Cue(TypedDict):
    """Why a sentence looks checkable, or why not, in plain words, and the characters that say so."""

    cue: str
    start: int
    end: int


class Name(TypedDict):
    """A name as it stands there; `name` is the fullest form of it that the article uses."""

    text: str
    start: int
    end: int
    name: str


class Fact(TypedDict):
    """What a checker ticks off; `kind`: number, date, name, quotation or superlative."""

    kind: str
    start: int
    end: int


class Sentence(NamedTuple):
    """`score` is the check-worthiness, 0 to 1; 0.5 and above means check-worthy.

    `against` says what speaks against a claim. `twin` is the sentence of the body that says the same,
    for a point in a box of key takeaways: then the claim is made there.
    """

    start: int
    end: int
    score: float
    against: Sequence[Cue] = ()
    twin: Span | None = None


class Candidate(NamedTuple):
    """A suggestion: the checkable part of a sentence, or one of several, with the score of the sentence.

    `claimant` is "" where nobody but the author says it. `standalone` is the claim as it can be read
    without its article, with what was added in brackets.
    """

    start: int
    end: int
    score: float
    kind: Kind
    cues: list[Cue]
    claimant: str
    quantities: list[Quantity]
    dates: list[FoundDate]
    names: Sequence[Name] = ()
    standalone: str = ""


class Extracted(NamedTuple):
    """`language` is an ISO 639-1 code; in a language other than English there are no candidates.

    `date` is the article's, given or printed; None where there is none. `notices` are sentences for the
    editor about what could not be found out. `facts` is the tick map, in the order of the text.
    """

    language: str
    sentences: list[Sentence]
    candidates: list[Candidate]
    date: datetime.date | None = None
    notices: Sequence[str] = ()
    facts: Sequence[Fact] = ()
