"""Slips of the pen: a word that is the same word, spelled wrong in one of two wordings."""

from difflib import SequenceMatcher

from claims.text.facts import QUOTED, facts, tokens

SHORTEST = 5  # letters; below, one letter makes another word


def spelled_alike(old: str, new: str) -> str:
    """`old` with its slips spelled as in `new`, outside quotation marks."""
    before, after = tokens(old), tokens(new)
    quoted = [match.span() for match in QUOTED.finditer(old)]
    words = [token.plain for token in before], [token.plain for token in after]
    pieces, done = [], 0
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if tag != "replace" or i2 - i1 != j2 - j1:
            continue
        for was, now in zip(before[i1:i2], after[j1:j2], strict=True):
            if is_slip(was.plain, now.plain) and not any(s <= was.start < e for s, e in quoted):
                pieces += [old[done : was.start], now.plain]
                done = was.end
    return "".join(pieces) + old[done:]


def is_slip(one: str, other: str) -> bool:
    """Neighbouring letters exchanged, or one too many or too few inside the word; no name and no fact."""
    if min(len(one), len(other)) < SHORTEST or not (one.islower() and other.islower()):
        return False
    if one[0] != other[0] or one[-1] != other[-1] or any(facts(f"a {word}") for word in (one, other)):
        return False
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        differing = [n for n in range(len(one)) if one[n] != other[n]]
        return len(differing) == 2 and differing[1] == differing[0] + 1 and sorted(one) == sorted(other)
    return len(long) == len(short) + 1 and any(
        long[:n] + long[n + 1 :] == short for n in range(1, len(long) - 1)
    )
