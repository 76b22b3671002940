"""A claim that can be read in a queue, far from its article: who "he" is, and which Thursday.

A wrong antecedent is worse than none: where two could be meant, the words stay as they are.
"""

import datetime
import re
from collections import deque
from collections.abc import Iterator, Sequence

from claims.extraction.antecedents import (
    PERSONAL,
    PLACES,
    FullNames,
    Person,
    acting_people,
    clause_of,
    gender_of,
    is_empty_it,
    is_heading,
    label_at,
    main_subject,
    phrase,
    subject_of,
)
from claims.extraction.clauses import SUBJECTS
from claims.extraction.names import CALLED
from claims.extraction.quotations import is_all_quoted, is_within, quoted
from claims.extraction.reading import Reading
from claims.extraction.situation import Situation
from claims.extraction.tree import Tree, grow
from claims.text.dates import FoundDate
from claims.text.spans import Span

CLITIC = re.compile(r"['’]\w+")
REMEMBERED = 6  # sentences before this one that a pronoun may reach back to


class Context:
    """What the sentences before have named. It is worked out only where a pronoun asks for it."""

    def __init__(self) -> None:
        self._names = FullNames()
        self._before: deque[Reading] = deque(maxlen=REMEMBERED)
        self._open = ""  # the mark of a quotation that goes on

    def meet(self, reading: Reading) -> None:
        """Remember a sentence, after its claims have been written out: "he" is someone before."""
        self._names.meet(reading)
        said, self._open = quoted(reading.text, self._open)
        if not is_all_quoted(reading.text, said):
            self._before.append(reading)

    def _situation(self) -> Situation:
        situation = Situation()
        for reading in self._before:
            situation = situation.after(reading, self._names)
        return situation

    def stand_alone(self, reading: Reading, span: Span, dates: Sequence[FoundDate]) -> str:
        """The words of `span` with what they need to be understood in square brackets after them.

        `dates` are those of the sentence: of the relative ones that have a value it is added.
        """
        notes = [*_of_dates(reading.text, span, dates), *self._of_opening(reading, span)]
        text, end = "", span.end
        for place, note in sorted(notes, reverse=True):
            text = note + reading.text[place:end] + text
            end = place
        text = reading.text[span.start : end] + text
        first = next((n for n, letter in enumerate(text) if letter.isalnum()), 0)
        if text[first + 1 : first + 2].isupper():  # "iPhone sales fell"
            return text
        return text[:first] + text[first : first + 1].upper() + text[first + 1 :]

    def _of_opening(self, reading: Reading, span: Span) -> Iterator[tuple[int, str]]:
        """What the subject of the span wants: its owner, its name, its antecedent, or itself."""
        tree, verb = grow(reading), clause_of(reading, span)
        if verb is None:
            return
        said, _open = quoted(reading.text, self._open)
        subject = subject_of(reading, tree, verb)
        if subject is None or not span.start <= reading.starts[subject] < span.end:
            if span.start > 0 and (name := self._elided(reading, tree, verb)):
                yield span.start, f"[{name}] "
            return
        if is_heading(reading):
            return
        first = tree.first[subject]
        # Whom the speaker of a quotation means by "he" is not in the author's sentences.
        if not _opens(reading, span, first) or is_within(reading.starts[first], said):
            return
        if reading.words[subject] in {"this", "that"} and span.start == 0:
            if statement := self._situation().statement:
                yield reading.ends[subject], f" [{statement}]"
            return
        # "The ministry said all of its schools were closed": whose they are was said before the span.
        reach = tree.last[subject] if reading.deps[verb] == "ccomp" and span.start else subject
        pronoun = next((n for n in range(first, reach + 1) if reading.words[n] in PERSONAL), None)
        if pronoun is None:
            if name := self._full_name(reading, subject):
                yield reading.ends[subject], f" [{name}]"
            return
        if _stands_within(reading, tree, verb, pronoun, span):
            return
        owns = reading.tags[pronoun] == "PRP$"
        if (owns or pronoun == subject) and (name := self._meant(reading, tree, pronoun, verb)):
            end = CLITIC.match(reading.text, reading.ends[pronoun])  # "it’s [the fund] closed"
            owner = f"{name}’" if name.endswith("s") else f"{name}’s"
            yield end.end() if end else reading.ends[pronoun], f" [{owner if owns else name}]"

    def _full_name(self, reading: Reading, subject: int) -> str:
        """The full name of a person called by the last name alone, where the article gave exactly one."""
        called = reading.text[reading.starts[subject] : reading.ends[subject]]
        is_name = reading.tags[subject].startswith("NNP") and label_at(reading, subject) not in PLACES
        full = self._names.full(called) if is_name else called
        before = reading.words[subject - 1] if subject and reading.tags[subject - 1].startswith("NNP") else ""
        is_part = before and before not in CALLED  # "Team Trump"
        return "" if full == called or is_part or full in reading.text[: reading.ends[subject]] else full

    def _meant(self, reading: Reading, tree: Tree, pronoun: int, verb: int) -> str:
        """Who or what a pronoun stands for; "" where it is not clear."""
        if is_empty_it(reading, tree, verb, pronoun):
            return ""
        gender, situation = PERSONAL[reading.words[pronoun]], self._situation()
        people, subject = situation.people, situation.subject
        if (before := _clause_before(reading, tree, verb)) is not None:
            people = tuple(acting_people(reading, tree, tree.first[verb], self._names)) or people
            subject = main_subject(reading, tree, before, parallel=True)
            if subject is not None and subject.is_person:
                people = (Person(self._names.full(subject.text), acts=True),)
        if gender in {"male", "female"}:
            fitting = [person for person in people if gender_of(person.name) in {gender, ""}]
            return fitting[0].name if len(fitting) == 1 and self._is_sure(fitting[0]) else ""
        if subject is None or subject.is_plural is not (gender == "plural"):
            return ""
        return "" if subject.is_person and gender == "thing" else subject.text

    def _is_sure(self, person: Person) -> bool:
        """More than a word that the model takes for a person: cities and clubs act, too."""
        name = person.name
        if " " not in name:
            return person.acts and (name in self._names or bool(gender_of(name)))
        is_known = not name.startswith(("a ", "an ")) and name.split()[0] not in PERSONAL  # "its leader"
        return is_known and (person.acts or bool(gender_of(name)))

    def _elided(self, reading: Reading, tree: Tree, verb: int) -> str:
        """The subject that a second verb shares with the first."""
        while reading.deps[verb] == "conj":
            verb = reading.heads[verb]
            subject = subject_of(reading, tree, verb)
            if subject is not None and reading.words[subject] in PERSONAL:
                return self._meant(reading, tree, subject, verb) or reading.words[subject]
            if subject is not None:
                return self._names.full(phrase(reading, tree, subject))
        return ""


