"""Slips of the pen: a word that is the same word, spelled wrong in one of two wordings."""

from claims.text.fact_words import MEANINGS

SHORTEST = 5  # letters; below, one letter makes another word


def is_slip(one: str, other: str) -> bool:
    """Neighbouring letters exchanged, or one too many or too few inside the word; no name and no number."""
    if min(len(one), len(other)) < SHORTEST or not (one.islower() and other.islower()):
        return False
    if one[0] != other[0] or one[-1] != other[-1] or not (one.isalpha() and other.isalpha()):
        return False
    kinds = {MEANINGS[word][0] for word in (one, other) if word in MEANINGS}
    if "number" in kinds or (one in MEANINGS and other in MEANINGS):
        return False
    return _is_exchange(one, other) or _is_extra(*sorted((one, other), key=len))


def _is_exchange(one: str, other: str) -> bool:
    differing = [n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    return (
        len(one) == len(other)
        and len(differing) == 2
        and differing[1] == differing[0] + 1
        and sorted(one) == sorted(other)
    )


def _is_extra(short: str, long: str) -> bool:
    return len(long) == len(short) + 1 and any(
        long[:n] + long[n + 1 :] == short for n in range(1, len(long) - 1)
    )
