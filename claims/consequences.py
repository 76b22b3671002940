"""What a signed-off verdict sets going, and what ends with it when the claim is checked again."""

from django.utils import timezone

from accounts.models import Event
from claims import policy
from claims.models import Fix, FixState, Outcome, Standing, Verdict, Waiver
from claims.moves import lock_article, move
from claims.workflow import Status

IN_FORCE = [Standing.PROPOSED, Standing.BLIND, Standing.SIGNED_OFF]
UNDECIDED = [FixState.ASKED, FixState.ACCEPTED, FixState.DECLINED]


def back_to_checker(claim, *, by, step, note, standing=Standing.SUPERSEDED, **changes):
    """In check with the last checker, or open if they may no longer; its verdicts stand no more.

    It was returned, reopened, its fact changed or its waiver ran out. `by` is None for the system; returns
    the event.
    """
    lock_article(claim.article_id)
    in_force = claim.verdicts.filter(standing__in=IN_FORCE)
    checker = (claim.verdict or in_force.order_by("id").first()).author
    end(claim)
    Verdict.objects.filter(pk__in=in_force).update(standing=standing)
    changes |= {"verdict": None, "second_verdict": None, "wants_a_glance": False}
    if policy.may_hold(checker, claim):
        changes |= {"assignee": checker, "returned_at": timezone.now()}
        return move(claim, Status.IN_CHECK, by=by, step=step, note=note, **changes)
    return move(claim, Status.OPEN, by=by, step=step, note=note, assignee=None, **changes)


def set_going(claim, verdict, *, approved_by):
    """A fix for the writer, or a waiver, where the outcome of a verdict that was signed off asks for it."""
    row = {"claim": claim, "article": claim.article}
    if verdict.outcome in {Outcome.FIX, Outcome.CUT}:
        row |= {"old": claim.text, "new": verdict.new_wording, "state": FixState.ASKED}
        Fix.objects.update_or_create(verdict=verdict, defaults=row)
    elif verdict.outcome == Outcome.ON_AUTHOR:
        row |= {
            "reason": verdict.rationale,
            "asked_by": verdict.author,
            "approved_by": approved_by,
            "expires_at": verdict.waived_until,
            "ended_at": None,
        }
        Waiver.objects.update_or_create(verdict=verdict, defaults=row)


def bring_back(claim, verdict):
    """What a signed-off verdict (its id) had set going stands again as it stood; its reopening is undone."""
    claim.waivers.filter(verdict=verdict).update(ended_at=None)
    for fix in claim.fixes.filter(verdict=verdict, state=FixState.DROPPED):
        decided = Event.objects.about(claim).filter(after__fix=fix.pk).last()
        claim.fixes.filter(pk=fix.pk).update(state=decided.after["state"] if decided else FixState.ASKED)


def end(claim):
    """What the verdicts on a claim set going ends with them; the rows stay."""
    claim.fixes.filter(state__in=UNDECIDED).update(state=FixState.DROPPED)
    claim.waivers.filter(ended_at=None).update(ended_at=timezone.now())
