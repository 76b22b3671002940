"""Claims carried over into a new revision: what the change of their words does to each."""

from typing import NamedTuple

from django.utils.text import Truncator

from accounts.models import Event
from claims import notices, search
from claims.anchoring import Anchored, Change
from claims.consequences import end, to_checkers
from claims.models import LONGEST_WHY, Carried, Claim, Fix, FixState
from claims.moves import snapshot
from claims.text.moving import moved
from claims.workflow import DECIDED, MOVES, UNFINISHED, Status, check_move

# With their offsets; what the new words no longer hold is dropped, and found again by the extraction.
FOUND = ("cues", "quantities", "dates", "names")
FIELDS = [
    *("revision", "start", "end", "text", "standalone", *FOUND),
    *("status", "assignee", "verdict", "second_verdict", "wants_a_glance", "returned_at", "version"),
]
UNTOLD = {Change.SAME, Change.MOVED}  # the same words elsewhere: nobody's work is touched, nobody is told


class Carry(NamedTuple):
    """A claim with what became of it; `fix` is the one of its fixes that the new text may have applied."""

    claim: Claim
    anchored: Anchored
    fix: Fix | None


def carry(carries: list[Carry], *, old, new, by):
    """Carry claims from the revision `old` to `new`.

    In a transaction that holds the article's lock, read the claims under it, and settles afterwards. No two
    of them have one place (`apart`). All rows are written together; each claim whose words changed has an
    event.
    """
    Carried.objects.bulk_create(
        Carried(
            claim=claim,
            revision=new,
            start=claim.start,
            end=claim.end,
            text=claim.text,
            change=anchored.change,
            why=Truncator(anchored.why).chars(LONGEST_WHY, truncate="…"),  # it may quote a whole clause
        )
        for claim, anchored, _fix in carries
    )
    ids = [one.claim.pk for one in carries if one.anchored.place is not None]
    search.forget_claims(ids)
    before = {one.claim.pk: snapshot(one.claim) for one in carries}
    back = _end_of_work(carries)
    for claim, anchored, _fix in carries:
        _change(claim, _step(claim, anchored) | back.get(claim.pk, {}), anchored, old, new)
    Claim.objects.bulk_update([one.claim for one in carries], FIELDS, batch_size=100)
    for claim, anchored, _fix in carries:
        if anchored.change not in UNTOLD:
            told = {"before": before[claim.pk], "after": snapshot(claim), "note": anchored.why}
            event = Event.objects.append(f"claim.{anchored.change}", claim, by=by, within=new.article, **told)
            notices.tell(event, new.article, claim)
    search.add_claims(ids)


def _end_of_work(carries):
    """What ends with the words, for all claims at once; who checks them again, as `to_checkers` says."""
    applied = [one.fix.pk for one in carries if one.anchored.change == Change.FIX_APPLIED]
    Fix.objects.filter(pk__in=applied).update(state=FixState.APPLIED)
    end(*(one.claim for one in carries if one.anchored.change == Change.GONE))
    return to_checkers(
        [
            one.claim
            for one in carries
            if one.anchored.change == Change.FACT_CHANGED and one.claim.status in DECIDED - {Status.DISMISSED}
        ]
    )


def _step(claim, anchored):
    """The fields of a claim that change with what became of its words, besides its place."""
    if anchored.change == Change.GONE:  # it ends on the words of the revision before, with its history
        return {"status": Status.CLOSED, "assignee": None}
    if anchored.change == Change.FIX_APPLIED:  # the words that were asked for: verdict and sign-off stand
        return {"status": Status.CLOSED} if anchored.place is None else {}
    if anchored.change == Change.WORDING_CHANGED:  # a verdict waits for a glance, as does who holds the claim
        judged = claim.status in DECIDED | {Status.IN_CHECK}
        return {"wants_a_glance": claim.wants_a_glance or judged}
    if anchored.change == Change.FACT_CHANGED and claim.status == Status.DISMISSED:  # in other words
        return {"status": Status.CLOSED}
    if anchored.change == Change.FACT_CHANGED:
        return {"wants_a_glance": claim.status == Status.IN_CHECK}
    return {}


def _change(claim, step, anchored, old, new):
    """Set the fields of a claim: its step, and its place unless it ends on the words it had."""
    if "status" in step:
        check_move(MOVES, Status(claim.status), step["status"])
    ends = step.get("status") == Status.CLOSED
    for name, value in (step if ends else step | _placed(claim, anchored, old, new)).items():
        setattr(claim, name, value)
    claim.version += anchored.change not in UNTOLD


# Of claims that become one the later in this order stays, and with it the most work.
FURTHER = [Status.DISMISSED, *(status for status in Status if status in UNFINISHED), Status.RESOLVED]


def apart(carries):
    """`carries` in their order, no two with one place: of claims that become one the furthest along stays.

    Of equals the first; what was dismissed never takes the place of what is checked.
    """
    taken, merged = set(), set()
    for one in sorted(carries, key=lambda one: (-FURTHER.index(one.claim.status), one.claim.pk)):
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
