"""The signals of one sentence: each has a plain name and the characters it was seen in.

Signals for a claim become the cues a checker reads, signals against one the answer to "why not?".
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.extraction import clauses, vocabulary
from claims.extraction.reading import Reading
from claims.text.dates import FoundDate
from claims.text.numbers import CURRENCIES, Quantity

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
# At least two words: one word in quotation marks is a reservation, not a quotation.
QUOTED = re.compile(r"[“\"«][^“”\"«»\s]+\s[^“”\"«»]+[”\"»]|(?<!\w)[‘'][^‘’'\s]+\s[^‘’']+[’'](?!\w)")
SUMS_AND_SHARES = frozenset(
    {*CURRENCIES.values(), "%", "percentage points", "per centage points", "basis points"}
)
LEXICAL = {
    "reported speech": vocabulary.SAY,
    "something said": vocabulary.SAID,
    "something counted": vocabulary.MEASURABLE,
    "a cause": vocabulary.CAUSE,
    "a comparison": vocabulary.COMPARISON,
    "a superlative": vocabulary.SUPERLATIVE,
    "a law or rule": vocabulary.LAW,
    "a title": vocabulary.TITLES,
    "a possibility": vocabulary.PREDICTION,
    "a judgement": vocabulary.OPINION,
    "advice": vocabulary.ADVICE,
    "a generality": vocabulary.GENERALITY,
    "the speaker": vocabulary.FIRST_PERSON,
    "the listener": vocabulary.SECOND_PERSON,
}
OF_THE_AUTHOR = {"a possibility", "a judgement", "advice", "a generality", "the speaker", "the listener"}
SIGNALS_OF_WORD: dict[str, list[str]] = {}
for _name, _words in LEXICAL.items():
    for _word in _words:
        SIGNALS_OF_WORD.setdefault(_word, []).append(_name)


class Signal(NamedTuple):
    """Offsets into the sentence's own text."""

    name: str
    start: int
    end: int


def find_signals(
    sentence: Reading, quantities: Sequence[Quantity] = (), dates: Sequence[FoundDate] = ()
) -> list[Signal]:
    """The signals of one sentence, with its quantities and dates, in order of their place."""
    signals = [Signal(_number(quantity), quantity["start"], quantity["end"]) for quantity in quantities]
    signals += [
        Signal("a sum or share", quantity["start"], quantity["end"])
        for quantity in quantities
        if quantity["unit"] in SUMS_AND_SHARES
    ]
    signals += [Signal("a date", date["start"], date["end"]) for date in dates]
    signals += [Signal("a name", start, end) for start, end in _names(sentence)]
    signals += [Signal("a quotation", match.start(), match.end()) for match in QUOTED.finditer(sentence.text)]
    signals += [Signal("reported speech", m.start(), m.end()) for m in ACCORDING.finditer(sentence.text)]
    signals += _of_words(sentence)
    signals += _of_clauses(sentence)
    signals += _of_shape(sentence)
    return sorted(set(signals), key=lambda signal: (signal.start, signal.end, signal.name))


def _at(name: str, sentence: Reading, token: int) -> Signal:
    return Signal(name, sentence.starts[token], sentence.ends[token])


def _number(quantity: Quantity) -> str:
    """ "Two leaders" says how many there are; "1,000 prisoners" and "half of them" are figures to check."""
    number = quantity["number"]
    is_small = isinstance(number, int) and 0 < number < 10
    return "a count" if is_small and not any(map(str.isdigit, quantity["text"])) else "a number"


def _names(sentence: Reading) -> Iterator[tuple[int, int]]:
    """Names that the model found, and runs of words it tagged as names without saying what sort."""
    named = set()
    for entity in sentence.entities:
        named.update(range(entity.first, entity.last))
        if entity.label in NAMES:
            yield entity.start, entity.end
    start = end = -1
    for token, tag in enumerate(sentence.tags):
        if not tag.startswith("NNP") or token in named or sentence.words[token] in vocabulary.TITLES:
            continue
        if token == end:
            end += 1
            continue
        if start >= 0:
            yield sentence.starts[start], sentence.ends[end - 1]
        start, end = token, token + 1
    if start >= 0:
        yield sentence.starts[start], sentence.ends[end - 1]


def _of_words(sentence: Reading) -> Iterator[Signal]:
    quoted = [match.span() for match in QUOTED.finditer(sentence.text)]
    for token, word in enumerate(sentence.words):
        for name in SIGNALS_OF_WORD.get(word, ()):
            # In quotation marks it is not the author who judges, hopes or says "I"; "US" and "May" are names.
            if name in OF_THE_AUTHOR and (
                sentence.tags[token].startswith("NNP")
                or any(s <= sentence.starts[token] < e for s, e in quoted)
            ):
                continue
            if name != "reported speech" or clauses.is_verb(sentence, token):
                yield _at(name, sentence, token)


def _of_clauses(sentence: Reading) -> Iterator[Signal]:
    main = set()
    for clause in clauses.main_clauses(sentence):
        main.add(clause.verb)
        if name := clauses.aspect(sentence, clause):
            yield _at(name, sentence, clause.verb)
        if clause.subject is not None and clauses.is_named(sentence, clause.subject):
            yield _at("a named actor", sentence, clause.subject)
        if clauses.is_interpretation(sentence, clause):
            yield _at("an interpretation", sentence, clause.verb)
        if clauses.points_back(sentence, clause):
            yield _at("a comment", sentence, clause.verb)
        if (token := clauses.judgement(sentence, clause)) is not None:
            yield _at("the author's verdict", sentence, token)
    for token, tag in enumerate(sentence.tags):
        if sentence.words[token] in vocabulary.SAY and clauses.is_said_by_a_name(sentence, token):
            yield _at("a named source", sentence, token)
        if token in main or sentence.deps[token] in clauses.HELPERS:
            continue
        if tag == "VBD" or (tag == "VBN" and _is_perfect(sentence, token)):
            yield _at("an event in passing", sentence, token)


def _is_perfect(sentence: Reading, verb: int) -> bool:
    """A participle with "has", "have" or "was" among the words just before it."""
    return not clauses.EVENT_HELPERS.isdisjoint(sentence.words[max(0, verb - 3) : verb])


def _of_shape(sentence: Reading) -> Iterator[Signal]:
    text, tags = sentence.text, sentence.tags
    if text.rstrip("\"'”’) ").endswith("?"):
        yield Signal("a question", len(text) - 1, len(text))
    spoken = [token for token, word in enumerate(sentence.words) if word.isalpha()]
    if spoken and tags[spoken[0]] == "VB":
        yield _at("an instruction", sentence, spoken[0])
    if any(tags) and not clauses.FINITE.intersection(tags):
        yield Signal("no statement", 0, len(text))
    if len(spoken) < 5:
        yield Signal("a few words", 0, len(text))
