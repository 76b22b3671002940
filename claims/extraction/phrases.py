"""A sentence under the knife: its columns, its tree, its signals, and where it may be cut."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from claims.extraction import check_worthiness, clauses
from claims.extraction.cues import Signal
from claims.extraction.reading import Reading
from claims.extraction.tree import grow
from claims.text.patterns import words

# What stands between two marks is never cut in two. A mark without its partner closes all up to the end.
CLOSED = re.compile(
    r"^[^“”\"]*[.,!?]\"(?=\s|$)|^[^“”]*”|^[^()]*\)|^(?:[^'’‘]|(?<=\w)['’](?=\w))*[.,!?]['’](?=\s|$)"
    r"|“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)|\([^)]*(?:\)|$)|\[[^\]]*(?:\]|$)"
    r"|‘(?:[^’]|’(?=\w))*(?:’(?!\w)|$)|(?<!\w)'(?=\w)(?:[^']|'(?=\w))*(?:'(?!\w)|$)"
)
# Every clause has one of these somewhere: they do not make a part worth a check of its own.
SLIGHT = frozenset({"how things stand", "a title", "a named actor", "something said", "a superlative"})
TELLING = check_worthiness.FOR_A_CLAIM - SLIGHT
# ", a poignant reminder of …": nouns that comment on what was just said.
COMMENTING = words(
    """
    reminder sign signal testament symbol symptom reflection indication illustration example disgrace scandal
    shame triumph tragedy mistake failure blow setback boost milestone prospect development move step
    condition tactic ploy gambit strategy pattern embarrassment outrage farce success achievement irony twist
    shift departure message rebuke victory waste shock slap feat joke nonsense wake-up
    """
)
# The past tense of what vocabulary.INTERPRET has in the present.
INTERPRETED = words(
    """
    underscored highlighted reflected symbolized symbolised implied illustrated underlined embodied signified
    """
)


class Part(NamedTuple):
    """Tokens `first` to `end` (exclusive) with the verb of their clause."""

    first: int
    end: int
    verb: int


class Sentence:
    """A parsed sentence with what the rules of cutting ask of it again and again."""

    def __init__(self, reading: Reading, signals: Sequence[Signal]) -> None:
        self.reading = reading
        self.words, self.tags, self.deps = reading.words, reading.tags, reading.deps
        self.tree = grow(reading)
        self.verb = self._main_verb()
        self._signals = signals
        self._closed = [
            (bisect_left(reading.starts, match.start()), bisect_left(reading.starts, match.end()))
            for match in CLOSED.finditer(reading.text)
        ]

    def _main_verb(self) -> int | None:
        """The topmost verb that has a subject and shows tense; a label before it may be the parser's root."""
        level = [n for n, head in enumerate(self.reading.heads) if head == n]
        for token in level:  # grows while it is walked
            if (
                self.tags[token].startswith(("V", "MD"))
                and self.subject(token) is not None
                and self.is_finite(token)
            ):
                return token
            level += self.tree.children[token]
        return None

    def spelled(self, token: int) -> str:
        """The word as the text has it."""
        return self.reading.text[self.reading.starts[token] : self.reading.ends[token]]

    def is_spaced(self, token: int) -> bool:
        """White space stands before and after the word."""
        text, start, end = self.reading.text, self.reading.starts[token], self.reading.ends[token]
        return text[start - 1 : start].isspace() and text[end : end + 1].isspace()

    def is_mark(self, token: int) -> bool:
        """Punctuation or white space."""
        return not any(map(str.isalnum, self.words[token]))

    def is_closed(self, token: int) -> bool:
        """The token stands in quotation marks or brackets."""
        return any(first <= token < end for first, end in self._closed)

    def may_cut(self, token: int) -> bool:
        """A cut before `token` leaves no mark without its partner."""
        return not any(first < token < end for first, end in self._closed)

    def phrase_from(self, token: int, beside: int) -> int:
        """The head of the largest phrase that begins with `token` and leaves out the verb `beside` it."""
        heads, first, last = self.reading.heads, self.tree.first, self.tree.last
        start = token
        while first[heads[token]] == start and not start <= beside <= last[heads[token]]:
            if heads[token] == token:
                break
            token = heads[token]
        return token

    def has(self, names: frozenset[str] | set[str], first: int, end: int) -> bool:
        """One of the signals called `names` lies within the tokens."""
        if first >= end:
            return False
        start, stop = self.reading.starts[first], self.reading.ends[end - 1]
        return any(s.name in names and start <= s.start and s.end <= stop for s in self._signals)

    def is_telling(self, first: int, end: int) -> bool:
        """The tokens hold something to check."""
        return self.has(TELLING, first, end)

    def subject(self, verb: int) -> int | None:
        """The subject that hangs on `verb` itself; of two the nearer one, for the other may be a label."""
        subjects = [n for n in self.tree.children[verb] if self.deps[n] in clauses.SUBJECTS]
        return subjects[-1] if subjects else None

    def is_statement(self, part: Part) -> bool:
        """The part has its verb, which has a form of its own and a subject, both inside."""
        if not part.first <= part.verb < part.end:
            return False
        subjects = [n for n in self.tree.children[part.verb] if self.deps[n] in clauses.SUBJECTS]
        return any(part.first <= n < part.end for n in subjects) and self.is_finite(part.verb)

    def has_noun_before(self, part: Part) -> bool:
        """A noun stands before the verb: its subject, where the parser took a label for that."""
        nouns = (n for n in range(part.first, part.verb) if self.tags[n].startswith("NN"))
        return any(self.deps[n] in {"appos", "dep", "nsubj"} for n in nouns) and self.is_finite(part.verb)

    def is_finite(self, verb: int) -> bool:
        """The verb or one of its helpers shows tense."""
        return any(self.tags[n] in clauses.FINITE for n in (verb, *self.helpers(verb)))

    def helpers(self, verb: int) -> list[int]:
        """The helping verbs of `verb`."""
        return [n for n in self.tree.children[verb] if self.deps[n] in clauses.HELPERS]

    def is_opinion(self, verb: int) -> bool:
        """The clause of `verb` is a forecast, a verdict or a reading of the facts."""
        children = self.tree.children[verb]
        clause = clauses.clause_at(self.reading, verb, children)
        return (
            clauses.aspect(self.reading, clause) == "a prediction"
            or clauses.judgement(self.reading, clause) is not None
            or clauses.is_interpretation(self.reading, clause)
            or self.words[verb] in INTERPRETED
            or any(self.deps[n] == "attr" and self.words[n] in COMMENTING for n in children)
        )
