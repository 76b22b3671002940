"""The claims of a copy with the numbers they bear on it, and which of them stands where."""

from bisect import bisect_left
from typing import NamedTuple

from claims.models import Claim
from claims.text.overlaps import touching


class Numbered(NamedTuple):
    """A claim with the number it bears in the margin of the annotated copy."""

    claim: Claim
    number: int


def numbered(revision):
    """The claims of a revision in the order of the text, dismissed ones too: no number shifts."""
    claims = Claim.objects.filter(revision=revision).order_by("start", "-end", "pk")
    return [Numbered(claim, number) for number, claim in enumerate(claims, 1)]


def finder(claims):
    """A function that gives the last of the numbered `claims` that shares a character with a span."""
    is_touched = touching((one.claim.start, one.claim.end) for one in claims)
    starts = [one.claim.start for one in claims]

    def find(start, end):
        if not is_touched(start, end):
            return None
        at = bisect_left(starts, end) - 1
        while claims[at].claim.end <= start:
            at -= 1
        return claims[at]

    return find
