"""The names of an article, its variants folded: "Zelensky", "Zelenskyy" and "President Zelenskyy" are one.

A name is what the model found, or a run of words tagged as names. Two spellings are variants where they
transliterate the same word; a last name alone is the person of that name, if there is one such person only.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from claims.extraction import clauses, cues, vocabulary
from claims.extraction.candidate import Name
from claims.extraction.reading import Reading
from claims.extraction.spellings import abbreviation, initials, is_variant, key
from claims.text.patterns import words

PLACES = frozenset({"GPE", "LOC", "NORP"})
BEFORE_PLACE = words("in at near from to of")
HONORIFICS = words(
    """
    mr mrs ms miss dr prof sir dame lord lady gen sen rep gov rev hon col lt
    mr. mrs. ms. dr. prof. gen. sen. rep. gov. rev. hon. col. lt.
    """
)
CALLED = vocabulary.TITLES | HONORIFICS
# "Defence Minister": what the ministry is for is no name.
DEPARTMENTS = words("defence defense foreign interior finance health education justice treasury home trade")
POSSESSIVES = ("'s", "’s", "'", "’")
LONGEST = 4  # words of a name that is looked for in a heading
MOST_ALIKE = 100  # names with a word in common; no article has more, and each is compared with all
PART = re.compile(r"[^\s–-]+")
MARKS = "“”\"'‘’ ,.:;…-–—"


class Mention(NamedTuple):
    """A name in a sentence; `label` is "" where the model gave none.

    `opens`: it begins the sentence, where any word has a capital, and nothing says that it is a name.
    """

    text: str
    start: int
    end: int
    label: str = ""
    before: str = ""  # the word before it, in lower case
    opens: bool = False


class Names:
    """Meets all sentences of an article, then says of each which names it holds."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
        # By a form of their first or last word, and by their initials, as they were met.
        self._by_first: defaultdict[str, list[str]] = defaultdict(list)
        self._by_last: defaultdict[str, list[str]] = defaultdict(list)
        self._by_initials: defaultdict[str, list[str]] = defaultdict(list)
        self._fullest: dict[tuple[str, bool, bool], str] = {}

    def meet(self, reading: Reading) -> None:
        """Remember the names of a sentence; a heading in capitals only repeats those of the text."""
        for mention in [] if _is_title_case(reading) else mentions(reading):
            if mention.opens and not mention.label:
                continue
            if mention.text not in self._seen:
                parts = mention.text.split()
                letters = initials(mention.text) if len(parts) > 1 else ""
                for like in (
                    self._by_first[key(parts[0])],
                    self._by_last[key(parts[-1])],
                    self._by_initials[letters],
                ):
                    if len(like) < MOST_ALIKE:
                        like.append(mention.text)
            self._seen[mention.text] += 1
            self._labels[mention.text][mention.label] += 1
        self._fullest.clear()

    def of(self, reading: Reading) -> list[Name]:
        """The names of a sentence in order, each with the fullest form that the article uses."""
        found = self._repeated(reading) if _is_title_case(reading) else mentions(reading)
        return [
            Name(
                text=reading.text[part.start : part.end],
                start=part.start,
                end=part.end,
                name=self.full(part.text, part),
            )
            for mention in found
            if not mention.opens or self._is_sure(mention)
            for part in self._parts(mention)
        ]

    def full(self, name: str, mention: Mention | None = None) -> str:
        """The fullest form of `name`; itself where it is unknown or could be of several people."""
        if not name.split():
            return name
        is_place = mention is not None and mention.label in PLACES
        is_in = mention is not None and is_place and mention.before in BEFORE_PLACE
        if (name, is_place, is_in) not in self._fullest:
            candidates = [
                other
                for other in self._candidates(name, is_place=is_place, is_in=is_in)
                if not self._runs_together(other) and (name.isupper() or not _is_shouted(other))
            ]
            fullest = max(candidates, key=self._fullness) if candidates and _are_one(candidates) else name
            self._fullest[name, is_place, is_in] = fullest
        return self._fullest[name, is_place, is_in]

    def is_person(self, name: str) -> bool:
        """Somebody the article names more than once, or by a fuller form."""
        full = self.full(name)
        return (
            full in self._seen and self._labels[full]["PERSON"] > 0 and (full != name or self._seen[name] > 1)
        )

    def is_body(self, name: str) -> bool:
        """The model called it a body or a place, or it is an abbreviation."""
        return name.isupper() or bool(self._labels.get(name, {}).keys() & (cues.NAMES - {"PERSON"}))

    def _candidates(self, name: str, *, is_place: bool, is_in: bool) -> list[str]:
        """The names that may be meant: itself in other spellings, and longer ones that hold it."""
        last = self._ending(name)
        if " " not in name:  # "the Bank of Norvan" is no fuller name for Norvan
            last = [other for other in last if " of " not in other]
        if " " in name:
            return [other for other in last if is_variant(name.split(), other.split())]
        if is_in:
            return [other for other in last if " " not in other]
        if any(" " in other for other in last):
            # Of a Smith and a Smyth the one that is spelt so.
            return [other for other in last if " " in other and other.split()[-1] == name] or last
        if letters := abbreviation(name):
            return self._by_initials.get(letters, last)
        first = self._by_first.get(key(name), [])
        return last if is_place else [other for other in first if " " in other] or last

    def _is_sure(self, mention: Mention) -> bool:
        """A name though it begins its sentence: the article has it elsewhere, or it is a place."""
        known = chain(self._ending(mention.text), self._by_first.get(key(mention.text.split()[-1]), ()))
        elsewhere = sum(self._seen[name] for name in {*islice(known, 3)}) - bool(mention.label)
        return elsewhere > 0 or mention.label in PLACES

    def _fullness(self, name: str) -> tuple[int, int]:
        return len(name.split()), self._seen[name]

    def _ending(self, name: str) -> list[str]:
        """The names met that end with a form of the last word of `name`, as they were met."""
        return self._by_last.get(key(name.split()[-1]), [])

    def _parts(self, mention: Mention) -> Iterator[Mention]:
        """A mention, or the several that it runs together: "a Zelensky Putin meeting"."""
        if not self._runs_together(mention.text):
            yield mention
            return
        for part in PART.finditer(mention.text):
            yield Mention(part[0], mention.start + part.start(), mention.start + part.end(), mention.label)

    def _runs_together(self, name: str) -> bool:
        parts = PART.findall(name)
        return len(parts) > 1 and all(self._is_last_name(part, name) for part in parts)

    def _is_last_name(self, word: str, besides: str) -> bool:
        """The word ends the name of somebody who is met elsewhere, or is a person on its own."""
        return any(
            " " in name or self._labels[name].most_common(1)[0][0] == "PERSON"
            for name in self._ending(word)
            if name != besides
        )

    def _repeated(self, reading: Reading) -> list[Mention]:
        """The names of a heading that the text has too, the longest at each place."""
        found: list[Mention] = []
        token = 0
        while token < len(reading.words):
            spans = range(min(token + LONGEST, len(reading.words)), token, -1)
            here = (mention for last in spans for mention in _mention(reading, token, last, ""))
            known = next((mention for mention in here if self._is_repeated(mention.text)), None)
            if known is not None:
                found.append(known._replace(opens=False))
            token += 1
            while known is not None and token < len(reading.words) and reading.starts[token] < known.end:
                token += 1
        return found

    def _is_repeated(self, name: str) -> bool:
        """The text has the name, or a person of that last name."""
        people = (n for n in self._ending(name) if self._labels[n].keys() & {"PERSON", ""})
        return bool(self._seen[name]) or (" " not in name and any(people))


