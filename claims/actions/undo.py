"""Taking back the last step, while nothing was built on it."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Event, User
from claims import policy
from claims.actions.assignments import FREE_IN
from claims.actions.triage import planning
from claims.consequences import bring_back, end
from claims.models import SignOff, Standing, Verdict
from claims.moves import apply, claim_changed, lock_article
from claims.workflow import FINAL, STEPS, Status, WorkflowError

LATELY = timedelta(minutes=10)
LOOKED_AT = 5000  # events, the newest: no index leads to those of one person
TRIED = 50  # steps that are undone already
UNDOABLE = {f"claim.{step}" for step in (*STEPS, "plan")}


def is_undoable(event):
    """Whether an event, the last of its claim, holds what its undoing needs."""
    if event.kind not in UNDOABLE or event.erased is not None:
        return False
    return event.kind != "claim.plan" or "risk" in event.before  # older ones do not tell it


def right_of(event):
    """The right that the step of an undoable event asks for, and so its undoing."""
    return event.kind.removeprefix("claim.")


@transaction.atomic
def undo(claim, *, by):
    """Bring back the status before the last step on `claim`; the undoing is an event of its own.

    Raises PermissionDenied where somebody else took the step, or who took it may no longer take it;
    ClaimChanged where something was built on it: evidence, a note, another step, or the article's sign-off.
    """
    policy.require(by, "undo", claim)
    step = Event.objects.about(claim).last()
    if step is not None and step.by_id != by.pk:
        raise PermissionDenied(_("Only the person who took the last step can undo it."))
    if step is not None and step.kind in UNDOABLE:
        policy.require(by, right_of(step), claim)
    article = lock_article(claim.article_id)
    signed = article.status in FINAL
    if step is None or not is_undoable(step) or signed:
        raise claim_changed(claim)
    before, after = still_held(claim, step.before), step.after
    standings = dict.fromkeys(_standings(after), Standing.WITHDRAWN) | _standings(before)
    for verdict, standing in standings.items():
        Verdict.objects.filter(pk=verdict).update(standing=standing)
    if step.kind == "claim.sign_off":
        end(claim)
        SignOff.objects.filter(verdict_id=after["verdict"], undone_at=None).update(undone_at=timezone.now())
    if step.kind == "claim.reopen":
        bring_back(claim, before["verdict"])
    apply(
        claim,
        kind="claim.undo",
        by=by,
        note=step.kind.removeprefix("claim."),
        status=before["status"],
        assignee_id=before["assignee"],
        verdict_id=before["verdict"],
        second_verdict_id=before.get("second_verdict"),
        wants_a_glance=before.get("wants_a_glance", claim.wants_a_glance),
        returned_at=_moment(before.get("returned_at")),
        **(planning(claim, before["risk"], _moment(before["due_at"])) if "risk" in before else {}),
    )


def undo_last(seen, *, by):
    """Undo the last step that `by` took lately on one of the claims `seen` and has not undone.

    Returns the claim, and whether its step was taken back: not where something was built on it. None
    where there is no such step.
    """
    newest = Event.objects.aggregate(newest=Max("pk"))["newest"] or 0
    mine = Event.objects.filter(pk__gt=newest - LOOKED_AT, at__gt=timezone.now() - LATELY, by=by)
    for step in mine.filter(kind__in=UNDOABLE, subject_kind="claim").order_by("-pk")[:TRIED]:
        claim = seen.select_related("article", "assignee", "verdict").filter(pk=step.subject_id).first()
        last = Event.objects.about(claim).last() if claim is not None else None
        if last is None or (last.kind == "claim.undo" and last.pk > step.pk):
            continue
        try:
            undo(claim, by=by)
        except (WorkflowError, PermissionDenied):
            return claim, False
        return claim, True
    return None


def _moment(told):
    return datetime.fromisoformat(told) if told else None


def _standings(state):
    """The standing of each verdict in an event, by id; events of before the second check name one."""
    if "standings" in state:
        return state["standings"]
    return {str(state["verdict"]): state["standing"]} if state["verdict"] else {}


def still_held(claim, before):
    """What the step began with; a holder who may no longer check the claim leaves it to the next."""
    holder, status = User.objects.filter(pk=before["assignee"]).first(), Status(before["status"])
    right = "take_second" if status == Status.AWAITING_SECOND_CHECK else "take"
    if holder is None or policy.may_hold(holder, claim, right):
        return before
    return before | {"status": FREE_IN[status], "assignee": None, "returned_at": None}
