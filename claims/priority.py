"""Which claim comes first: a sum of named parts, never a bare number. Pure."""

from datetime import timedelta
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Risk(TextChoices):
    LOW = "low", gettext_lazy("low")
    NORMAL = "normal", gettext_lazy("normal")
    HIGH = "high", gettext_lazy("high")


class DueStep(TextChoices):
    OVERDUE = "overdue", gettext_lazy("overdue")
    TODAY = "today", gettext_lazy("due today")
    WEEK = "week", gettext_lazy("due this week")
    LATER = "later", gettext_lazy("due later")
    NONE = "none", gettext_lazy("no deadline")


class Part(NamedTuple):
    name: str
    points: int


RISKS = {
    Risk.LOW: gettext_lazy("low risk"),
    Risk.NORMAL: gettext_lazy("normal risk"),
    Risk.HIGH: gettext_lazy("high risk"),
}
RISK_POINTS = {Risk.LOW: 0, Risk.NORMAL: 20, Risk.HIGH: 40}
DUE_POINTS = {DueStep.OVERDUE: 40, DueStep.TODAY: 30, DueStep.WEEK: 15, DueStep.LATER: 5, DueStep.NONE: 0}
PROMINENCE_POINTS = {"headline": 10, "standfirst": 8, "lead": 6, "caption": 4}
MAX_DOUBT_POINTS = 10


def due_step(due_at, now):
    """The step of a deadline (None: no deadline) at the time `now`, in days of 24 hours."""
    if due_at is None:
        return DueStep.NONE
    if due_at <= now:
        return DueStep.OVERDUE
    if due_at <= now + timedelta(days=1):
        return DueStep.TODAY
    if due_at <= now + timedelta(days=7):
        return DueStep.WEEK
    return DueStep.LATER


def parts(*, risk, due_at, prominence, score, now):
    """The named parts of a claim's priority.

    `prominence` is 0 to 10, see PROMINENCE_POINTS; `score` is the check-worthiness, 0 to 1: the
    more checkable a statement, the more there is to doubt.
    """
    step = due_step(due_at, now)
    named = [
        Part(str(RISKS[Risk(risk)]), RISK_POINTS[Risk(risk)]),
        Part(str(step.label), DUE_POINTS[step]),
        Part(_("prominence"), prominence),
        Part(_("doubt"), round(score * MAX_DOUBT_POINTS)),
    ]
    return [part for part in named if part.points]


def total(**facts):
    """The sum of `parts`, taking the same arguments."""
    return sum(part.points for part in parts(**facts))
