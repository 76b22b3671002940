"""Which sentences of the new text are versions of which of the old: equal, changed, split or merged."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from claims.anchoring.likeness import Likeness
from claims.anchoring.sentences import Sentence

Words = tuple[str, ...]
Links = dict[int, set[int]]

HEAD = 4  # words by which the beginnings of a sentence are found
TRIED = 3  # beginnings that are tried for one sentence
LONGEST = 400  # tokens of sentences that were cut elsewhere


class Pairing:
    """The links between two texts, by positions of sentences.

    `in_order` holds the equal sentences that kept their order, the old position to the new one.
    """

    def __init__(self, old: Sequence[Sentence], new: Sequence[Sentence]) -> None:
        self.new_of: Links = defaultdict(set)
        self.old_of: Links = defaultdict(set)
        kept = _equal_in_order([one.words for one in old], [one.words for one in new])
        self._link(kept.items())
        self._link(_equal_elsewhere(old, new, kept))
        self._link(_equal_runs(old, new, self.new_of, self.old_of))
        equal = sorted((o, n) for o, news in self.new_of.items() for n in news)
        self.in_order = dict(equal[at] for at in longest_rise([n for _o, n in equal]))
        Likeness(old, new, self.new_of, self.old_of, self.in_order).link()

    def _link(self, pairs: Iterable[tuple[int, int]]) -> None:
        for o, n in pairs:
            self.new_of[o].add(n)
            self.old_of[n].add(o)

    def versions(self, olds: Iterable[int]) -> tuple[list[int], list[int]]:
        """All old sentences that the given ones hang together with, and their new versions, in order."""
        seen_old, seen_new = set(olds), set()
        waiting = list(seen_old)
        while waiting:
            for n in self.new_of.get(waiting.pop(), ()):
                if n not in seen_new:
                    seen_new.add(n)
                    waiting += self.old_of[n] - seen_old
                    seen_old |= self.old_of[n]
        return sorted(seen_old), sorted(seen_new)


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """The positions of a longest strictly rising subsequence; n log n."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(ends, number)
        before.append(tails[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [number]
    chain = []
    place = tails[-1] if tails else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def _equal_in_order(old: list[Words], new: list[Words]) -> dict[int, int]:
    """Equal sentences that kept their order: those that stand once first, then their equal neighbours."""
    counts: tuple[dict[Words, int], dict[Words, int]] = defaultdict(int), defaultdict(int)
    for count, text in zip(counts, (old, new), strict=True):
        for words in text:
            count[words] += 1
    place = {words: n for n, words in enumerate(new)}
    once = [(o, place[words]) for o, words in enumerate(old) if counts[0][words] == 1 == counts[1][words]]
    kept = [once[at] for at in longest_rise([n for _o, n in once])]
    pairs: dict[int, int] = {}
    for (o, n), (next_o, next_n) in zip([(-1, -1), *kept], [*kept, (len(old), len(new))], strict=True):
        if o >= 0:
            pairs[o] = n
        while o + 1 < next_o and n + 1 < next_n and old[o + 1] == new[n + 1]:
            o, n = o + 1, n + 1
            pairs[o] = n
        while next_o - 1 > o and next_n - 1 > n and old[next_o - 1] == new[next_n - 1]:
            next_o, next_n = next_o - 1, next_n - 1
            pairs[next_o] = next_n
    return pairs


def _equal_elsewhere(
    old: Sequence[Sentence], new: Sequence[Sentence], kept: dict[int, int]
) -> list[tuple[int, int]]:
    """Equal sentences at another place, the first with the first."""
    taken = set(kept.values())
    free: dict[Words, list[int]] = defaultdict(list)
    for n in range(len(new) - 1, -1, -1):
        if n not in taken:
            free[new[n].words].append(n)
    return [(o, free[one.words].pop()) for o, one in enumerate(old) if o not in kept and free.get(one.words)]


def _equal_runs(
    old: Sequence[Sentence], new: Sequence[Sentence], new_of: Links, old_of: Links
) -> list[tuple[int, int]]:
    """The same words in a row, cut into sentences at other places: lines were broken or joined."""
    free: dict[Words, list[int]] = defaultdict(list)
    for n in range(len(new)):
        if n not in old_of:
            free[_head(new, n)].append(n)
    pairs: list[tuple[int, int]] = []
    done_old, done_new = set(new_of), set(old_of)
    for o in range(len(old)):
        for n in free.get(_head(old, o), ())[:TRIED] if o not in done_old else ():
            lengths = None if n in done_new else _run(old, new, o, n)
            if lengths is None:
                continue
            olds, news = range(o, o + lengths[0]), range(n, n + lengths[1])
            if done_old.isdisjoint(olds) and done_new.isdisjoint(news):
                pairs += [(o, n), *((o, m) for m in news[1:]), *((p, n) for p in olds[1:])]
                done_old.update(olds)
                done_new.update(news)
                break
    return pairs


def _head(text: Sequence[Sentence], place: int) -> Words:
    """The first words from a sentence on, beyond its end."""
    words: Words = ()
    while len(words) < HEAD and place < len(text):
        words += text[place].words[: HEAD - len(words)]
        place += 1
    return words


def _run(old: Sequence[Sentence], new: Sequence[Sentence], o: int, n: int) -> tuple[int, int] | None:
    """How many sentences from `o` and from `n` on have the same words in all; None where none do."""
    end, new_end, compared = o + 1, n + 1, 0
    one, other = old[o].words, new[n].words
    while one != other:
        length = min(len(one), len(other))
        compared += length
        if one[:length] != other[:length] or compared > LONGEST:
            return None
        one, other = one[length:], other[length:]
        if not one:
            if end == len(old):
                return None
            one, end = old[end].words, end + 1
        if not other:
            if new_end == len(new):
                return None
            other, new_end = new[new_end].words, new_end + 1
    return end - o, new_end - n
