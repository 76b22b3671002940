"""The start page: what waits for me, and the next claim."""

from typing import NamedTuple

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from accounts.policy import can_administer, can_review, is_editor
from claims import policy
from claims.actions import assignments
from claims.filters import ORDERS
from claims.models import NoticeKind
from claims.paging import capped_count
from claims.priority import DueStep
from claims.views import glances
from claims.views.look import look_of
from claims.views.toasts import tell
from claims.workflow import UNFINISHED, Status

SHOWN = 12  # rows of a section; the rest is one step away in the claim list
ACCEPTED = ",".join(sorted(UNFINISHED - {Status.SUGGESTED}))  # what somebody said is to be checked


class Kind(NamedTuple):
    """What a section is for: `query` is the filter that shows all of it in the claim list, or "".

    `empty` says what would be here; without it an empty section is left out.
    """

    name: str
    title: str | Promise
    query: str
    empty: str | Promise = ""
    order: str = "priority"


RETURNED = Kind("returned", _("Returned to me"), "status=in_check&assignee=me")
MINE = Kind(
    "mine",
    _("Mine"),
    "status=in_check,awaiting_second_check&assignee=me",
    _("You hold no claim. Take the next one."),
)
WAITING = "status=awaiting_second_check&assignee=none"
SECOND = Kind("second", _("Second checks"), WAITING)
TO_ASSIGN = Kind("to-assign", _("Second checks that nobody has taken"), WAITING)
TO_SIGN = Kind("to-sign", _("Awaiting my sign-off"), "status=awaiting_sign_off", _("No verdict awaits you."))
CHANGED = Kind("changed", _("Words changed under a verdict"), "glance=wanted")
DUE = Kind(
    "due",
    _("Due today or overdue"),
    f"due=overdue,today&status={ACCEPTED}&order=due",
    _("Nothing is due today."),
    "due",
)
NAMED = Kind("mentions", _("Notes that name me"), "")
FREE = Kind("free", _("Free to take"), "status=open", _("The queue is empty: every open claim is taken."))


@require_safe
def queue(request):
    """Reviewers and editors start here; the others where their work is."""
    user = request.user
    if not can_review(user):
        return redirect("people" if can_administer(user) else "articles")
    sections = [_section(kind, claims) for kind, claims in sections_of(user)]
    led_to: set[int] = set()  # a claim stands in several sections, its anchor in the first
    for section in sections:
        section["anchors"] = {claim.pk for claim in section["claims"]} - led_to
        led_to |= section["anchors"]
    shown = [claim for section in sections for claim in section["claims"]]
    context = {
        "sections": sections,
        "changed": glances.waiting(shown, user),
        "look": look_of(request).without("kind"),
    }
    return render(request, "claims/queue.html", context)


@require_POST
def claim_take_next(request):
    free = policy.visible_claims(request.user).order_by(*ORDERS["priority"])
    claim = assignments.take_next(free, by=request.user)
    if claim is None:
        messages.info(request, gettext("Nothing is free to take right now."))
        return redirect("queue")
    tell(request, claim)
    return redirect(claim)


def sections_of(user):
    """What waits for `user`: (kind, claims), in the order of the page."""
    seen = policy.visible_claims(user)
    mine = seen.held_by(user)
    yield RETURNED, mine.exclude(returned_at=None)
    yield MINE, mine.filter(returned_at=None)
    yield SECOND, policy.second_checks_for(user, seen)
    if is_editor(user):
        waiting = seen.filter(status=Status.AWAITING_SIGN_OFF)
        yield TO_SIGN, waiting.exclude(verdict__author=user).written_by_others(user)
        yield TO_ASSIGN, seen.filter(status=Status.AWAITING_SECOND_CHECK, assignee=None)
    yield CHANGED, seen.changed_in_words().written_by_others(user)
    yield DUE, seen.due(DueStep.OVERDUE, DueStep.TODAY).exclude(status=Status.SUGGESTED)
    unread = policy.notices_for(user).filter(kind=NoticeKind.MENTIONED, read_at=None)
    yield NAMED, seen.filter(pk__in=unread.order_by().values("claim"))
    yield FREE, seen.free().written_by_others(user)


def _section(kind, claims):
    rows = list(claims.for_listing().order_by(*ORDERS[kind.order])[: SHOWN + 1])
    total = f"{len(rows)}" if len(rows) <= SHOWN else capped_count(claims)
    return {"kind": kind, "claims": rows[:SHOWN], "total": total, "more": len(rows) > SHOWN}
