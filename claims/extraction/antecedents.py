"""What a pronoun may stand for: the people who acted in a sentence, and the one thing it was about."""

from collections.abc import Iterator
from typing import NamedTuple

from claims.extraction import vocabulary
from claims.extraction.clauses import BE, DEMONSTRATIVE, SUBJECTS
from claims.extraction.first_names import FEMALE, MALE
from claims.extraction.names import CALLED, clean
from claims.extraction.reading import Reading
from claims.extraction.tree import Tree
from claims.text.patterns import words
from claims.text.spans import Span

PERSONAL = {
    **dict.fromkeys(("he", "his"), "male"),
    **dict.fromkeys(("she", "her"), "female"),
    **dict.fromkeys(("it", "its"), "thing"),
    **dict.fromkeys(("they", "their"), "plural"),
}
# Whoever is only the owner of something does not act: "Putin's offer".
ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "conj", "appos", "agent", "attr", "ROOT"})
PLACES = frozenset({"GPE", "NORP", "LOC", "FAC", "EVENT", "DATE", "LAW"})
LONGEST = 8  # words of an antecedent
LONGEST_STATEMENT = 16  # words of a sentence that "that" may stand for
# People who are no "it", besides those with a title.
PEOPLE = words(
    """
    head boss owner lawyer prosecutor teacher doctor coach captain player author writer man woman boy girl
    child father mother son daughter brother sister wife husband widow victim suspect driver pilot officer
    soldier farmer nurse artist singer actor candidate successor predecessor heir
    """
)
LINKING = words("and but so yet , still also then")


class Antecedent(NamedTuple):
    """What the last main clause was about."""

    text: str
    is_plural: bool
    is_person: bool


class Person(NamedTuple):
    """Somebody in a sentence, by the full name if that is known; `acts`: the subject of a verb."""

    name: str
    acts: bool


class FullNames:
    """The full names an article has given so far, by last name."""

    def __init__(self) -> None:
        self._by_last: dict[str, set[str]] = {}

    def meet(self, reading: Reading) -> None:
        """Remember the people of a sentence who have more than one name, or a title before it."""
        for first, _last, name in people(reading):
            has_title = first > 0 and reading.words[first - 1] in CALLED
            if " " in name:
                self._by_last.setdefault(name.split()[-1], set()).add(name)
            elif has_title:
                self._by_last.setdefault(name, set())

    def full(self, name: str) -> str:
        """The full name of somebody called by the last name, where there is only one; else `name`."""
        names = self._by_last.get(name, set())
        return next(iter(names)) if len(names) == 1 else name

    def __contains__(self, name: object) -> bool:
        return name in self._by_last


def is_heading(reading: Reading) -> bool:
    """Without a mark at its end it is no sentence of the running text."""
    return not reading.text.rstrip().endswith((".", "!", "?", "…", ":", ";", "”", '"', "’", "'", ")"))


def gender_of(name: str) -> str:
    """ "male", "female", or "" where the name does not tell."""
    first = (name.split() or [""])[0].lower()
    return "male" if first in MALE else "female" if first in FEMALE else ""


def clause_of(reading: Reading, span: Span) -> int | None:
    """The verb of the topmost clause that has its verb within `span`; None without one."""
    inside = [n for n, start in enumerate(reading.starts) if span.start <= start < span.end]
    return next(
        (
            n
            for n in inside
            if reading.tags[n].startswith(("V", "MD"))
            and (reading.heads[n] == n or not inside[0] <= reading.heads[n] <= inside[-1])
        ),
        None,
    )


def main_verb(reading: Reading) -> int | None:
    """The verb of the sentence; None for a heading, which is no sentence of the running text."""
    return None if is_heading(reading) else clause_of(reading, Span(0, len(reading.text)))


def subject_of(reading: Reading, tree: Tree, verb: int) -> int | None:
    """The subject that hangs on `verb` itself."""
    return next((n for n in tree.children[verb] if reading.deps[n] in SUBJECTS), None)


