"""The start page: what waits for me, and the next claim."""

from typing import NamedTuple

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.policy import can_administer, can_review, is_editor
from claims import policy
from claims.actions import assignments
from claims.filters import ORDERS
from claims.models import Claim
from claims.paging import COUNT_CAP, capped_count
from claims.priority import DueStep
from claims.workflow import Status

SHOWN = 12  # rows of a section; the rest is one step away in the claim list


class Section(NamedTuple):
    """`query` is the filter that shows the whole of it in the claim list."""

    name: str
    title: str
    claims: list[Claim]
    count: str
    query: str
    empty: str


def queue(request):
    """Reviewers and editors start here; the others where their work is."""
    user = request.user
    if not can_review(user):
        return redirect("people" if can_administer(user) else "articles")
    return render(request, "claims/queue.html", {"sections": _sections(user)})


@require_POST
def claim_take_next(request):
    free = policy.visible_claims(request.user).order_by(*ORDERS["priority"])
    claim = assignments.take_next(free, by=request.user)
    if claim is None:
        messages.info(request, "Nothing is free to take right now.")
        return redirect("queue")
    return redirect(claim)


def _sections(user):
    seen = policy.visible_claims(user)
    mine = seen.held_by(user)
    due = seen.due(DueStep.OVERDUE, DueStep.TODAY)
    sections = [
        _section("returned", "Returned to me", mine.exclude(returned_at=None), "status=in_check&assignee=me", ""),
        _section(
            "mine",
            "Mine",
            mine.filter(returned_at=None),
            "status=in_check&assignee=me",
            "You hold no claim. Take the next one.",
        ),
    ]
    if is_editor(user):
        waiting = seen.filter(status=Status.AWAITING_SIGN_OFF)
        signable = waiting.exclude(verdict__author=user)
        sections.append(
            _section("sign-off", "Awaiting my sign-off", signable, "status=awaiting_sign_off", "No verdict awaits you.")
        )
    return [
        *sections,
        _section("due", "Due today or overdue", due, "due=overdue,today", "Nothing is due today.", by="due"),
        _section("free", "Free to take", seen.free(), "status=open", "The queue is empty: every claim is taken."),
    ]


def _section(name, title, claims, query, empty, by="priority"):
    rows = list(claims.for_listing().order_by(*ORDERS[by])[: SHOWN + 1])
    count = f"{len(rows)}" if len(rows) <= SHOWN else capped_count(claims, COUNT_CAP)
    return Section(name, title, rows[:SHOWN], count, query, empty)
