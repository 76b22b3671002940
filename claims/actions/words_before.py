"""The words of a claim as they were before they were told anew, split or merged; `undo` says when.

Of two that were merged each is again what it was; of two that one was split into the second is closed.
"""

from accounts.models import Event
from claims.actions.assignments import still_held
from claims.actions.spans import KEPT, change_words, require_free, require_reshapable
from claims.actions.times import moment
from claims.actions.triage import planning
from claims.models import Claim
from claims.moves import apply, move
from claims.text import Span
from claims.workflow import Status

OTHERS = {"claim.split": "claim.split_off", "claim.merge": "claim.merged"}  # what each was at the other claim
STEPS = {"claim.respan", *OTHERS}


def still_stand(step, article):
    """Whether nothing was built on `step`, the last of its claim, at its other claim or on the text."""
    if step.before["revision"] != article.revision_id:
        return False
    if step.kind == "claim.respan":
        return True
    last = Event.objects.about(_other(step)).last()
    return last is not None and last.kind == OTHERS[step.kind] and last.erased is None


def bring_back(claim, step, *, by):
    """Give `claim` the words it had before `step`, and settle what becomes of the other claim of the step.

    For `undo`, which holds the lock of the article and knows that the step still stands. Raises ClaimChanged
    where the words are another claim's by now, NotHolder where it is in the hands of somebody else.
    """
    require_reshapable(claim, by)
    before = step.before
    words = {name: before[name] for name in KEPT}
    words["text"] = claim.revision.text[words["start"] : words["end"]]
    pressing = {}
    if step.kind == "claim.merge":
        claim.prominence, claim.score = words["prominence"], words["score"]
        pressing = planning(claim, before["risk"], moment(before["due_at"]))
    change_words(claim, words, kind="claim.undo", by=by, note=step.kind.removeprefix("claim."), **pressing)
    if step.kind == "claim.split":
        _close(_other(step), claim, by=by)
    if step.kind == "claim.merge":
        _reopen(_other(step), by=by)
        Claim.objects.filter(pk__in=before["went_on_there"]).update(continued_in=before["other"])


def _other(step):
    claims = Claim.objects.select_related("article", "assignee", "revision")
    return claims.get(pk=step.before["other"])


def _close(half, whole, *, by):
    """Its words are those of `whole` again."""
    told = {"by": by, "step": "undo", "note": "split_off"}
    move(half, Status.CLOSED, **told, assignee=None, continued_in=whole)


def _reopen(merged, *, by):
    """As it stood before it was merged; its words, evidence and notes were never taken from it."""
    require_free(merged, Span(merged.start, merged.end))
    before = still_held(merged, Event.objects.about(merged).last().before)
    apply(
        merged,
        kind="claim.undo",
        by=by,
        note="merged",
        status=before["status"],
        assignee_id=before["assignee"],
        returned_at=moment(before["returned_at"]),
        continued_in=None,
    )
