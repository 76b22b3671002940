"""Points in a box, standfirsts and pull quotes that say again what a sentence of the body says.

A twin has nearly all content words of the point, not turned round but by a passive, its numbers and names,
and the same negations, plans and limits. A word exchanged for another may turn the meaning round, so it makes
no twin: the rule rather misses a twin than joins two facts.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from claims.extraction.twin_words import APPROXIMATIONS, DIRECTIONS, EQUAL, IDLE, POINTING, TURNING
from claims.intake.furniture import is_over_points
from claims.text import Block, Role, Span
from claims.text.spans import WITHOUT_CLAIMS, trim

BODY = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE})
ONCE_MORE = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.PULL_QUOTE})
NEAREST = 100  # sentences with the same rare words that are compared, however many there are
SHARE = 0.8  # of the content words that a twin must have
FEWEST = 3  # content words; fewer say too little to be known again
WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£]")
TIME = re.compile(
    "(?:19|20)[0-9]{2}|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
    "|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
ENDING = re.compile(r"(?:ies|ing|ed|es|s|e|y)$")


class _Sentence(NamedTuple):
    content: tuple[str, ...]  # stems, in order
    turning: frozenset[str]
    directions: frozenset[str]
    fixed: tuple[str, ...]  # numbers with the word that follows, and names
    opening: str  # the first word, which may be a name
    agents: frozenset[str]  # "sued by Smith" turns it round
    times: frozenset[str]  # years, months and days stand where they like


def find_twins(places: Sequence[tuple[Role, Span]], text: str, blocks: Sequence[Block]) -> dict[int, int]:
    """For each sentence that says again what the body says: its place, and the place of the body's sentence.

    `places` are the sentences of `text` in order, each with the role of its block; `blocks` partition the
    text. A point or a pull quote may say less than the body's sentence; a headline or a standfirst only
    counts when both say nearly the same.
    A sentence that stands there twice word for word has the first as its twin. Linear: sentences are found by
    their rarest words.
    """
    again = set(_said_again(places, text, blocks))
    if not again:
        return _repeated(places, text, {})
    read = [_read(text[span.start : span.end]) for _role, span in places]
    by_word: dict[str, list[int]] = defaultdict(list)
    for n, (role, _span) in enumerate(places):
        if role in BODY and n not in again:
            for word in set(read[n].content):
                by_word[word].append(n)
    twins: dict[int, int] = {}
    for n in sorted(again):
        near = (other for word in _rarest(read[n], by_word) for other in by_word.get(word, ()))
        whole = places[n][0] in (Role.HEADLINE, Role.STANDFIRST)
        likeness = {
            other: _likeness(read[n], read[other], whole=whole)
            for other in sorted(set(islice(near, NEAREST)))
        }
        if likeness and max(likeness.values()) >= SHARE:
            twins[n] = max(likeness, key=lambda other: likeness[other])  # the first of equals
    return _repeated(places, text, twins)


def _repeated(places: Sequence[tuple[Role, Span]], text: str, twins: dict[int, int]) -> dict[int, int]:
    """`twins`, and the sentences that stand there twice, like some captions: the first counts."""
    first: dict[str, int] = {}
    for n, (role, span) in enumerate(places):
        words = " ".join(text[span.start : span.end].split())
        says_enough = role not in WITHOUT_CLAIMS and words.count(" ") >= FEWEST
        # "He was born in 1960" may be said of two people.
        is_of_another = role in BODY and words.partition(" ")[0].casefold() in POINTING
        if n not in twins and says_enough and not is_of_another and first.setdefault(words, n) != n:
            twins[n] = first[words]
    return {n: twins.get(other, other) for n, other in twins.items()}


def _said_again(places: Sequence[tuple[Role, Span]], text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """The sentences that may repeat the body."""
    boxed = _boxed(text, blocks)
    starts = [block.start for block in blocks]
    for n, (role, span) in enumerate(places):
        if role in ONCE_MORE or (role == Role.LIST_ITEM and bisect_right(starts, span.start) - 1 in boxed):
            yield n


def _boxed(text: str, blocks: Sequence[Block]) -> set[int]:
    """The list items under "Key takeaways" or the like, and those before the first paragraph."""
    found: set[int] = set()
    in_box = True
    for place, block in enumerate(blocks):
        if block.role == Role.LIST_ITEM and in_box:
            found.add(place)
        elif block.role in (Role.FURNITURE, Role.SUBHEADING):
            span = trim(text, block.start, min(block.end, block.start + 200))
            in_box = is_over_points(text[span.start : span.end]) or (in_box and block.role == Role.FURNITURE)
        elif block.role == Role.PARAGRAPH:
            in_box = False
    return found


def _read(sentence: str) -> _Sentence:
    content: list[str] = []
    fixed: list[str] = []
    turning: set[str] = set()
    directions: set[str] = set()
    times: set[str] = set()
    opening = ""
    nearly = ""  # "almost 40" is another number than 40
    agents: set[str] = set()
    after_number = after_by = is_almost = False
    for place, match in enumerate(WORD.finditer(sentence)):
        word = match[0].replace("’", "'").removesuffix("'s")
        plain = word.casefold()
        plain = EQUAL.get(plain, plain)
        is_number = plain[0].isdigit()
        if is_almost and not is_number:  # "almost closed"
            turning.add("nearly")
        is_almost = plain == "nearly"
        if (plain in TURNING and word != "May") or plain.endswith("n't"):
            turning.add(plain)
        elif plain not in IDLE:
            stem = f"{nearly}{plain}" if is_number else ENDING.sub("", plain) or plain
            content.append(stem)
            opening = stem if place == 0 and not is_number else opening
            if after_by and not is_number:
                agents.add(stem)
            if plain in DIRECTIONS:
                directions.add(plain)
            if TIME.fullmatch(word):
                times.add(stem)
            elif is_number or after_number or (place and word[0].isupper()):
                fixed.append(stem)
        after_number = is_number
        nearly = APPROXIMATIONS.get(plain, nearly if plain in ("than", "at", "a") else "")
        after_by = plain == "by" or (after_by and plain in IDLE)
    return _Sentence(
        tuple(content),
        frozenset(turning),
        frozenset(directions),
        tuple(fixed),
        opening,
        frozenset(agents),
        frozenset(times),
    )


def _rarest(point: _Sentence, by_word: dict[str, list[int]]) -> list[str]:
    """So many words that a twin must have one of them."""
    words = set(point.content)
    lacking = int(len(words) * (1 - SHARE) + 1e-9)
    return sorted(words, key=lambda word: (len(by_word.get(word, ())), word))[: lacking + 1]


def _likeness(point: _Sentence, body: _Sentence, *, whole: bool) -> float:
    """The share of the content words in common, 0 where anything speaks against it."""
    words, others = set(point.content), set(body.content)
    if len(words) < FEWEST or point.turning != body.turning or not point.directions <= body.directions:
        return 0.0
    fixed = (point.opening, *point.fixed) if point.opening in others else point.fixed
    if not point.times <= body.times or not _in_order(fixed, body.content):
        return 0.0
    is_passive = point.agents.isdisjoint(others) is not body.agents.isdisjoint(words)
    if _is_turned(point, body) is not is_passive:
        return 0.0
    common = [n for n, word in enumerate(body.content) if word in words]
    if common and words - others:
        first = common[0] - (point.content[0] not in others)
        last = common[-1] + (point.content[-1] not in others)
        if set(body.content[max(0, first) : last + 1]) - words:  # something stands in the place of what lacks
            return 0.0
    return len(words & others) / (len(words | others) if whole else len(words))


def _is_turned(point: _Sentence, body: _Sentence) -> bool:
    """ "The bank bought the firm", "the firm bought the bank": what stood before a word stands after it."""
    place = {word: n for n, word in enumerate(dict.fromkeys(body.content)) if word not in body.times}
    places = [place[word] for word in dict.fromkeys(point.content) if word in place]
    before = [*accumulate(places, max)]
    after = [*accumulate(reversed(places), min)][::-1]
    return any(after[n] < here < before[n] for n, here in enumerate(places))


def _in_order(few: Sequence[str], many: Sequence[str]) -> bool:
    rest = iter(many)
    return all(word in rest for word in few)
