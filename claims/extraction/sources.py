"""Whom a single sentence names as its source: the subject of a verb of saying, the owner of something said
("Trump's assertion"), what follows "according to", or the speaker it is headed with.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.extraction import clauses, vocabulary
from claims.extraction.names import clean
from claims.extraction.naming import REACH, is_bare, is_sayer, name_of, person_at
from claims.extraction.quotations import is_within
from claims.extraction.reading import Reading
from claims.extraction.saying import (
    ABSTRACT,
    BY_OBJECT,
    FIRST_PERSON,
    MINDED,
    NO_SOURCE,
    OWNED,
    PASSING_ON,
    PRONOUNS,
    SPEAK,
    STATE,
    STUDIES,
    THAT,
    WITH_PREPOSITION,
)
from claims.text import Span
from claims.text.patterns import words
from claims.text.reckoning import DAYS

# What may point to a source; the other words need no look at what hangs on them.
POINTING = SPEAK | STATE | THAT | OWNED | WITH_PREPOSITION.keys() | clauses.BE | {"according"}
TIMES = words("today yesterday week month year") | {*DAYS}
ASIDE = words(', ” " – — - ’ ? !')  # before a verb of saying that stands apart from what was said
LABEL = re.compile(r"(?P<name>[A-Z][A-Z .'’-]{1,40}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}|[QA]):\s")
DASHED = re.compile(r"[”\"»]\s*[–—-]\s*(?P<name>[A-Z][\w.’'-]+(?: [\w.’'-]+){0,4})\W*$")


class Source(NamedTuple):
    """A source as the sentence calls it; `head` is its word, -1 where there is none.

    `pronoun` is "he", "she", "it" or "they" where that is all there is. `is_person`: the model calls it one.
    """

    text: str
    head: int = -1
    pronoun: str = ""
    is_person: bool = False


def source_of(sentence: Reading, quotations: Sequence[Span] = ()) -> Source | None:
    """The source a sentence names; None for the author's own words.

    What is said within `quotations` is not the sentence's own saying.
    """
    if dashed := DASHED.search(sentence.text):
        return Source(clean(dashed["name"]))
    depths = _depths(sentence)
    pointing = [token for token, word in enumerate(sentence.words) if word in POINTING]
    for token in sorted(pointing, key=lambda token: (depths[token], token)):
        if not is_within(sentence.starts[token], quotations) and (source := _at(sentence, token)):
            return source
    return None


def label_of(text: str) -> str:
    """The speaker whose turn begins here, "HOST: Good morning."; "" for none."""
    label = LABEL.match(text)
    return label["name"] if label else ""


def _depths(sentence: Reading) -> list[int]:
    """How many words stand between each word and the root of its clause."""
    depths = [-1] * len(sentence.words)
    for token in range(len(depths)):
        path = []
        here = token
        while depths[here] < 0 and sentence.heads[here] != here and len(path) < len(depths):
            path.append(here)
            here = sentence.heads[here]
        depth = max(depths[here], 0)
        depths[here] = depth
        for step in reversed(path):
            depth += 1
            depths[step] = depth
    return depths


def _at(sentence: Reading, token: int) -> Source | None:
    """The source that the word `token` points to."""
    word = sentence.words[token]
    if word == "according" and sentence.words[token + 1 : token + 2] == ["to"]:
        return _after_according(sentence, token + 2)
    if word in OWNED and _is_stated(sentence, token) and (owner := _owner(sentence, token)) is not None:
        return _named(sentence, owner)
    if not clauses.is_verb(sentence, token) or sentence.deps[token] in {"relcl", "acl"}:
        return None
    children = sentence.children(token)
    if not _says_something(sentence, token, children):
        return None
    subject = _subject(sentence, token, children)
    if subject is None:
        return None
    return _of_subject(sentence, subject, word)


def _says_something(sentence: Reading, token: int, children: list[int]) -> bool:
    """The verb is one of saying here: not "shows up", nor "found a house"."""
    word = sentence.words[token]
    deps = {sentence.deps[child] for child in children}
    if "xcomp" in deps and "ccomp" not in deps and word in {"told", "tells"}:
        return False  # "told the man to leave"
    if any(sentence.tags[child] == "MD" for child in children):
        return False  # "will tell you", "could not believe"
    if any(sentence.deps[child] == "prt" for child in children) and word not in SPEAK:
        return word in {"pointed", "points"}
    if word in BY_OBJECT and not _is_reported(sentence, token, children):
        return False
    if word in SPEAK or word in STATE:
        return True
    if word in THAT:
        at = word.startswith("estimate") and any(sentence.words[child] == "at" for child in children)
        return at or any(_is_content(sentence, child) for child in children) or _is_aside(sentence, token)
    if word in WITH_PREPOSITION:
        after = sentence.words[token + 1 : token + 3]  # "as she put it,", but "put it away"
        as_said = after[:1] == ["it"] and (len(after) == 1 or after[1] in ASIDE)
        return as_said or any(sentence.words[child] == WITH_PREPOSITION[word] for child in children)
    if word in clauses.BE:
        return any(
            sentence.words[child] in MINDED
            and any(sentence.deps[n] == "ccomp" for n in sentence.children(child))
            for child in children
        )
    return False


def _is_reported(sentence: Reading, token: int, children: list[int]) -> bool:
    """The verb has words or a name for somebody as its object, where it may have a thing as well."""
    word, deps = sentence.words[token], {sentence.deps[child] for child in children}
    if "dobj" not in deps or deps & {"ccomp", "oprd"}:
        return True
    if word.startswith("den"):  # "denying them visas", "denying visas to families"
        return "dative" not in deps and not any(sentence.words[child] in {"to", "from"} for child in children)
    if word.startswith("sh"):
        return any(sentence.deps[n] == "nsubj" and sentence.words[n] in STUDIES for n in children)
    return word.startswith("call") and any(sentence.words[child] in {"for", "on"} for child in children)


def _is_content(sentence: Reading, child: int) -> bool:
    """A clause that was said, or a figure: "expects 16,500 passengers", "found no injury"."""
    if sentence.deps[child] == "ccomp":
        return clauses.is_verb(sentence, child)  # "found it hard"
    counted = any(
        sentence.deps[n] in {"nummod", "neg"} or sentence.words[n] == "no" for n in sentence.children(child)
    )
    return sentence.deps[child] == "dobj" and counted


def _is_aside(sentence: Reading, token: int) -> bool:
    """The verb stands apart from what was said: '"…," she added.'"""
    return sentence.deps[token] == "parataxis" or (
        sentence.deps[token] == "ROOT" and sentence.text[: sentence.starts[token]].count("”") > 0
    )


def _subject(sentence: Reading, verb: int, children: list[int]) -> int | None:
    """Who does it: the verb's subject, its agent in the passive, or the subject of the verb it hangs on."""
    if (after := _inverted(sentence, verb, children)) is not None:
        return after
    subjects = [child for child in children if sentence.deps[child] == "nsubj"]
    if subjects:
        # The nearest before the verb: "European Union: member states have said" has two.
        return _after_colon(sentence, max((n for n in subjects if n < verb), default=subjects[0]))
    helped = any(sentence.deps[child] == "auxpass" for child in children)
    for child in children:
        if helped and sentence.deps[child] == "agent":  # "was accused by"; not "a truce demanded by"
            return next((n for n in sentence.children(child) if sentence.deps[n] == "pobj"), None)
    if any(sentence.deps[child] in {"nsubjpass", "auxpass", "neg"} for child in children):
        return None
    above = sentence.heads[verb]
    if sentence.deps[verb] == "pcomp":  # "by declaring that …"; not "by calling for talks"
        above = sentence.heads[above]
        if sentence.words[above] in {"quoted", "cited"}:  # "was quoted as saying"
            return next((n for n in sentence.children(above) if sentence.deps[n] == "nsubjpass"), None)
        if not any(sentence.deps[child] == "ccomp" for child in children):
            return None
    elif sentence.deps[verb] == "xcomp":
        if sentence.words[above] not in PASSING_ON:
            return None
    elif sentence.deps[verb] not in {"advcl", "conj"} or any(sentence.words[n] == "to" for n in children):
        return None  # "took an hour to find that …"
    return next((n for n in sentence.children(above) if sentence.deps[n] == "nsubj"), None)


