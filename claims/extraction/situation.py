"""What the sentences before leave behind: whom "he" may be, what "it" may be, what "that" may be."""

from __future__ import annotations

from typing import NamedTuple

from claims.extraction.antecedents import (
    PERSONAL,
    Antecedent,
    FullNames,
    Person,
    acting_people,
    is_empty_it,
    main_subject,
    main_verb,
    statement,
    subject_of,
)
from claims.extraction.reading import Reading
from claims.extraction.tree import grow

# Sentences without a person after which "he" is anybody.
FORGOTTEN_AFTER = 2


class Situation(NamedTuple):
    """After a sentence: the people who acted last, what it was about, itself if it is a short statement."""

    people: tuple[Person, ...] = ()
    without_people: int = 0  # sentences since somebody acted
    subject: Antecedent | None = None
    statement: str = ""

    def after(self, reading: Reading, names: FullNames) -> Situation:
        """The situation one sentence on."""
        tree = grow(reading)
        people = acting_people(reading, tree, len(reading.words), names)
        verb = main_verb(reading)
        subject = subject_of(reading, tree, verb) if verb is not None else None
        goes_on = PERSONAL.get(reading.words[subject], "") if subject is not None else ""
        about = main_subject(reading, tree, verb) if verb is not None else None
        if verb is not None and subject is not None and goes_on in {"thing", "plural"}:
            about = None if is_empty_it(reading, tree, verb, subject) else self.subject
        if goes_on in {"male", "female"}:
            known = {person.name for person in self.people}
            people = [*self.people, *(person for person in people if person.name not in known)]
        without = 0 if people else self.without_people + 1
        kept = self.people if without < FORGOTTEN_AFTER else ()
        return Situation(tuple(people) or kept, without, about, statement(reading, tree))
