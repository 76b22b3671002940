"""Claims whose words changed since they were judged or taken: what changed, for flags and for a look."""

from collections import defaultdict
from typing import NamedTuple

from claims import policy
from claims.actions import glances
from claims.anchoring import Change, Piece, diff
from claims.models import Carried
from claims.views.change_words import why_said

CHANGED = [Change.WORDING_CHANGED, Change.FACT_CHANGED]


class Glance(NamedTuple):
    """`why` in plain words, and what the claim says and said before."""

    why: str
    old: str
    new: str

    @property
    def pieces(self) -> list[Piece]:
        return diff(self.old, self.new)


def waiting(claims, user) -> dict[int, Glance]:
    """What changed in those `claims` that wait for a look, by id; nothing for who only reads.

    Asks the database once, and not at all where none waits.
    """
    flagged = [claim for claim in claims if glances.waits(claim)]
    if not flagged or not policy.reads_work(user):
        return {}
    found = defaultdict(list)
    for one in Carried.objects.filter(claim__in=flagged, change__in=CHANGED).order_by("revision_id"):
        found[one.claim_id].append(one)
    return {claim.pk: _glance(claim, found[claim.pk]) for claim in flagged}


def _glance(claim, changes):
    """All that changed since the verdict was given; without one that is read, the last change."""
    judged = claim.verdict.revision_id if claim.verdict is not None else None
    since = [one for one in changes if judged is not None and one.revision_id > judged] or changes[-1:]
    if not since:
        return Glance("", claim.text, claim.text)
    return Glance(" ".join(dict.fromkeys(why_said(one.why) for one in since)), since[0].text, claim.text)
