"""Who says it: the person or body that a sentence names as its source.

Where the pipeline parsed the sentence, the source is the subject of a verb of saying, who owns something said
("Trump's assertion"), or what follows "according to". A bare last name or "he" is the one met before.
"""

from claims.extraction import clauses, vocabulary
from claims.extraction.reading import Entity, Reading
from claims.text.patterns import words

PRONOUNS = words("he she")
# What belongs to the name of a source: "the transport office", "EU member states", "Ukrainian officials".
PARTS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case", "quantmod"})
NO_SOURCE = words("it this that these those which who they we i you there one some many what") | PRONOUNS
# Nouns that report without an owner named.
ABSTRACT = words("report reports history figures data announcement statement news evidence")


class Speakers:
    """The people an article has named so far."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}
        self._last = ""

    def meet(self, sentence: Reading) -> None:
        """Remember the names of a sentence, after its claimant: "he" is someone before."""
        for entity in sentence.entities:
            name = clean(sentence.text[entity.start : entity.end])
            if entity.label == "PERSON" and " " in name:
                self._full.setdefault(name.split()[-1], name)
        for clause in clauses.main_clauses(sentence):
            person = clause.subject is not None and _entity(sentence, clause.subject, {"PERSON"})
            if person:
                self._last = self._in_full(clean(sentence.text[person.start : person.end]))

    def claimant(self, sentence: Reading) -> str:
        """The source a sentence names, in full where the article gave the full name; "" for the author."""
        source = _source(sentence)
        return self._last if source in PRONOUNS else self._in_full(source)

    def _in_full(self, name: str) -> str:
        return self._full.get(name, name)


def clean(name: str) -> str:
    """A name without its possessive and article, on one line."""
    name = " ".join(name.split()).strip("“”\"'‘’ ,")
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    return name.removeprefix("the ").removeprefix("The ").strip()


def _source(sentence: Reading) -> str:
    for token, word in enumerate(sentence.words):
        if word == "according" and sentence.words[token + 1 : token + 2] == ["to"]:
            return _after_according(sentence, token + 2)
        if word in vocabulary.SAY and clauses.is_verb(sentence, token):
            for child in sentence.children(token):
                if sentence.deps[child] in clauses.SUBJECTS and (
                    source := _of_subject(sentence, child, word)
                ):
                    return source
        if word in vocabulary.SAID:
            for child in sentence.children(token):
                if sentence.deps[child] == "poss":
                    return _name(sentence, child)
    return ""


def _after_according(sentence: Reading, first: int) -> str:
    """The noun phrase from word `first` on: up to its head where there is a parse, else the name there."""
    objects = [n for n in range(first, min(first + 8, len(sentence.words))) if sentence.deps[n] == "pobj"]
    if objects:
        return _name(sentence, objects[0])
    entity = next((e for e in sentence.entities if first <= e.first <= first + 2), None)
    return clean(sentence.text[entity.start : entity.end]) if entity else ""


def _of_subject(sentence: Reading, subject: int, verb: str) -> str:
    word = sentence.words[subject]
    owners = [child for child in sentence.children(subject) if sentence.deps[child] == "poss"]
    if word in PRONOUNS:
        return word
    if word in ABSTRACT | vocabulary.SAID:
        return _name(sentence, owners[0]) if owners else ""
    if word in NO_SOURCE or (verb in vocabulary.OF_THINGS and not clauses.is_named(sentence, subject)):
        return ""
    return _name(sentence, subject)


def _name(sentence: Reading, head: int) -> str:
    """How the sentence calls the person or body whose head word is `head`."""
    if sentence.words[head] in vocabulary.FIRST_PERSON | NO_SOURCE or sentence.tags[head].startswith("PRP"):
        return sentence.words[head] if sentence.words[head] in PRONOUNS else ""
    for place in (head, *(c for c in sentence.children(head) if sentence.deps[c] == "appos")):
        if entity := _entity(sentence, place, {"PERSON"}):
            return clean(sentence.text[entity.start : entity.end])
    first = head
    while (
        first > 0
        and sentence.heads[first - 1] in range(first, head + 1)
        and sentence.deps[first - 1] in PARTS
    ):
        first -= 1
    if sentence.tags[head].startswith("NNP"):  # "Defence Minister Rustem Umerov" is Rustem Umerov
        named = [n for n in range(first, head) if sentence.words[n] in vocabulary.TITLES]
        first = named[-1] + 1 if named else first
    return clean(sentence.text[sentence.starts[first] : sentence.ends[head]])


def _entity(sentence: Reading, token: int, labels: set[str]) -> Entity | None:
    return next((e for e in sentence.entities if e.first <= token < e.last and e.label in labels), None)
