"""Taking back the last step, while nothing was built on it."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Event
from claims import policy
from claims.actions import words_before
from claims.actions.assignments import still_held
from claims.actions.times import moment
from claims.actions.triage import planning
from claims.consequences import bring_back, end
from claims.models import SignOff, Standing, Verdict
from claims.moves import apply, claim_changed, lock_article
from claims.workflow import FINAL, STEPS, ArticleErased, ClaimChanged, WorkflowError

LATELY = timedelta(minutes=10)
LOOKED_AT = 5000  # events, the newest: no index leads to those of one person
TRIED = 50  # steps that are undone already
UNDOABLE = {f"claim.{step}" for step in (*STEPS, "plan")} | words_before.STEPS
TOLD_SINCE = {"claim.plan": "risk"} | dict.fromkeys(words_before.STEPS, "revision")  # not by older events
BUILT_ON = gettext_lazy("Your last step cannot be taken back: something was built on it.")


def is_undoable(event):
    """Whether an event, the last of its claim, holds what its undoing needs."""
    if event.kind not in UNDOABLE or event.erased is not None:
        return False
    return event.kind not in TOLD_SINCE or TOLD_SINCE[event.kind] in event.before


def right_of(event):
    """The right that the step of an undoable event asks for, and so its undoing."""
    return event.kind.removeprefix("claim.")


@transaction.atomic
def undo(claim, *, by):
    """Bring back the status before the last step on `claim`; the undoing is an event of its own.

    Raises PermissionDenied where `by` took no step, or may no longer take it; ClaimChanged where something
    was built on it: evidence, a note, another step, the article's sign-off, and on words that were told anew
    a newer version of the text.
    """
    policy.require(by, "undo", claim)
    step = Event.objects.about(claim).last()
    if step is not None and step.by_id != by.pk:
        if Event.objects.about(claim).filter(by=by, kind__in=UNDOABLE).exists():
            raise built_on(claim)  # too late, not without a right
        raise PermissionDenied(_("Only the person who took the last step can undo it."))
    if step is not None and step.kind in UNDOABLE:
        policy.require(by, right_of(step), claim)
    article = lock_article(claim.article_id)
    if step is None or step.kind == "claim.undo":
        raise claim_changed(claim)
    since = Event.objects.about(claim).last() != step  # came in before the article was locked
    if since or not is_undoable(step) or article.status in FINAL:
        raise built_on(claim)
    if step.kind in words_before.STEPS:
        if not words_before.still_stand(step, article):
            raise built_on(claim)
        words_before.bring_back(claim, step, by=by)
        return
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
        returned_at=moment(before.get("returned_at")),
        **(planning(claim, before["risk"], moment(before["due_at"])) if "risk" in before else {}),
    )


def built_on(claim):
    """The 409 of a step that cannot be taken back any more."""
    now = claim_changed(claim)
    return now if isinstance(now, ArticleErased) else ClaimChanged(str(BUILT_ON), **now.state)


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


def _standings(state):
    """The standing of each verdict in an event, by id; events of before the second check name one."""
    if "standings" in state:
        return state["standings"]
    return {str(state["verdict"]): state["standing"]} if state["verdict"] else {}
