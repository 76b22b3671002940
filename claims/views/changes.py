"""What a new version changes, for a page: words folded where they stayed, and what becomes of each claim."""

import re
from typing import NamedTuple

from django.db.models import Count
from django.utils.translation import gettext as _

from claims.anchoring import Change, Piece, diff
from claims.models import Carried, Claim
from claims.text.sentences import split
from claims.views.change_words import why_said
from claims.workflow import DECIDED, Status

# The order in which an editor wants to know of them.
WEIGHT = [
    Change.FACT_CHANGED,
    Change.GONE,
    Change.WORDING_CHANGED,
    Change.FIX_APPLIED,
    Change.MOVED,
    Change.SAME,
]
LINE = re.compile(r"[^\n]+")
FOLDED = 240  # code points that stayed between two changes; more of them are folded


class Part(NamedTuple):
    """A piece of a diff. Of a long stretch that stayed `folded` is the middle, `after` what follows it."""

    op: str
    text: str
    folded: str = ""
    after: str = ""

    @property
    def folded_words(self) -> int:
        return len(self.folded.split())


class Row(NamedTuple):
    """What becomes of a claim; `pieces` is the way from its old to its new words, [] where they are the same.

    `follows` is what the change does to the claim, as a sentence, "" where nobody need know.
    """

    claim: Claim
    change: Change
    why: str
    old: str
    pieces: list[Piece]
    follows: str = ""


class Changes(NamedTuple):
    """`counts` of all claims, `rows` of those that are not the same; by weight, then as in the text."""

    counts: list[tuple[Change, int]]
    rows: list[Row]


def folded(pieces: list[Piece]) -> list[Part]:
    """A diff with the sentence before and after each change, and the rest folded."""
    last = len(pieces) - 1
    return [
        _fold(piece, head=n > 0, tail=n < last) if piece.op == "equal" else Part(*piece)
        for n, piece in enumerate(pieces)
    ]


def _fold(piece, *, head, tail):
    """`head`, `tail`: a change stands before it, after it."""
    spans = [span for line in LINE.finditer(piece.text) for span in split(piece.text, *line.span())]
    if not spans or not (head or tail):
        return Part(*piece)
    start = spans[0].end if head else 0
    end = spans[-1].start if tail else len(piece.text)
    if end - start < FOLDED:
        return Part(*piece)
    middle = piece.text[start:end].strip()
    return Part("equal", piece.text[:start].rstrip(), middle, piece.text[end:].lstrip())


def planned(plan) -> Changes:
    """What the text of a `Plan` would do."""
    rows = []
    for claim, (change, place, why), _fix in plan.carries:
        new = plan.document.text[place.start : place.end] if place is not None else ""
        if change is not Change.SAME:
            pieces = _pieces(change, claim.text, new)
            rows.append(Row(claim, change, why_said(why), claim.text, pieces, _follows(change, claim.status)))
    return Changes(_counted(plan.counts), _weighed(rows))


def carried(revision) -> Changes:
    """What `revision` did to the claims, as it was stored with it."""
    into = Carried.objects.filter(revision=revision)
    told = list(into.exclude(change=Change.SAME).select_related("claim").order_by("start", "id"))
    later = _words_later(revision, [one.claim_id for one in told])
    rows = []
    for one in told:
        change, claim = Change(one.change), one.claim
        new = later.get(claim.pk) or (claim.text if claim.revision_id == revision.pk else "")
        rows.append(Row(claim, change, why_said(one.why), one.text, _pieces(change, one.text, new)))
    return Changes(counted([revision])[revision.pk], _weighed(rows))


def counted(revisions) -> dict[int, list[tuple[Change, int]]]:
    """How many claims came over into each revision and how, by weight; revisions by their id."""
    found: dict[int, dict[Change, int]] = {revision.pk: {} for revision in revisions}
    rows = Carried.objects.filter(revision__in=found).values_list("revision", "change").order_by()
    for pk, change, count in rows.annotate(Count("pk")):
        found[pk][Change(change)] = count
    return {pk: _counted(counts) for pk, counts in found.items()}


def _words_later(revision, claims):
    """The words in `revision` of those `claims` (ids) that went on into a later one, by their id."""
    going_on = Carried.objects.filter(
        claim__in=claims, revision__article=revision.article_id, revision__number__gt=revision.number
    )
    return dict(going_on.order_by("-revision__number").values_list("claim", "text"))


def _counted(counts):
    return [(change, counts[change]) for change in WEIGHT if counts.get(change)]


def _weighed(rows):
    return sorted(rows, key=lambda row: (WEIGHT.index(row.change), row.claim.start))


def _pieces(change, old, new):
    if change in {Change.MOVED, Change.GONE} or not new or old == new:
        return []
    return diff(old, new)


def _follows(change, status):
    """What `claims.actions.carrying` will do to a claim of this status, for who decides on the text."""
    match change:
        case Change.FACT_CHANGED if status == Status.DISMISSED:
            return _("The claim ends: it was dismissed in other words.")
        case Change.FACT_CHANGED if status in DECIDED:
            return _("The claim is checked again.")
        case Change.GONE:
            return _("The claim ends with its history.")
        case Change.WORDING_CHANGED if status in DECIDED:
            return _("The claim keeps its verdict, which wants a glance.")
        case Change.FIX_APPLIED:
            return _("The claim keeps its verdict.")
    return ""
