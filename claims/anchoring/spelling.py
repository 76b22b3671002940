"""Slips of the pen: a word that is the same word, spelled wrong in one of two wordings."""

from claims.text.fact_words import MEANINGS
from claims.text.patterns import words

SHORTEST = 5  # letters; below, one letter makes another word
# One letter away from a word that carries a fact, and words themselves: "officers" and "offices".
OTHER_WORDS = words(
    """
    aground annul approvers avid barley beasts bellow bleats bother brought burying cased cases cashed chefs
    clauses closers closets commandeer dearth deceased drier driers drives excerpt exert exerts farther
    feather filed filing firmed flails flounder forth framers fried galleon galleons givens grater growls
    haired hardy hated haves injures jointed joints laced layer layers lifter litter litters loiter loner
    loses losers losses lounger manages manger meteor minster moths nether offices onces patent patents
    pervious pints plains planed planks plants ponds preset price princes prises providers pubic purchasers
    raising receivers reigned reuse risers rubble rules rumble savers scales sends senor shaved shells shingle
    singe sipped slaved slaves smells solder solders sparing spells sprig spurge stacked stales stared stars
    startled stated staves stomps stops stripped sures swells though tones trough unarmed unison vetted
    votes waived wakened yearns
    """
)


def is_slip(one: str, other: str) -> bool:
    """Neighbouring letters exchanged, or one too many or too few inside the word; no name and no number."""
    if min(len(one), len(other)) < SHORTEST or not (one.islower() and other.islower()):
        return False
    if one[0] != other[0] or one[-1] != other[-1] or not (one + other).isalpha():
        return False
    kinds = {MEANINGS[word][0] for word in (one, other) if word in MEANINGS}
    if "number" in kinds or (one in MEANINGS and other in MEANINGS) or {one, other} & OTHER_WORDS:
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