def label_at(reading: Reading, token: int) -> str:
    """The model's label for the name that `token` is part of, or ""."""
    return next((e.label for e in reading.entities if e.first <= token < e.last), "")


def people(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """The people named: first token, last (exclusive), name. The model often leaves out the first name."""
    for entity in reading.entities:
        first = entity.first
        if entity.label != "PERSON":
            continue
        while (
            first > 0
            and reading.tags[first - 1].startswith("NNP")
            and reading.heads[first - 1] in range(first, entity.last)
            and reading.words[first - 1] not in vocabulary.TITLES
            and not any(
                other.first < first <= other.last for other in reading.entities if other is not entity
            )
        ):
            first -= 1
        while first < entity.last - 1 and reading.words[first] in CALLED:
            first += 1
        yield first, entity.last, clean(reading.text[reading.starts[first] : entity.end])


def acting_people(reading: Reading, tree: Tree, before: int, names: FullNames) -> list[Person]:
    """The people named up to token `before` who act, or to whom something is done; each once, in full.

    A name of two words that is no place may be a person too, and "the mayor" is one: they keep "he" from
    being somebody else.
    """
    found: dict[str, bool] = {}
    named = set()

    def add(name: str, token: int) -> None:
        name = names.full(name)
        found[name] = found.get(name, False) or _acts(reading, token)

    for first, last, name in people(reading):
        named.update(range(first, last))
        head = _head(reading, first, last)
        if last <= before and reading.deps[head] in ACTING:
            add(name, head)
    for token in range(min(before, len(reading.words))):
        if token in named or reading.deps[token] not in ACTING:
            continue
        if reading.tags[token] == "NNP" and label_at(reading, token) not in PLACES:
            spelled = reading.text[reading.starts[token] : reading.ends[token]]
            has_two = token > 0 and reading.tags[token - 1] == "NNP" and reading.heads[token - 1] == token
            if spelled in names:
                add(spelled, token)
            elif has_two and reading.deps[token] in {"nsubj", "nsubjpass", "dobj", "conj", "attr"}:
                add(reading.text[reading.starts[token - 1] : reading.ends[token]], token)
        elif reading.words[token] in vocabulary.TITLES and reading.tags[token] == "NN":
            has_name = any(reading.deps[n] == "appos" for n in tree.children[token])
            if reading.deps[token] in SUBJECTS and not has_name:
                add(phrase(reading, tree, token), token)
    return [Person(name, acts) for name, acts in found.items()]


def _acts(reading: Reading, token: int) -> bool:
    """The subject of a verb, or in apposition to one: "the treasurer, Jane Doe, said"."""
    if reading.deps[token] == "appos":
        token = reading.heads[token]
    return reading.deps[token] in SUBJECTS


def main_subject(reading: Reading, tree: Tree, verb: int, *, parallel: bool = False) -> Antecedent | None:
    """The subject of a clause, if it is named or definite and no object could be meant as well.

    `parallel`: it is wanted by a clause joined to this one, whose subject goes on with it.
    """
    subject = subject_of(reading, tree, verb)
    if subject is None or not reading.tags[subject].startswith("NN"):
        return None
    plural = _is_plural(reading, tree, subject)
    if not parallel and not _is_definite(reading, tree, subject):
        return None
    if not parallel and any(
        _is_rival(reading, tree, n) and _is_plural(reading, tree, n) is plural
        for n in range(len(reading.words))
    ):
        return None
    is_person = label_at(reading, subject) == "PERSON" or reading.words[subject] in vocabulary.TITLES | PEOPLE
    text = phrase(reading, tree, subject)
    return Antecedent(text, plural, is_person) if text else None


def statement(reading: Reading, tree: Tree) -> str:
    """What "that" after a sentence stands for: the sentence, if it is a short statement; else "".

    After "The minister said that exports fell" it may be either.
    """
    verb = main_verb(reading)
    text = reading.text.rstrip()
    if verb is not None and reading.words[verb] in vocabulary.SAY:
        return ""
    is_plain = text.endswith(".") and not any(mark in text for mark in '“”"[]')
    length = sum(word[:1].isalnum() for word in reading.words)
    if not is_plain or verb is None or subject_of(reading, tree, verb) is None or length > LONGEST_STATEMENT:
        return ""
    first = next((n for n, word in enumerate(reading.words) if word not in LINKING), 0)
    return text[reading.starts[first] :].rstrip(".")


def phrase(reading: Reading, tree: Tree, head: int) -> str:
    """A noun with what belongs to it, up to a comma, a bracket or a clause; "" where that is too long."""
    first = tree.first[head]
    stops = [
        n
        for n in range(head + 1, tree.last[head] + 1)
        if not any(map(str.isalnum, reading.words[n])) or reading.deps[n] == "relcl"
    ]
    stops += [tree.first[n] for n in tree.children[head] if n > head and reading.deps[n] in {"relcl", "acl"}]
    end = max(head + 1, min(stops, default=tree.last[head] + 1))
    if end - first > LONGEST:
        end = head + 1
    if end - first > LONGEST:
        return ""
    text = reading.text[reading.starts[first] : reading.ends[end - 1]]
    is_name = reading.tags[first].startswith("NNP") or reading.words[first] == "i"
    return text if is_name else text[:1].lower() + text[1:]


def is_empty_it(reading: Reading, tree: Tree, verb: int, pronoun: int) -> bool:
    """The "it" of "it is clear that …", which stands for nothing; not that of "it said that …"."""
    says = reading.words[verb] in vocabulary.SAY and reading.deps[pronoun] == "nsubj"
    if reading.words[pronoun] != "it" or says:
        return False
    after = [n for n in tree.children[verb] if n > pronoun]
    if any(reading.deps[n] == "dobj" for n in after):
        return False
    inside = [n for child in after for n in (child, *tree.children[child])]
    clauses = {"ccomp", "csubj"} | ({"acl", "relcl", "xcomp"} if reading.words[verb] in BE else set())
    return any(reading.deps[n] in clauses or reading.tags[n] == "WRB" for n in inside)


def _head(reading: Reading, first: int, last: int) -> int:
    return next((n for n in range(first, last) if not first <= reading.heads[n] < last), last - 1)


def _is_rival(reading: Reading, tree: Tree, noun: int) -> bool:
    """A thing that did it or was done something to, or is new in the text, or is "it": "it" may be that."""
    if reading.words[noun] in {"it", "them"}:
        return reading.deps[noun] in {"dobj", "pobj"}
    if not reading.tags[noun].startswith("NN"):
        return False
    first = {reading.words[n] for n in tree.children[noun]}
    is_new = reading.deps[noun] == "pobj" and not first.isdisjoint({"a", "an", "another"})
    is_agent = reading.deps[noun] == "pobj" and reading.deps[reading.heads[noun]] == "agent"
    return reading.deps[noun] == "dobj" or is_agent or is_new


def _is_plural(reading: Reading, tree: Tree, noun: int) -> bool:
    joined = any(reading.deps[n] == "conj" for n in tree.children[noun])
    return joined or reading.tags[noun] in {"NNS", "NNPS"} or reading.words[noun] == "them"


def _is_definite(reading: Reading, tree: Tree, noun: int) -> bool:
    """A name, or a noun with "the" or an owner; not "its offer", which itself points back."""
    before = range(tree.first[noun], noun)
    if any(reading.tags[n] == "PRP$" or reading.words[n] in DEMONSTRATIVE | {"a", "an"} for n in before):
        return False
    return reading.tags[noun].startswith("NNP") or any(
        reading.words[n] == "the" or reading.deps[n] == "poss" for n in before
    )
