"""What the main clauses of a sentence say, and of whom, from the parser's tree.

"Peskov emphasized that talks would fail" states that Peskov said so: only the modal verb of a main clause
makes a prediction. Without a parse there are no clauses, and the words alone speak.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claims.extraction import vocabulary
from claims.extraction.reading import Reading
from claims.text.patterns import words

HAVE = frozenset({"has", "have", "had", "'ve", "’ve", "'s", "’s", "'d", "’d"})
BE = words("is are was were been being be 's ’s 're ’re am 'm ’m")
EVENT_HELPERS = HAVE | {"was", "were"}
HELPERS = frozenset({"aux", "auxpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
AHEAD = frozenset(
    {"going", "expected", "likely", "set", "poised", "due"}
)  # after a form of "be": a prediction
DEMONSTRATIVE = frozenset({"this", "that", "these", "those"})
# Parts of a subject that carry its name, "Ukrainian officials"; the owner in "Russia's gesture" does not act.
NAMING = frozenset({"compound", "amod", "appos", "conj"})


class Clause(NamedTuple):
    """A main clause by positions: its verb, what hangs on it, the helping verbs, the subject if any."""

    verb: int
    children: list[int]
    helpers: list[int]
    subject: int | None


def main_clauses(sentence: Reading) -> Iterator[Clause]:
    """The root's clause and those joined to it by "and", "but" or a semicolon."""
    tags, deps = sentence.tags, sentence.deps
    waiting: list[tuple[int, int | None]] = [(n, None) for n, dep in enumerate(deps) if dep == "ROOT"]
    for verb, inherited in waiting:  # grows while it is walked
        children = sentence.children(verb)
        clause = clause_at(sentence, verb, children, inherited)
        if tags[verb].startswith(("V", "MD")):
            yield clause
        said_before = sentence.words[verb] in vocabulary.SAY
        waiting += [
            (child, clause.subject)
            for child in children
            # Words said come first and the verb of saying trails: "Talks are over, Putin said".
            if deps[child] == "conj" or (deps[child] == "ccomp" and said_before and child < verb)
        ]


def clause_at(sentence: Reading, verb: int, children: list[int], inherited: int | None = None) -> Clause:
    """The clause of any verb, from what hangs on it; `inherited` is the subject it shares."""
    return Clause(
        verb,
        children,
        helpers=[child for child in children if sentence.deps[child] in HELPERS],
        subject=next((child for child in children if sentence.deps[child] in SUBJECTS), inherited),
    )


def aspect(sentence: Reading, clause: Clause) -> str:
    """What a clause does, as the name of a signal; "" when it does nothing that helps or hurts."""
    tag = sentence.tags[clause.verb]
    helpers = {sentence.words[helper] for helper in clause.helpers}
    if tag == "MD" or any(sentence.tags[helper] == "MD" for helper in clause.helpers):
        return "a prediction"
    if sentence.words[clause.verb] in AHEAD and helpers & BE:
        return "a prediction"
    if tag == "VBN" and helpers & HAVE:
        return "something that has happened"
    if tag == "VBD" or (tag == "VBN" and helpers & {"was", "were"}) or "did" in helpers:
        return "something that happened"
    return "how things stand" if tag in {"VBZ", "VBP", "VBG", "VBN"} else ""


def is_named(sentence: Reading, subject: int) -> bool:
    """The subject is a name or carries one: "Peskov", "the EU", "Ukrainian officials"."""
    if sentence.tags[subject].startswith("NNP"):
        return True
    naming = [child for child in sentence.children(subject) if sentence.deps[child] in NAMING]
    peoples = {
        n for entity in sentence.entities if entity.label in {"NORP", "GPE"} for n in range(*entity[1:3])
    }
    return any(sentence.tags[child].startswith("NNP") or child in peoples for child in naming)


def is_verb(sentence: Reading, token: int) -> bool:
    """The word is a verb here: not as in "United States", "calls for talks", "so-called" or "stated aims".

    Without a tagger every word may be one.
    """
    tag = sentence.tags[token]
    if not tag:
        return True
    glued = token > 0 and sentence.words[token - 1] == "-"
    return tag.startswith("V") and sentence.deps[token] != "amod" and not glued


def is_said_by_a_name(sentence: Reading, verb: int) -> bool:
    """The verb has a subject of its own that is a name: "Peskov acknowledging the need for talks"."""
    subjects = [child for child in sentence.children(verb) if sentence.deps[child] in SUBJECTS]
    return is_verb(sentence, verb) and any(is_named(sentence, subject) for subject in subjects)


def is_interpretation(sentence: Reading, clause: Clause) -> bool:
    """A thing that "suggests" or "highlights": the author's reading, unless a person says it."""
    if sentence.words[clause.verb] not in vocabulary.INTERPRET:
        return False
    return clause.subject is None or not is_named(sentence, clause.subject)


def points_back(sentence: Reading, clause: Clause) -> bool:
    """The subject is "this" or "that …": a comment on what was said before."""
    if clause.subject is None:
        return False
    return any(
        sentence.words[n] in DEMONSTRATIVE for n in (clause.subject, *sentence.children(clause.subject))
    )


def judgement(sentence: Reading, clause: Clause) -> int | None:
    """The judging word where the clause says what something is like: "is crucial", "was a big mistake"."""
    for child in clause.children:
        if sentence.deps[child] in {"acomp", "attr", "oprd"}:
            for token in (child, *sentence.children(child)):
                if sentence.words[token] in vocabulary.OPINION:
                    return token
    return None
