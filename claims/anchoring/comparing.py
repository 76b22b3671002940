"""Whether two wordings state the same facts, as far as words can tell. In doubt they do not."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from claims.anchoring.alignment import Stretch, aligned
from claims.anchoring.spelling import is_slip
from claims.text.fact_words import FILLERS, SPEECH
from claims.text.facts import Fact, Usage, facts, is_common
from claims.text.tokens import Token

SURE = 0.5  # below this share of equal words nobody can tell wording from fact
ANEW = 2  # more words than that in the stead of others are no synonym
# What the sentence around a quotation or in front of a list says of the words in it.
FRAMING = frozenset({"name", "claimant", "person", "title", "negation"})
BRINGS = SPEECH | {"according"}
MARKS = frozenset("\"'")
OPPOSITE = re.compile(r"(?:un|in|im|il|ir|dis|non|mis|de|anti)(?P<head>.+)|(?P<tail>.+)less")
# Where a sentence is split or merged, "…, which is" and "…. It is" say the same.
RELATIVES = frozenset({"which", "who", "that"})
PRONOUNS = frozenset({"it", "he", "she", "they"})


class Wording(NamedTuple):
    """One or more sentences, and for each token whether it stands in a quotation."""

    tokens: list[Token]
    quoted: list[bool]


class Side(NamedTuple):
    """What one wording has where the other has something else.

    `facts` are those that reach into it, `content` the words that state something and belong to none.
    """

    tokens: list[Token]
    facts: list[Fact]
    content: list[str]
    quoted: bool

    @property
    def words(self) -> list[str]:
        return [token.plain.lower() for token in self.tokens if token.plain[0].isalnum()]

    @property
    def text(self) -> str:
        return " ".join(token.plain for token in self.tokens)


class Change(NamedTuple):
    """A place where two wordings differ."""

    old: Side
    new: Side


def difference(before: Wording, after: Wording, stretches: list[Stretch], usage: Usage) -> str:
    """Why the facts may differ, as a sentence; "" where only the wording does.

    `stretches` are those of both wordings, aligned.
    """
    spelled = _spelled_alike(before, after, stretches, usage)
    if spelled != before.tokens:
        before = before._replace(tokens=spelled)
        stretches = aligned(before.tokens, after.tokens)
    was, now = facts(before.tokens, usage), facts(after.tokens, usage)
    changes = [
        Change(_side(before, was, one.first, one.end), _side(after, now, one.new_first, one.new_end))
        for one in _whole_facts(stretches, was, now)
        if not one.equal
    ]
    return next(filter(None, _doubts(before, after, was, now, changes)), "")


def _doubts(
    before: Wording, after: Wording, was: list[Fact], now: list[Fact], changes: list[Change]
) -> Iterator[str]:
    """What speaks against "wording only", the plainest first; "" is nothing."""
    yield from (_quotation(one) for one in changes)
    resumed = {fact for one in changes if _resumes(one) for side in one for fact in side.facts}
    whole = Change(
        Side(before.tokens, [fact for fact in was if fact not in resumed], [], False),
        Side(after.tokens, [fact for fact in now if fact not in resumed], [], False),
    )
    yield _facts(whole)
    for one in changes:
        if not _resumes(one):
            yield _facts(one)
            yield _order(one)
        yield _more_or_less(one)
        yield _opposite(one)
    yield _moved(changes)
    yield _much(whole, changes)


def frame_difference(before: Sequence[Token], after: Sequence[Token], usage: Usage) -> str:
    """Why somebody else may be speaking, or against it; "" where the words around say nothing new."""
    if [token.plain for token in before] == [token.plain for token in after]:
        return ""
    return _facts(Change(_frame(before, usage), _frame(after, usage)))


def _frame(tokens: Sequence[Token], usage: Usage) -> Side:
    speaks = any(token.plain.lower() in BRINGS for token in tokens)
    kinds = FRAMING if speaks else {"negation"}
    return Side(list(tokens), [fact for fact in facts(tokens, usage) if fact.kind in kinds], [], False)


def _spelled_alike(
    before: Wording, after: Wording, stretches: Sequence[Stretch], usage: Usage
) -> list[Token]:
    """The old tokens, their slips spelled as in the new wording."""
    old, new = list(before.tokens), after.tokens
    for one in stretches:
        if one.equal or one.end - one.first != one.new_end - one.new_first:
            continue
        for n, m in zip(range(one.first, one.end), range(one.new_first, one.new_end), strict=True):
            words = old[n].plain, new[m].plain
            if n == m == 0 and any(is_common(word, usage) for word in words):
                words = words[0].lower(), words[1].lower()  # the capital of the first word is no name's
            if is_slip(*words) and not before.quoted[n]:
                old[n] = old[n]._replace(plain=new[m].plain)
    return old


def _whole_facts(stretches: Sequence[Stretch], was: Sequence[Fact], now: Sequence[Fact]) -> list[Stretch]:
    """The stretches grown so that none ends within a fact: "12 May" against "May 12", not one by one."""
    inside = {n for fact in was for n in range(fact.first + 1, fact.end)}
    new_inside = {n for fact in now for n in range(fact.first + 1, fact.end)}
    grown: list[Stretch] = []
    for one in (piece for stretch in stretches for piece in stretch.pieces()):
        if grown and (one.first in inside or one.new_first in new_inside):
            last = grown.pop()
            one = Stretch(last.equal and one.equal, last.first, one.end, last.new_first, one.new_end)
        grown.append(one)
    return grown


def _side(wording: Wording, found: Sequence[Fact], first: int, end: int) -> Side:
    reaching = [fact for fact in found if fact.first < end and first < fact.end]
    words = {n: wording.tokens[n].plain for n in range(first, end)}
    stated = {n for fact in reaching for n in range(fact.first, fact.end)}
    return Side(
        wording.tokens[first:end],
        reaching,
        [
            word.lower()
            for n, word in words.items()
            if word[0].isalnum() and n not in stated and word.lower() not in FILLERS
        ],
        any(word in MARKS or (wording.quoted[n] and word[0].isalnum()) for n, word in words.items()),
    )


def _resumes(change: Change) -> bool:
    """A split or merge at a relative clause, with no other fact in it."""
    for one, other in (change, change[::-1]):
        if RELATIVES.intersection(one.words) and any(token.plain == "." for token in other.tokens):
            return (
                set(other.words) <= PRONOUNS | FILLERS
                and {fact.value for side in change for fact in side.facts} <= PRONOUNS
            )
    return False


def _quotation(change: Change) -> str:
    if not (change.old.quoted or change.new.quoted):
        return ""
    return f"The quotation changed: {_became(change)}."


def _facts(change: Change) -> str:
    """The first fact that only one side has."""
    lost, added = _missing(change.old, change.new), _missing(change.new, change.old)
    if lost and added and lost.kind != added.kind:
        lost, added = (lost, None) if lost.first <= added.first else (None, added)
    if lost and added:
        return f"The {lost.kind} “{lost.text}” became “{added.text}”."
    if lost:
        return f"The {lost.kind} “{lost.text}” is gone."
    return f"The {added.kind} “{added.text}” was added." if added else ""


def _missing(these: Side, those: Side) -> Fact | None:
    """The first fact of `these` that has no equal among `those`."""
    left = Counter(fact[:2] for fact in those.facts)
    for fact in these.facts:
        left[fact[:2]] -= 1
        if left[fact[:2]] < 0:
            return fact
    return None


def _order(change: Change) -> str:
    if [fact[:2] for fact in change.old.facts] == [fact[:2] for fact in change.new.facts]:
        return ""
    return f"What is said of what may have changed: {_became(change)}."


def _opposite(change: Change) -> str:
    for one, other in product(change.old.words, change.new.words):
        for word, opposite in ((one, other), (other, one)):
            match = OPPOSITE.fullmatch(opposite)
            if match and word in {match["head"], match["tail"], f"{match['tail']}ful"}:
                return f"“{one}” became “{other}”."
    return ""


def _more_or_less(change: Change) -> str:
    """Words that come or go without others in their stead, or more others than a synonym takes."""
    old, new = change.old.content, change.new.content
    if sorted("".join(change.old.words)) == sorted("".join(change.new.words)):
        return ""  # "any one" and "anyone", "teh" and "the"
    if bool(old) != bool(new):
        return f"“{' '.join(old)}” is gone." if old else f"“{' '.join(new)}” was added."
    if max(len(old), len(new)) > ANEW:
        return f"So much is worded differently that the fact may be: {_became(change)}."
    return ""


def _moved(changes: Sequence[Change]) -> str:
    old, new = (Counter(word for one in changes for word in one[side].content) for side in (0, 1))
    return next((f"“{word}” stands in another place." for word in old & new), "")


def _much(whole: Change, changes: Sequence[Change]) -> str:
    for side in (0, 1):
        changed = sum(len(one[side].content) for one in changes)
        if changed > (1 - SURE) * len(whole[side].words):
            return "So much is worded differently that the fact may be."
    return ""


def _became(change: Change) -> str:
    if not change.old.tokens:
        return f"“{change.new.text}” was added"
    if not change.new.tokens:
        return f"“{change.old.text}” is gone"
    return f"“{change.old.text}” became “{change.new.text}”"