def _inverted(sentence: Reading, verb: int, children: list[int]) -> int | None:
    """Who stands right after the verb, in "…, says economist Lena Hoff, …", whatever the parse is."""
    if verb == 0 or sentence.words[verb - 1] not in ASIDE or sentence.words[verb] in {"told", "tells"}:
        return None
    for child in children:
        if verb < child <= verb + REACH and sentence.tags[child].startswith("NN"):
            apart = any(word in ASIDE for word in sentence.words[verb + 1 : child])
            return child if not apart and is_sayer(sentence, child) else None
    return None


def _after_colon(sentence: Reading, subject: int) -> int:
    """What follows a label that the parser took for the subject."""
    if sentence.words[subject + 1 : subject + 2] != [":"]:
        return subject
    return next(
        (n for n in sentence.children(subject) if sentence.deps[n] == "appos" and n > subject), subject
    )


def _is_stated(sentence: Reading, noun: int) -> bool:
    """The statement itself is meant, not "the background of Norway's announcement"."""
    above = sentence.words[sentence.heads[noun]]
    has_content = any(sentence.deps[n] in {"acl", "ccomp"} for n in sentence.children(noun))
    return has_content or sentence.deps[noun] != "pobj" or above in {"among", "in", "with", "by"}


def _owner(sentence: Reading, noun: int) -> int | None:
    """Whose statement it is, "Russia's stated demands", or the name before it: "a Kremlin statement"."""
    for child in sentence.children(noun):
        if sentence.deps[child] == "poss":
            return None if sentence.words[child] in TIMES else child
        if sentence.deps[child] == "compound" and sentence.tags[child] == "NNP":
            return child
        if sentence.deps[child] == "prep" and sentence.words[child] in {"from", "by"}:
            authors = (n for n in sentence.children(child) if sentence.deps[n] == "pobj")
            return next((n for n in authors if is_sayer(sentence, n)), None)
    # A parser that takes "demands" for a verb leaves the owner elsewhere.
    for place in range(noun - 1, max(noun - 4, 0), -1):
        if sentence.words[place] in {"'s", "’s"}:
            return place - 1
        if not sentence.tags[place].startswith(("JJ", "VB", "RB")):
            break
    return None