def mentions(reading: Reading) -> list[Mention]:
    """The names of a sentence without titles, articles and possessives, in order."""
    found: list[Mention] = []
    taken: set[int] = set()
    for entity in reading.entities:
        if entity.label in cues.NAMES:
            found += _mention(reading, entity.first, entity.last, entity.label)
        taken.update(range(entity.first, entity.last))
    for first, last in _runs(reading, taken):
        found += _mention(reading, first, last, "")
    return sorted(found, key=lambda mention: mention.start)


def _runs(reading: Reading, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches of words tagged as names; a hyphen between two of them belongs to the name."""
    start = None
    for token, tag in enumerate([*reading.tags, ""]):
        named = tag.startswith("NNP") and token not in taken
        joins = tag == "HYPH" and start is not None and reading.tags[token + 1 : token + 2] == ["NNP"]
        if named and start is None:
            start = token
        elif start is not None and not named and not joins:
            yield start, token
            start = None


def _mention(reading: Reading, first: int, last: int, label: str) -> Iterator[Mention]:
    """The name in the words `first` to `last`, if anything is left without what it is called by."""
    leads_in = reading.words[last : last + 1] == [":"]  # "Bypassing Bureaucracy: …"
    opens = first == 0 and (leads_in or (not label and last == 1))
    while first < last and reading.words[first] in {"the", "a", "an"}:
        first += 1
    if label in {"PERSON", ""}:
        called = [n for n in range(first, last) if reading.words[n] in CALLED]
        first = called[-1] + 1 if called else first
    while first < last and reading.words[last - 1] in POSSESSIVES:
        last -= 1
    is_department = last - first == 1 and reading.words[first] in DEPARTMENTS
    if first == last or is_department:
        return
    raw = reading.text[reading.starts[first] : reading.ends[last - 1]]
    bare = raw.strip(MARKS)
    if "." in bare and raw.endswith(bare + "."):
        bare += "."  # "U.S."
    start = reading.starts[first] + raw.find(bare)
    if bare != bare.lower():
        before = reading.words[first - 1] if first else ""
        yield Mention(" ".join(bare.split()), start, start + len(bare), label, before, opens)


def _is_title_case(reading: Reading) -> bool:
    """A heading in capitals says nothing about what is a name."""
    small = {tag for n, tag in enumerate(reading.tags) if reading.text[reading.starts[n]].islower()}
    long = [n for n, word in enumerate(reading.words) if len(word) > 3 and word.isalpha()]
    capital = sum(reading.text[reading.starts[n]].isupper() for n in long)
    return len(long) > 2 and capital > 0.7 * len(long) and clauses.FINITE.isdisjoint(small)


def clean(name: str) -> str:
    """A name without its possessive and article, on one line."""
    name = " ".join(name.split()).strip(MARKS)
    for ending in POSSESSIVES:
        name = name.removesuffix(ending)
    return name.removeprefix("the ").removeprefix("The ").strip()


def _is_shouted(name: str) -> bool:
    """A heading in capitals, "HARVEN ZETA", is no fuller name."""
    return " " in name and name.isupper()


def _are_one(names: list[str]) -> bool:
    """All of them are forms of the longest."""
    longest = max(names, key=lambda name: len(name.split())).split()
    return all(" " not in name or is_variant(name.split(), longest) for name in names)
