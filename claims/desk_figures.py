"""How the work of a desk goes: what came in and was decided, how long it took, what waits, who does it.

Pure reading, of claims that the reader sees. The steps stand in the trail: what a step did to a claim is its
status before and after. Where words of the trail were erased the statuses went with them, and that step
counts no more.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from accounts.models import Event
from claims.figures import Figures, figures
from claims.labels import JUDGEMENTS, labels
from claims.models import Origin, Standing, Verdict
from claims.models.walked import Walked
from claims.workflow import Status

MOST_VERDICTS, MOST_LABELS = 5_000, 2_000  # the latest of a period: with more a figure says hardly more
ENOUGH = 20  # verdicts; of fewer no median is told
IN_HAND = {Status.OPEN, Status.IN_CHECK, Status.AWAITING_SECOND_CHECK, Status.AWAITING_SIGN_OFF}
HELD = {Status.IN_CHECK, Status.AWAITING_SECOND_CHECK}
AGES = (1, 3, 7, 14, 30)  # days: up to each of them, and older
# Steps inside the work, the most of the trail: they neither begin nor end it.
INSIDE = [
    f"claim.{step}"
    for step in ("take", "assign", "release", "evidence", "note", "plan", "seen", "asked", "answered")
]
TAKEN = ["claim.take", "claim.assign"]
OPENED = ["claim.accept", "claim.mark", "claim.restore", "claim.reopen"]
PROPOSED = ["claim.propose", "claim.propose_first", "claim.propose_second"]


class Day(NamedTuple):
    """Claims that came to the desk's hands, were decided, were dropped; `in_hand` when the day ended."""

    day: date
    came: int
    decided: int
    dropped: int
    in_hand: int


class Times(NamedTuple):
    """Of so many verdicts half took at most `median`, nine of ten at most `p90`; None of too few."""

    verdicts: int
    median: timedelta | None
    p90: timedelta | None


class Load(NamedTuple):
    """What one person holds now, how much of it is overdue or of high risk, and what they gave."""

    name: str
    held: int
    overdue: int
    high: int
    since_taken: Times


class Speed(NamedTuple):
    """`people` by id. `cut`: there were more than `MOST_VERDICTS`."""

    since_opened: Times
    since_taken: Times
    people: dict[int, tuple[str, Times]]
    cut: bool


def days(claims, since: datetime, now: datetime, in_hand: int) -> list[Day]:
    """Each day from that of `since` to that of `now`, when `in_hand` claims are in hand. One query.

    Days are those of the reader's clock.
    """
    steps = (
        Event.objects.alias(walked_kind=Walked("subject_kind"))  # or all steps of all claims would be read
        .filter(_of(claims, "subject_id"), at__gte=since, walked_kind="claim")
        .exclude(kind__in=INSIDE)
        .order_by()
        .values_list(TruncDate("at"), "kind", "before__status", "after__status")
        .annotate(count=Count("pk"))
    )
    came, decided, dropped = Counter(), Counter(), Counter()
    for day, kind, before, after, count in steps:
        enters, leaves, undone = after in IN_HAND, before in IN_HAND, kind == "claim.undo"
        if enters == leaves:
            continue
        if enters != undone:  # what is undone is taken back where it was counted
            came[day] += count if enters else -count
        else:
            outside = after if leaves else before
            (decided if outside == Status.RESOLVED else dropped)[day] += count if leaves else -count
    found = []
    for day in reversed(_each_day(since, now)):
        found.append(Day(day, came[day], decided[day], dropped[day], max(0, in_hand)))
        in_hand -= came[day] - decided[day] - dropped[day]
    return found[::-1]


def ages(claims, now: datetime) -> tuple[dict[Status, list[int]], int]:
    """For each status of work in hand how many claims were found within each of `AGES` days, and before.

    With the number of them all. One query.
    """
    within = {f"within{age}": Count("pk", filter=Q(created_at__gt=now - timedelta(days=age))) for age in AGES}
    rows = claims.filter(status__in=IN_HAND).order_by().values("status").annotate(all=Count("pk"), **within)
    found = {}
    for row in rows:
        up_to = [0, *(row[name] for name in within), row["all"]]
        found[Status(row["status"])] = [newer - older for older, newer in pairwise(up_to)]
    ordered = {status: found[status] for status in Status if status in found}
    return ordered, sum(map(sum, ordered.values()))


