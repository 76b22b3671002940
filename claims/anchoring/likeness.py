"""Links sentences that are no longer equal: the most alike first, then what was split off or merged in."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest

from claims.anchoring.sentences import Sentence

ALIKE = 0.45  # weighted share of words two sentences have in common to be versions of each other
WITHIN = 0.6  # share of a sentence's words found in what is left of another: split off from it, or merged in
BESIDE = 0.15  # what it counts that both stand between the same neighbours
COMMON = 40  # a word in more sentences than this tells nothing about which one was meant
TRIED = 4  # sentences compared word by word with one

Bag = Counter[str]
Links = dict[int, set[int]]


class Likeness:
    """Adds to the links `new_of` and `old_of`, by positions of sentences."""

    def __init__(
        self,
        old: Sequence[Sentence],
        new: Sequence[Sentence],
        new_of: Links,
        old_of: Links,
        in_order: Mapping[int, int],
    ) -> None:
        self.new_of, self.old_of, self.in_order = new_of, old_of, in_order
        self.old = {o: _bag(one) for o, one in enumerate(old) if o not in new_of}
        self.new = {n: _bag(one) for n, one in enumerate(new) if n not in old_of}
        self.holders: dict[str, list[int]] = defaultdict(list)
        for n, bag in self.new.items():
            for word in bag:
                self.holders[word].append(n)
        counts = [Counter(word for bag in bags.values() for word in bag) for bags in (self.old, self.new)]
        self.weight = {word: 1 / max(count[word] for count in counts) for word in counts[0] | counts[1]}
        self.mass = {n: self._weigh(bag) for n, bag in self.new.items()}

    def link(self) -> None:
        """Versions one to one, then the rest of those that were split or merged."""
        alike = sorted((-likeness, abs(o - n), o, n) for o in self.old for n, likeness in self._alike(o))
        for _likeness, _apart, o, n in alike:
            if not self.new_of.get(o) and not self.old_of.get(n):
                self._take(o, n)
        for n, bag in (*self.new.items(), *reversed(self.new.items())):
            for o in self._home(n, bag, self.old_of, self.old):
                self._take(o, n)
        for o, bag in (*self.old.items(), *reversed(self.old.items())):
            for n in self._home(o, bag, self.new_of, self.new):
                self._take(o, n)

    def _alike(self, o: int) -> Iterator[tuple[int, float]]:
        """The new sentences most like `o`, and how much: 0 to 1 and a bonus."""
        bag, near = self.old[o], self._beside(o)
        shared: dict[int, float] = defaultdict(float)
        for word in bag:
            holders = self.holders.get(word, ())
            if len(holders) <= COMMON:
                for n in holders:
                    shared[n] += self.weight[word]
        mass = self._weigh(bag)
        for n in near.union(nlargest(TRIED, shared, key=shared.__getitem__)):
            both = self._weigh(bag & self.new[n])
            likeness = 2 * both / (mass + self.mass[n]) + BESIDE * (n in near) if both else 0
            if likeness >= ALIKE:
                yield n, likeness

    def _beside(self, o: int) -> set[int]:
        """Where `o` would stand if its neighbours stayed what they were."""
        before, after = self.in_order.get(o - 1), self.in_order.get(o + 1)
        near = {n + step for n, step in ((before, 1), (after, -1)) if n is not None}
        return {n for n in near if n in self.new}

    def _home(self, place: int, bag: Bag, links: Links, others: Mapping[int, Bag]) -> list[int]:
        """What an unlinked sentence was split off from or merged into: a neighbour's version, or none."""
        if links.get(place):
            return []
        least = WITHIN * self._weigh(bag)
        beside = [
            other for near in (place - 1, place + 1) for other in links.get(near, ()) if other in others
        ]
        return [other for other in beside if self._weigh(bag & others[other]) >= least > 0][:1]

    def _take(self, o: int, n: int) -> None:
        """Link them; the words they share are no longer free for others."""
        self.new_of[o].add(n)
        self.old_of[n].add(o)
        common = self.old[o] & self.new[n]
        self.old[o] = self.old[o] - common
        self.new[n] = self.new[n] - common

    def _weigh(self, bag: Bag) -> float:
        return sum(self.weight[word] * count for word, count in bag.items())


def _bag(sentence: Sentence) -> Bag:
    return Counter(word.lower() for word in sentence.words if word[0].isalnum())
