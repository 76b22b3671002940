"""Claims carried over into a new revision: what the change of their words does to each."""

from typing import NamedTuple

from django.utils.text import Truncator

from claims import search
from claims.anchoring import Anchored, Change
from claims.consequences import back_to_checker, end
from claims.models import LONGEST_WHY, Carried, Claim, Fix, FixState
from claims.moves import apply, move
from claims.text.moving import moved
from claims.workflow import DECIDED, Status

PLACED = ("revision", "start", "end", "text", "standalone")
# With their offsets; what the new words no longer hold is dropped, and found again by the extraction.
FOUND = ("cues", "quantities", "dates", "names")


class Carry(NamedTuple):
    """A claim with what became of it; `fix` is the one of its fixes that the new text may have applied."""

    claim: Claim
    anchored: Anchored
    fix: Fix | None


def carry(carries: list[Carry], *, old, new, by):
    """Carry claims from the revision `old` to `new`; in a transaction that holds the article's lock.

    No two of them have one place (`apart`). What stays the same moves in one statement; every other claim
    takes a step of its own, with an event.
    """
    Carried.objects.bulk_create(
        Carried(
            claim=claim,
            revision=new,
            start=claim.start,
            end=claim.end,
            text=claim.text,
            change=anchored.change,
            why=Truncator(anchored.why).chars(LONGEST_WHY),  # it may quote a whole clause
        )
        for claim, anchored, _fix in carries
    )
    ids = [one.claim.pk for one in carries if one.anchored.place is not None]
    search.forget_claims(ids)
    _keep([one for one in carries if one.anchored.change in {Change.SAME, Change.MOVED}], old, new)
    for claim, anchored, fix in carries:
        if anchored.change in STEPS:
            STEPS[anchored.change](claim, anchored, fix, old, new, by)
    search.add_claims(ids)


def apart(carries):
    """`carries` in their order, no two with one place: of two claims that were merged the later one goes."""
    taken, merged = set(), set()
    for one in sorted(carries, key=lambda one: one.claim.pk):
        place = one.anchored.place
        if place is not None and place in taken:
            merged.add(one.claim.pk)
        taken.add(place)
    gone = Anchored(Change.GONE, None, "Its words are another claim's words now.")
    return [one._replace(anchored=gone) if one.claim.pk in merged else one for one in carries]


def _placed(claim, anchored, old, new):
    """The fields that hold the claim's place in the new text."""
    start, end = anchored.place
    return {
        "revision": new,
        "start": start,
        "end": end,
        "text": new.text[start:end],
        # What was added to the old words may be wrong of the new ones: the extraction says it anew.
        "standalone": claim.standalone if new.text[start:end] == claim.text else "",
        **{name: moved(getattr(claim, name), old.text, new.text, start - claim.start) for name in FOUND},
    }


def _keep(carries, old, new):
    """The same words at another offset: nobody's work is touched, nobody has to be told."""
    for claim, anchored, _fix in carries:
        for name, value in _placed(claim, anchored, old, new).items():
            setattr(claim, name, value)
    Claim.objects.bulk_update([one.claim for one in carries], [*PLACED, *FOUND], batch_size=100)


def _wording_changed(claim, anchored, fix, old, new, by):
    """A verdict stands, and waits for a glance, as does who holds the claim."""
    apply(
        claim,
        kind="claim.wording_changed",
        by=by,
        note=anchored.why,
        wants_a_glance=claim.wants_a_glance or claim.status in DECIDED | {Status.IN_CHECK},
        **_placed(claim, anchored, old, new),
    )


def _fact_changed(claim, anchored, fix, old, new, by):
    """A decided claim is checked again; a dismissed one ends, for it was dismissed in other words."""
    placed = _placed(claim, anchored, old, new)
    if claim.status == Status.DISMISSED:
        move(claim, Status.CLOSED, by=by, step="fact_changed", note=anchored.why)
    elif claim.status in DECIDED:
        back_to_checker(claim, by=by, step="fact_changed", note=anchored.why, **placed)
    else:
        held = claim.status == Status.IN_CHECK
        apply(claim, kind="claim.fact_changed", by=by, note=anchored.why, wants_a_glance=held, **placed)


def _gone(claim, anchored, fix, old, new, by):
    """The claim ends on the words of the revision before, with its history."""
    end(claim)
    move(claim, Status.CLOSED, by=by, step="gone", note=anchored.why, assignee=None)


def _fix_applied(claim, anchored, fix, old, new, by):
    """The words are those that were asked for: verdict and sign-off stand."""
    Fix.objects.filter(pk=fix.pk).update(state=FixState.APPLIED)
    if anchored.place is None:
        move(claim, Status.CLOSED, by=by, step="fix_applied", note=anchored.why)
    else:
        apply(claim, kind="claim.fix_applied", by=by, note=anchored.why, **_placed(claim, anchored, old, new))


STEPS = {
    Change.WORDING_CHANGED: _wording_changed,
    Change.FACT_CHANGED: _fact_changed,
    Change.GONE: _gone,
    Change.FIX_APPLIED: _fix_applied,
}
