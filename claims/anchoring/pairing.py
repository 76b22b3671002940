"""Which sentences of the new text are versions of which of the old: equal, changed, split or merged."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from claims.anchoring.sentences import Sentence

ALIKE = 0.45  # weighted share of words two sentences have in common to be versions of each other
WITHIN = 0.6  # share of a sentence's words found in what is left of another: split off from it, or merged in
BESIDE = 0.15  # what it counts that both stand between the same neighbours
COMMON = 40  # a word in more sentences than this tells nothing about which one was meant

Words = tuple[str, ...]


class Pairing:
    """The links between two texts, by positions of sentences."""

    def __init__(self, old: Sequence[Sentence], new: Sequence[Sentence]) -> None:
        self.new_of: dict[int, set[int]] = defaultdict(set)
        self.old_of: dict[int, set[int]] = defaultdict(set)
        self.in_order = _equal_in_order([one.words for one in old], [one.words for one in new])
        self._link(self.in_order.items())
        self._link(_equal_elsewhere(old, new, self.in_order))
        _Likeness(self, old, new).link()

    def _link(self, pairs: Iterable[tuple[int, int]]) -> None:
        for o, n in pairs:
            self.link(o, n)

    def link(self, o: int, n: int) -> None:
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
    counts = Counter(old), Counter(new)
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
    old: Sequence[Sentence], new: Sequence[Sentence], in_order: dict[int, int]
) -> list[tuple[int, int]]:
    """Equal sentences at another place, the first with the first."""
    taken = set(in_order.values())
    free: dict[Words, list[int]] = defaultdict(list)
    for n in range(len(new) - 1, -1, -1):
        if n not in taken:
            free[new[n].words].append(n)
    return [
        (o, free[one.words].pop()) for o, one in enumerate(old) if o not in in_order and free.get(one.words)
    ]


class _Likeness:
    """Links what is left: the most alike first, then what was split off or merged in."""

    def __init__(self, pairing: Pairing, old: Sequence[Sentence], new: Sequence[Sentence]) -> None:
        self.pairing = pairing
        self.old = {o: _bag(old[o]) for o in range(len(old)) if o not in pairing.new_of}
        self.new = {n: _bag(new[n]) for n in range(len(new)) if n not in pairing.old_of}
        self.holders: dict[str, list[int]] = defaultdict(list)
        for n, bag in self.new.items():
            for word in bag:
                self.holders[word].append(n)
        counts = [Counter(word for bag in bags.values() for word in bag) for bags in (self.old, self.new)]
        self.weight = {word: 1 / max(count[word] for count in counts) for word in counts[0] | counts[1]}

    def link(self) -> None:
        self._link_versions()
        for n, bag in (*self.new.items(), *reversed(self.new.items())):
            for o in self._home(n, bag, self.pairing.old_of, self.old):
                self._take(o, n)
        for o, bag in (*self.old.items(), *reversed(self.old.items())):
            for n in self._home(o, bag, self.pairing.new_of, self.new):
                self._take(o, n)

    def _link_versions(self) -> None:
        alike = sorted(
            (-likeness, abs(o - n), o, n)
            for o in self.old
            for n, likeness in self._alike(o)
            if likeness >= ALIKE
        )
        for _likeness, _apart, o, n in alike:
            if not self.pairing.new_of.get(o) and not self.pairing.old_of.get(n):
                self._take(o, n)

    def _alike(self, o: int) -> list[tuple[int, float]]:
        """The new sentences with a telling word of `o`, and how alike they are, 0 to 1 and a bonus."""
        bag, near = self.old[o], self._beside(o)
        shared = {n for word in bag if len(self.holders[word]) <= COMMON for n in self.holders[word]}
        own = self._mass(bag)
        return [
            (n, 2 * self._mass(bag & self.new[n]) / (own + self._mass(self.new[n])) + BESIDE * (n in near))
            for n in shared
        ]

    def _beside(self, o: int) -> set[int]:
        """Where `o` would stand if its neighbours stayed what they were."""
        before, after = self.pairing.in_order.get(o - 1), self.pairing.in_order.get(o + 1)
        return {n + step for n, step in ((before, 1), (after, -1)) if n is not None}

    def _home(
        self, place: int, bag: Counter[str], links: dict[int, set[int]], others: dict[int, Counter[str]]
    ) -> list[int]:
        """What an unlinked sentence was split off from or merged into: a neighbour's version, or none."""
        if links.get(place):
            return []
        beside = [
            other for near in (place - 1, place + 1) for other in links.get(near, ()) if other in others
        ]
        least = WITHIN * self._mass(bag)
        return [other for other in beside if self._mass(bag & others[other]) >= least > 0][:1]

    def _take(self, o: int, n: int) -> None:
        """Link them; the words they share are no longer free for others."""
        self.pairing.link(o, n)
        common = self.old[o] & self.new[n]
        self.old[o] = self.old[o] - common
        self.new[n] = self.new[n] - common

    def _mass(self, bag: Counter[str]) -> float:
        return sum(self.weight[word] * count for word, count in bag.items())


def _bag(sentence: Sentence) -> Counter[str]:
    return Counter(word.lower() for word in sentence.words if word[0].isalnum())