def _after_according(sentence: Reading, first: int) -> Source | None:
    """The noun phrase from word `first` on: up to its head where there is a parse, else the name there."""
    objects = [n for n in range(first, min(first + 8, len(sentence.words))) if sentence.deps[n] == "pobj"]
    if objects:
        return _named(sentence, objects[0])
    entity = next((e for e in sentence.entities if first <= e.first <= first + 2), None)
    return Source(clean(sentence.text[entity.start : entity.end]), entity.first) if entity else None


def _of_subject(sentence: Reading, subject: int, verb: str) -> Source | None:
    word = _word(sentence, subject)
    if word in FIRST_PERSON:
        return Source("", subject, word)
    if word in ABSTRACT | OWNED:
        owner = _owner(sentence, subject)
        return None if owner is None else _named(sentence, owner)
    if word in NO_SOURCE and word not in PRONOUNS:
        return None
    may_say = verb in SPEAK or word == "old" or word in PRONOUNS or is_sayer(sentence, subject)
    if not may_say and not (verb in STATE and is_bare(sentence, subject)):
        return None
    return _named(sentence, subject)


def _named(sentence: Reading, head: int) -> Source | None:
    """The source whose head word is `head`, as the sentence calls it."""
    word = _word(sentence, head)
    if word in PRONOUNS:
        return Source("", head, word)
    if word == "old" and sentence.words[max(head - 2, 0) : head] == ["year", "-"]:
        is_known = any(sentence.words[n] == "the" for n in sentence.children(head))
        return Source("", head, "year-old") if is_known else None  # "the 56-year-old said"
    if word in FIRST_PERSON | NO_SOURCE | vocabulary.FIRST_PERSON or sentence.tags[head].startswith(
        ("PRP", "W")
    ):
        return None
    names = list(_names(sentence, head))
    text = " and ".join(names)
    return (
        Source(text, head, is_person=len(names) == 1 and person_at(sentence, head) is not None)
        if text
        else None
    )


def _word(sentence: Reading, token: int) -> str:
    """The word; "WHO" and "US" are no pronouns."""
    written = sentence.text[sentence.starts[token] : sentence.ends[token]]
    return written if len(written) > 1 and written.isupper() else sentence.words[token]


def _names(sentence: Reading, head: int) -> Iterator[str]:
    """What is called by `head`, and by what "and" joins to it."""
    yield name_of(sentence, head)
    for child in sentence.children(head):
        if sentence.deps[child] == "conj" and child - head <= REACH and is_sayer(sentence, child):
            yield name_of(sentence, child)
