"""How a sentence calls a person or a body: the words that belong to a name, from its head word."""

import re

from claims.extraction import vocabulary
from claims.extraction.names import CALLED, POSSESSIVES, clean
from claims.extraction.reading import Entity, Reading
from claims.extraction.saying import SAYERS, STUDIES
from claims.text.patterns import words

# What belongs to a name: "the transport office", "EU member states", "Ukrainian officials".
PARTS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case", "quantmod", "punct"})
PERSONAL = re.compile(r"(?:ist|ists|ian|ians|ologist)$")
BODIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
LOOSE = words(
    "many some several most other few various both all - – , “ \" ‘ '"
)  # not of the name before which they stand
REACH = 6  # words of a name to either side of its head


def person_at(sentence: Reading, head: int) -> Entity | None:
    """The person whose name `head` is part of, or that stands beside it: "the minister, Jane Doe"."""
    for place in (head, *(c for c in sentence.children(head) if sentence.deps[c] == "appos")):
        if entity := _entity(sentence, place):
            return entity
    return None


def is_sayer(sentence: Reading, subject: int) -> bool:
    """A person or a body: by name, by the sort of noun, or by what stands beside it."""
    word = sentence.words[subject]
    return (
        sentence.tags[subject].startswith("NNP")
        or word in SAYERS
        or bool(PERSONAL.search(word))
        or person_at(sentence, subject) is not None
        or any(e.label in BODIES and e.last == subject + 1 for e in sentence.entities)
    )


def name_of(sentence: Reading, head: int) -> str:
    """The name whose head word is `head`, without article and titles."""
    if entity := person_at(sentence, head):
        return without_titles(clean(sentence.text[entity.start : entity.end]))
    for entity in sentence.entities:
        if entity.label == "ORG" and entity.first <= head < entity.last and entity.last - entity.first > 1:
            return clean(sentence.text[entity.start : entity.end])
    for child in sentence.children(head):  # "the group Human Rights Monitor"
        if sentence.deps[child] == "appos" and sentence.tags[child] == "NNP" and child > head:
            return name_of(sentence, child)
    first = head
    while first > 0 and _belongs(sentence, first - 1, first, head):
        first -= 1
    if sentence.words[first] in POSSESSIVES and first > 0:
        first -= 1
    while first < head and (sentence.tags[first].startswith("PRP") or sentence.words[first] in LOOSE):
        first += 1
    if (
        sentence.tags[head].startswith("NNP") and sentence.words[head] not in CALLED
    ):  # "Defence Minister Rustem Umerov" is Rustem Umerov
        named = [n for n in range(first, head) if sentence.words[n] in CALLED]
        first = named[-1] + 1 if named else first
    name = clean(sentence.text[sentence.starts[first] : sentence.ends[_last(sentence, head)]])
    is_name = any(sentence.tags[n].startswith("NNP") for n in (first, head)) or any(
        e.first <= first < e.last and e.label in BODIES for e in sentence.entities
    )
    opens = first == 0 and not sentence.tags[0].startswith("JJ")
    if not opens or is_name or not sentence.tags[0] or is_bare(sentence, head):
        return name
    return name[:1].lower() + name[1:]  # "Police said": the capital is the sentence's


def is_bare(sentence: Reading, head: int) -> bool:
    """The first word, singular and without an article: a name the tagger did not know, "Lund claims"."""
    alone = head == 0 and not any(sentence.deps[n] in {"det", "poss"} for n in sentence.children(0))
    return alone and sentence.tags[0] == "NN" and sentence.words[0] not in SAYERS


def _belongs(sentence: Reading, token: int, first: int, head: int) -> bool:
    """The word before a name is part of it: it hangs on a word of the name, or closes one that does."""
    if head - token > REACH or sentence.deps[token] not in PARTS or sentence.words[token] == ",":
        return False
    above = sentence.heads[token]
    if sentence.deps[token] == "case":  # "the teachers' union"
        return sentence.heads[above] == head and sentence.tags[above][:2] in {"NN", ""}
    return first <= above <= head and not sentence.tags[token].startswith("PRP")


def _last(sentence: Reading, head: int) -> int:
    """The last word of the name: "Residents of Canal Street", "a spokesman for the ministry"."""
    last = head
    word = sentence.words[head]
    if word in STUDIES:
        return last
    prepositions = {"of", "for"} if word in vocabulary.TITLES else {"of"}
    for child in sentence.children(head):
        if child != head + 1 or sentence.deps[child] != "prep" or sentence.words[child] not in prepositions:
            continue
        inside = [
            n
            for n in range(child + 1, min(child + REACH, len(sentence.heads)))
            if _hangs_on(sentence, n, child)
        ]
        if inside and inside == list(range(child + 1, child + 1 + len(inside))):
            last = inside[-1]
    return last


def _hangs_on(sentence: Reading, token: int, top: int) -> bool:
    for _step in range(REACH):
        if token == top:
            return True
        if sentence.deps[token] in {"relcl", "punct", "acl"}:
            return False
        token = sentence.heads[token]
    return False


def without_titles(name: str) -> str:
    """ "President Zelensky" is Zelensky."""
    parts = name.split()
    titled = [n for n, part in enumerate(parts[:-1]) if part.lower() in CALLED]
    return " ".join(parts[titled[-1] + 1 :]) if titled else name


def _entity(sentence: Reading, token: int) -> Entity | None:
    return next((e for e in sentence.entities if e.first <= token < e.last and e.label == "PERSON"), None)