def ratings(claims, since: datetime, until: datetime) -> list[dict]:
    """The verdicts signed off in this time that stand: `count` by rating of each scale. One query."""
    signed = _steps(["claim.sign_off"], since, until)
    return list(
        claims.filter(status=Status.RESOLVED, pk__in=signed)
        .order_by("verdict__rating__scale__name", "verdict__rating__order")
        .values(
            scale=F("verdict__rating__scale__name"),
            label=F("verdict__rating__label"),
            icon=F("verdict__rating__icon"),
            colour=F("verdict__rating__colour"),
            step=F("verdict__rating__order"),
        )
        .annotate(count=Count("pk"))
    )


def speed(claims, since: datetime, until: datetime) -> Speed:
    """How long verdicts took that were given in this time and not taken back. One query."""

    def latest(kinds):
        steps = Event.objects.filter(subject_kind="claim", subject_id=OuterRef("claim_id"), kind__in=kinds)
        return Subquery(steps.filter(at__lte=OuterRef("created_at")).order_by("-id").values("at")[:1])

    given = (
        Verdict.objects.filter(_of(claims, "claim_id"), created_at__gte=since, created_at__lt=until)
        .filter(claim__in=_steps(PROPOSED, since, until))
        .exclude(standing=Standing.WITHDRAWN)
        .order_by("-id")
        .values_list(
            "author",
            "author__name",
            "created_at",
            latest(TAKEN),
            Coalesce(latest(OPENED), "claim__created_at"),
            "pk",
            "claim__verdict",
            "claim__second_verdict",
        )[: MOST_VERDICTS + 1]
    )
    rows = list(given)
    taken, opened, by_person, names = [], [], defaultdict(list), {}
    for person, name, at, taken_at, opened_at, pk, one, other in rows[:MOST_VERDICTS]:
        names[person] = name
        by_person[person].append(at - taken_at if taken_at else None)
        taken.append(by_person[person][-1])
        if other is None or pk != max(one, other):  # the later of two had to wait for the first one
            opened.append(at - opened_at)
    people = {person: (names[person], times(took)) for person, took in by_person.items()}
    return Speed(times(opened), times(taken), people, len(rows) > MOST_VERDICTS)


def times(took: Sequence[timedelta | None]) -> Times:
    """Of verdicts that took so long; None where nobody took the claim first."""
    known = sorted(one for one in took if one is not None)
    if len(known) < ENOUGH:
        return Times(len(took), None, None)
    return Times(len(took), quantile(known, 0.5), quantile(known, 0.9))


def quantile(ordered: Sequence[timedelta], share: float) -> timedelta:
    """The value below which `share` of the sorted values lie, between two of them in proportion."""
    place = (len(ordered) - 1) * share
    below, part = int(place), place % 1
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * part


def loads(claims, people: dict[int, tuple[str, Times]], now: datetime) -> list[Load]:
    """Everybody who holds a claim now or gave a verdict in the time that `people` tell of. One query."""
    held = (
        claims.filter(assignee__isnull=False, status__in=HELD)
        .order_by()
        .values_list("assignee", "assignee__name")
        .annotate(
            count=Count("pk"),
            overdue=Count("pk", filter=Q(due_order__lte=now)),
            high=Count("pk", filter=Q(risk="high")),
        )
    )
    found = [
        Load(name, count, overdue, high, people[person][1] if person in people else times([]))
        for person, name, count, overdue, high in held
    ]
    holders = {person for person, *_ in held}
    found += [Load(name, 0, 0, 0, took) for person, (name, took) in people.items() if person not in holders]
    return sorted(found, key=lambda load: (-load.held, -load.since_taken.verdicts, load.name))


def extraction(claims, since: datetime, until: datetime) -> Figures:
    """The precision of the suggestions judged in this time, the latest `MOST_LABELS`. Three queries."""
    judged = _steps(list(JUDGEMENTS), since, until)
    latest = claims.filter(origin=Origin.MACHINE, pk__in=judged).order_by("-pk").values_list("pk", flat=True)
    chosen = claims.model.objects.filter(pk__in=list(latest[:MOST_LABELS]))
    return figures(labels(chosen, batch=MOST_LABELS))


def _of(claims, field):
    """The condition that the claim whose id `field` holds is one of `claims`: looked up row by row."""
    return Exists(claims.order_by().filter(pk=OuterRef(field)))


def _steps(kinds, since, until):
    """The ids of the claims that took a step of these kinds, all of them claims', in this time."""
    steps = Event.objects.filter(at__gte=since, at__lt=until, kind__in=kinds)
    return steps.order_by().values("subject_id")


def _each_day(since, now):
    first, last = timezone.localdate(since), timezone.localdate(now)
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
