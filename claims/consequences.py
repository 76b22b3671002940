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
    changes |= to_checkers([claim], standing=standing)[claim.pk]
    return move(claim, changes.pop("status"), by=by, step=step, note=note, **changes)


def to_checkers(claims, *, standing=Standing.SUPERSEDED):
    """Take back the verdicts on `claims` of one article; what becomes of each, as {id: {field: value}}.

    Who may check one claim of an article may check all, so nobody is asked about twice.
    """
    in_force = Verdict.objects.filter(claim__in=claims, standing__in=IN_FORCE)
    checkers = {}
    for verdict in in_force.select_related("author").order_by("-id"):
        checkers[verdict.claim_id] = verdict.author  # the first one's, in the end
    checkers |= {claim.pk: claim.verdict.author for claim in claims if claim.verdict is not None}
    of_article = {checkers[claim.pk].pk: claim for claim in claims}
    holds = {pk: policy.may_hold(checkers[claim.pk], claim) for pk, claim in of_article.items()}
    end(*claims)
    in_force.update(standing=standing)
    fields = {"verdict": None, "second_verdict": None, "wants_a_glance": False}
    back = {"status": Status.IN_CHECK, "returned_at": timezone.now()}
    return {
        claim.pk: fields
        | ({**back, "assignee": one} if holds[one.pk] else {"status": Status.OPEN, "assignee": None})
        for claim in claims
        for one in [checkers[claim.pk]]
    }


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


def end(*claims):
    """What the verdicts on claims set going ends with them; the rows stay."""
    Fix.objects.filter(claim__in=claims, state__in=UNDECIDED).update(state=FixState.DROPPED)
    Waiver.objects.filter(claim__in=claims, ended_at=None).update(ended_at=timezone.now())
