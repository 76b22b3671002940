"""Which units only repeat words of the body in large type."""

import re
from collections import defaultdict
from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+(?:[.,:'’-][^\W_]+)*")
SHORTEST = 5  # words; fewer may repeat by chance
LONGEST = 60  # words; nothing longer is set in large type
FEW = 3  # units that begin with the same words are compared, however many there are

Key = tuple[str, ...]


def repeated(texts: Sequence[str], short: Sequence[int], body: Sequence[int]) -> set[int]:
    """The places in `short` whose words stand, in the same order, within a longer text of `body`.

    `texts` are the units' words; case, quotation marks and the last full stop do not count. Linear: texts are
    found by their first words.
    """
    beginnings: dict[Key, list[int]] = defaultdict(list)
    words = {}
    for place in short:
        words[place] = _words(texts[place]) if len(texts[place]) <= 12 * LONGEST else []
        if SHORTEST <= len(words[place]) <= LONGEST:
            beginnings[tuple(words[place][:SHORTEST])].append(place)
    found: set[int] = set()
    for place in body if beginnings else ():
        long = _words(texts[place])
        for start in range(len(long) - SHORTEST + 1):
            for other in beginnings.get(tuple(long[start : start + SHORTEST]), ())[:FEW]:
                size = len(words[other])
                if place != other and size < len(long) and long[start : start + size] == words[other]:
                    found.add(other)
    return found


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold().replace("’", "'"))
