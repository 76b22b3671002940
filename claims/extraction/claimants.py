"""Who says it, sentence by sentence through an article: the source a sentence names, the person "he" stands
for, whoever's quotation goes on, whoever's turn it is in an interview; "" for the author.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Sequence
from typing import NamedTuple

from claims.extraction import clauses, vocabulary
from claims.extraction.antecedents import gender_of
from claims.extraction.names import Names, clean
from claims.extraction.naming import person_at, without_titles
from claims.extraction.quotations import is_all_quoted, quoted
from claims.extraction.reading import Reading
from claims.extraction.sources import Source, label_of, source_of
from claims.text import Span
from claims.text.patterns import words

__all__ = ["Speakers", "attribute", "clean"]

NOBODY = (-1, "")  # before the first sentence
LONG_AGO = 10  # sentences after which "she" is somebody else
REMEMBERED = 100  # sources
LONGEST_NAME = 3  # words of a person's
LONGEST = 12  # sentences of one quotation; a mark that was never closed ends here
SEVERAL = words("couple family pair team trio duo band group brothers sisters")
ANY = words("a an another one some many other several")
DEFINITE = words("the that these those")
GENDERS = {"he": "male", "she": "female", "year-old": ""}  # of the one person meant; "" where it does not say
UNNAMED = frozenset({"Q", "A"})


def _is_any(sentence: Reading, head: int) -> bool:
    """ "A minister", "scientists": not one who was named before."""
    before = {
        sentence.words[n] for n in sentence.children(head) if sentence.deps[n] in {"det", "amod", "nummod"}
    }
    is_plural = sentence.tags[head] == "NNS"
    return bool(before & ANY) or (is_plural and not before & DEFINITE)


class Heard(NamedTuple):
    """What a sentence says of its source: `claimant` as it is known so far."""

    claimant: str
    source: Source | None
    quotations: list[Span]
    inside: bool  # it begins within a quotation
    open: str  # the mark of the quotation that goes on after it


def attribute(readings: Sequence[Reading], names: Names | None = None) -> list[str]:
    """The claimant of each sentence of an article, "" for the author.

    `names` has met the article: then a claimant has the fullest form of the name that stands anywhere in it.
    Unlike `Speakers` it looks ahead: "We came. We saw," said Doe.
    """
    speakers = Speakers(names, turns=_turns(readings))
    heard: list[Heard] = []
    for reading in readings:
        heard.append(speakers.hear(reading))
        speakers.meet(reading)
    claimants = [one.claimant for one in heard]
    for n in reversed(range(len(heard) - 1)):
        goes_on = heard[n].open and heard[n].quotations and heard[n + 1].inside
        if goes_on and heard[n].source is None and claimants[n + 1]:
            claimants[n] = claimants[n + 1]
    return claimants


def _turns(readings: Sequence[Reading]) -> frozenset[str]:
    """The labels of an interview: at least two that come back. A lead-in does not, nor does a headline."""
    labels = Counter(label_of(reading.text) for reading in readings)
    again = frozenset(label for label, count in labels.items() if label and count > 1)
    return again if len(again) > 1 else frozenset()


class Speakers:
    """What an article has told so far about who speaks: names, sources, and an open quotation.

    Without `names` it knows those of the sentences before. `turns` are the labels of an interview, each of
    which begins somebody's turn.
    """

    def __init__(self, names: Names | None = None, *, turns: Collection[str] = ()) -> None:
        self._names = Names() if names is None else names
        self._knows_all = names is not None
        self._turns = turns
        self._turn = ""
        # The number of the sentence, the source, "person", "body" or "" where both are possible.
        self._said: deque[tuple[int, str, str]] = deque(maxlen=REMEMBERED)
        self._acted = NOBODY
        self._people_called: defaultdict[str, set[str]] = defaultdict(set)
        self._count = 0
        self._quoting = ""  # whose quotation the last sentence was
        self._open = ""  # the mark of a quotation that is not closed yet
        self._inside = 0  # sentences since it was opened
        self._heard: tuple[Reading, Heard] | None = None

    def claimant(self, sentence: Reading) -> str:
        """The source of the next sentence, by the full name if the article gave it; "" for the author."""
        return self.hear(sentence).claimant

    def hear(self, sentence: Reading) -> Heard:
        """Whom the next sentence names, and who is meant by it; changes nothing."""
        if self._heard is not None and self._heard[0] is sentence:
            return self._heard[1]
        mark = self._open if self._inside <= LONGEST else ""
        quotations, stays_open = quoted(sentence.text, mark)
        all_quoted = is_all_quoted(sentence.text, quotations)
        source = None if all_quoted else source_of(sentence, quotations)
        if all_quoted or (mark and source is None):
            claimant = self._quoting
        else:
            claimant = self._meant(sentence, source)
        claimant = claimant or self._turn_in(sentence)
        heard = Heard(claimant, source, quotations, bool(mark), stays_open)
        self._heard = sentence, heard
        return heard

    def meet(self, sentence: Reading) -> None:
        """Remember a sentence, after its claimant: "he" is someone before."""
        heard = self.hear(sentence)
        if not self._knows_all:
            self._names.meet(sentence)
        self._count += 1
        if heard.source is not None and heard.claimant:
            self._said.append((self._count, heard.claimant, self._sort_of(sentence, heard)))
        self._meet_actors(sentence)
        self._turn = self._turn_in(sentence)
        # The next sentence may go on with what this one's source says.
        self._quoting = heard.claimant if heard.source is not None or heard.quotations else ""
        self._open = heard.open
        self._inside = self._inside + 1 if heard.open else 0
        self._heard = None

    def _sort_of(self, sentence: Reading, heard: Heard) -> str:
        """ "person" or "body"; "" for a name that the model does not know."""
        source, name = heard.source, heard.claimant
        if source is None or source.is_person or source.pronoun in GENDERS or self._names.is_person(name):
            return "person"
        if name.islower():
            is_one = sentence.words[source.head] in vocabulary.TITLES and sentence.tags[source.head] == "NN"
            return "person" if is_one else "body"
        return "body" if len(name.split()) > LONGEST_NAME or self._names.is_body(name) else ""

    def _meet_actors(self, sentence: Reading) -> None:
        for clause in clauses.main_clauses(sentence):
            if clause.subject is not None and (person := person_at(sentence, clause.subject)):
                name = without_titles(clean(sentence.text[person.start : person.end]))
                self._acted = self._count, self._full(name)
        for entity in sentence.entities:
            if entity.label != "PERSON":
                continue
            name = self._full(without_titles(clean(sentence.text[entity.start : entity.end])))
            head = sentence.heads[entity.last - 1]
            called = [*range(entity.first, entity.last - 1)]
            for token in range(entity.first - 1, max(entity.first - 3, -1), -1):
                if sentence.tags[token] not in {"NN", "NNP"}:
                    break  # "a letter to Jane Doe"
                called.append(token)
            if sentence.deps[entity.last - 1] == "appos":
                called.append(head)
            for token in called:
                if sentence.tags[token] in {"NN", "NNP"} and sentence.words[token] not in SEVERAL:
                    self._people_called[sentence.words[token]].add(name)

    def _meant(self, sentence: Reading, source: Source | None) -> str:
        """The name of a source: of a pronoun, a last name, or "the minister" that was named before."""
        if source is None:
            return self._labelled(sentence)
        if source.pronoun in GENDERS:
            gender = GENDERS[source.pronoun]
            return self._person_beside(sentence, source.head) or self._person(gender)
        if source.pronoun in {"it", "they"}:
            return self._body()
        if source.pronoun:
            return self._turn_in(sentence)
        is_named = source.is_person or not source.text.islower()
        return self._full(source.text) if is_named else self._called(sentence, source)

    def _called(self, sentence: Reading, source: Source) -> str:
        """Whom "the minister" or "the ministry" means: the one of that title, or that body, named before."""
        noun = source.text
        if source.head >= 0 and _is_any(sentence, source.head):
            return noun
        people = self._people_called.get(noun, set())
        if len(people) == 1:
            return next(iter(people))
        bodies = {name for _n, name, _sort in self._said if name.lower().endswith(" " + noun)}
        return next(iter(bodies)) if len(bodies) == 1 else noun

    def _person_beside(self, sentence: Reading, pronoun: int) -> str:
        """Who acts before it in the sentence, "Doe declined, but she said …"; nobody in what is said."""
        says = sentence.heads[pronoun]
        for token in range(pronoun - 1, -1, -1):
            if sentence.deps[token] != "nsubj" or (person := person_at(sentence, token)) is None:
                continue
            above = sentence.heads[token]
            while above != says and sentence.heads[above] != above and sentence.deps[above] != "ccomp":
                above = sentence.heads[above]
            if sentence.deps[above] != "ccomp":
                return self._full(without_titles(clean(sentence.text[person.start : person.end])))
        return ""

    def _person(self, gender: str) -> str:
        """Whom "he" means in "he said": who spoke last, or acted after that.

        A first name says who is not meant. Whoever spoke long ago is not.
        """
        others = {"male": "female", "female": "male"}.get(gender, "nobody")
        spoke = next(
            (
                (n, name)
                for n, name, sort in reversed(self._said)
                if sort != "body" and gender_of(name) != others
            ),
            NOBODY,
        )
        acted = NOBODY if gender_of(self._acted[1]) == others else self._acted
        found = spoke if spoke[0] >= acted[0] else acted
        return found[1] if found[0] > self._count - LONG_AGO else ""

    def _body(self) -> str:
        """What "it" or "they" mean: the body that spoke in the sentence before."""
        if self._said and self._said[-1][0] == self._count and self._said[-1][2] != "person":
            return self._said[-1][1]
        return ""

    def _labelled(self, sentence: Reading) -> str:
        """A headline that begins with a name and a colon quotes the name."""
        label = clean(label_of(sentence.text))
        return self._full(label) if label and self._names.is_person(label) else ""

    def _turn_in(self, sentence: Reading) -> str:
        """Whose turn it is in an interview: the person of that name, or the part, "Host"."""
        label = label_of(sentence.text)
        if label not in self._turns:
            return self._turn
        return "" if label in UNNAMED else self._full(clean(label).title())

    def _full(self, name: str) -> str:
        return self._names.full(name)
