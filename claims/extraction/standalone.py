"""A claim that can be read in a queue, far from its article: who "he" is, and which Thursday.

A wrong antecedent is worse than none: where two could be meant, the words stay as they are.
"""

import datetime
from collections.abc import Iterator, Sequence

from claims.extraction import vocabulary
from claims.extraction.antecedents import (
    HONORIFICS,
    PERSONAL,
    PLACES,
    Antecedent,
    acting_people,
    clause_of,
    gender_of,
    is_empty_it,
    is_heading,
    main_subject,
    people,
    phrase,
    statement,
)
from claims.extraction.clauses import SUBJECTS
from claims.extraction.reading import Reading
from claims.extraction.tree import Tree, grow
from claims.text.dates import FoundDate
from claims.text.spans import Span

# Sentences without a person after which "he" is anybody.
FORGOTTEN_AFTER = 2


class Context:
    """What the sentences before have named: people who acted, and what the last one was about."""

    def __init__(self) -> None:
        self._full: dict[str, set[str]] = {}
        self._people: list[str] = []
        self._without_people = 0
        self._subject: Antecedent | None = None
        self._statement = ""

    def meet(self, reading: Reading) -> None:
        """Remember a sentence, after its claims have been written out: "he" is someone before."""
        tree = grow(reading)
        for _first, _last, name in people(reading):
            if " " in name:
                self._full.setdefault(name.split()[-1], set()).add(name)
        self._people = self._people_after(reading, tree)
        self._subject = self._subject_after(reading, tree)
        self._statement = statement(reading, tree)

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
        return text[:first] + text[first : first + 1].upper() + text[first + 1 :]

    def _of_opening(self, reading: Reading, span: Span) -> Iterator[tuple[int, str]]:
        """What the subject of the span wants: its owner, its name, its antecedent, or itself."""
        tree = grow(reading)
        verb = clause_of(reading, tree, span)
        if verb is None or is_heading(reading):
            return
        subject = next((n for n in tree.children[verb] if reading.deps[n] in SUBJECTS), None)
        if subject is None or not span.start <= reading.starts[subject] < span.end:
            if span.start > 0 and (name := self._elided(reading, tree, verb)):
                yield span.start, f"[{name}] "
            return
        first = tree.first[subject]
        if not _opens(reading, span, first):
            return
        if reading.words[subject] in {"this", "that"} and self._statement and span.start == 0:
            yield reading.ends[subject], f" [{self._statement}]"
        # "The ministry said all of its schools were closed": whose they are was said before the span.
        reach = tree.last[subject] if reading.deps[verb] == "ccomp" and span.start else subject
        pronoun = next((n for n in range(first, reach + 1) if reading.words[n] in PERSONAL), None)
        if pronoun is not None:
            meant = (
                "" if is_empty_it(reading, tree, verb, pronoun) else self._meant(reading, tree, pronoun, verb)
            )
            if meant and (pronoun == subject or reading.tags[pronoun] == "PRP$"):
                yield reading.ends[pronoun], f" [{meant}{'’s' if reading.tags[pronoun] == 'PRP$' else ''}]"
        elif name := self._full_name(reading, subject):
            yield reading.ends[subject], f" [{name}]"

    def _full_name(self, reading: Reading, subject: int) -> str:
        """The full name of a person called by the last name alone, where the article gave exactly one."""
        is_place = any(e.first <= subject < e.last and e.label in PLACES for e in reading.entities)
        known = self._full.get(reading.text[reading.starts[subject] : reading.ends[subject]], set())
        if is_place or len(known) != 1 or not reading.tags[subject].startswith("NNP"):
            return ""
        before = reading.words[subject - 1] if reading.tags[subject - 1].startswith("NNP") and subject else ""
        if before and before not in HONORIFICS | vocabulary.TITLES:  # "Team Trump"
            return ""
        name = next(iter(known))
        return "" if name in reading.text[: reading.ends[subject]] else name

    def _in_full(self, name: str) -> str:
        names = self._full.get(name, set())
        return next(iter(names)) if len(names) == 1 else name

    def _meant(self, reading: Reading, tree: Tree, pronoun: int, verb: int) -> str:
        """Who or what a pronoun stands for; "" where it is not clear."""
        gender, people, subject = PERSONAL[reading.words[pronoun]], self._people, self._subject
        before = _clause_before(reading, tree, verb)
        if before is not None:
            named = acting_people(reading, tree, tree.first[verb], self._full)
            people = [self._in_full(name) for name in named] or people
            subject = main_subject(reading, tree, before, parallel=True)
        if gender in {"male", "female"}:
            if subject is not None and before is not None and subject.is_person:
                people = [self._in_full(subject.text)]
            known = [name for name in people if gender_of(name) in {gender, ""}]
            return known[0] if len(known) == 1 else ""
        if subject is None or subject.is_plural is not (gender == "plural"):
            return ""
        return "" if subject.is_person and gender == "thing" else subject.text

    def _elided(self, reading: Reading, tree: Tree, verb: int) -> str:
        """The subject that a second verb shares with the first, or what "which" stands for."""
        while reading.deps[verb] == "conj":
            verb = reading.heads[verb]
            for subject in tree.children[verb]:
                if reading.deps[subject] in SUBJECTS:
                    if reading.words[subject] in PERSONAL:
                        return self._meant(reading, tree, subject, verb) or reading.words[subject]
                    return self._in_full(phrase(reading, tree, subject))
        return phrase(reading, tree, reading.heads[verb]) if reading.deps[verb] == "relcl" else ""

    def _people_after(self, reading: Reading, tree: Tree) -> list[str]:
        named = list(
            dict.fromkeys(
                self._in_full(n) for n in acting_people(reading, tree, len(reading.words), self._full)
            )
        )
        verb = clause_of(reading, tree, Span(0, len(reading.text)))
        subjects = [n for n in tree.children[verb] if reading.deps[n] in SUBJECTS] if verb is not None else []
        goes_on = any(PERSONAL.get(reading.words[n]) in {"male", "female"} for n in subjects)
        self._without_people = 0 if named or goes_on else self._without_people + 1
        if goes_on and named:
            return list(dict.fromkeys([*self._people, *named]))
        return named or (self._people if self._without_people < FORGOTTEN_AFTER else [])

    def _subject_after(self, reading: Reading, tree: Tree) -> Antecedent | None:
        verb = clause_of(reading, tree, Span(0, len(reading.text)))
        if verb is None or is_heading(reading):
            return None
        for subject in tree.children[verb]:
            if reading.deps[subject] in SUBJECTS and PERSONAL.get(reading.words[subject]) in {
                "thing",
                "plural",
            }:
                return None if is_empty_it(reading, tree, verb, subject) else self._subject
        return main_subject(reading, tree, verb)


def _opens(reading: Reading, span: Span, first: int) -> bool:
    """No name stands in the span before token `first`."""
    dated = {n for e in reading.entities if e.label in {"DATE", "TIME"} for n in range(e.first, e.last)}
    return not any(
        reading.tags[n].startswith("NNP") and reading.starts[n] >= span.start and n not in dated
        for n in range(first)
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