def _opens(reading: Reading, span: Span, first: int) -> bool:
    """No name stands in the span before token `first`."""
    dated = {n for e in reading.entities if e.label in {"DATE", "TIME"} for n in range(e.first, e.last)}
    return not any(
        reading.tags[n].startswith("NNP") and reading.starts[n] >= span.start and n not in dated
        for n in range(first)
    )


def _stands_within(reading: Reading, tree: Tree, verb: int, pronoun: int, span: Span) -> bool:
    """The clause before is part of the span and about what may be meant: the pronoun needs no note."""
    before = _clause_before(reading, tree, verb)
    subject = subject_of(reading, tree, before) if before is not None else None
    tag = "NNP" if PERSONAL[reading.words[pronoun]] in {"male", "female"} else "NN"
    return (
        subject is not None
        and reading.starts[subject] >= span.start
        and reading.tags[subject].startswith(tag)
    )


def _clause_before(reading: Reading, tree: Tree, verb: int) -> int | None:
    """The verb of the clause that this one is joined to, where that comes first."""
    head, deps = reading.heads[verb], reading.deps
    if deps[verb] in {"conj", "parataxis", "advcl", "ccomp"} and head < tree.first[verb]:
        return head
    subjects = [n for n in tree.children[verb] if deps[n] in SUBJECTS]
    before = [
        n
        for n in tree.children[verb]
        if deps[n] in {"ccomp", "advcl"} and subjects and tree.last[n] < tree.first[subjects[-1]]
    ]
    return before[0] if before else None


def _of_dates(text: str, span: Span, dates: Sequence[FoundDate]) -> Iterator[tuple[int, str]]:
    for date in dates:
        end = date["end"]
        if not (date["relative"] and date["value"] and span.start <= date["start"] and end <= span.end):
            continue
        if text[end : end + 2] in {"'s", "’s"}:
            end += 2
        yield end, f" [{spelled(date['value'], date['precision'])}]"


def spelled(value: str, precision: str) -> str:
    """An ISO 8601 date for reading, by its precision: "15 May 2025", "week of 12 May 2025"; else as it is."""
    try:
        if precision == "week" and "W" in value:
            day = datetime.date.fromisoformat(f"{value}-1")
        else:
            day = datetime.date.fromisoformat(f"{value}-01" if len(value) == len("2025-05") else value)
    except ValueError:
        return value
    if len(value) == len("2025-05"):
        return f"{day:%B %Y}"
    return f"week of {day.day} {day:%B %Y}" if precision == "week" else f"{day.day} {day:%B %Y}"
