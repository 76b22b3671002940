"""Figures of a desk: its charts, each with the table that says the same."""

from datetime import timedelta
from typing import Any

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from claims import charts, desk_figures, policy
from claims.desk_forms import FiguresForm
from claims.models import KINDS
from claims.text import Kind
from claims.views.doors import UNPROCESSABLE

BY_DAY = 31  # days; of longer periods a column is a week
WEEK = 7
AGES = (
    gettext_lazy("up to 1 day"),
    gettext_lazy("2 to 3 days"),
    gettext_lazy("4 to 7 days"),
    gettext_lazy("8 to 14 days"),
    gettext_lazy("15 to 30 days"),
    gettext_lazy("older"),
)


@require_safe
def desk_figures_page(request, slug):
    desks = list(policy.desks_of(request.user))
    desk = next((desk for desk in desks if desk.slug == slug), None)
    if desk is None:
        raise Http404
    policy.require_figures(request.user, desk)
    form = FiguresForm.of(request.GET)
    context: dict[str, Any] = {"desk": desk, "desks": desks, "form": form}
    context |= {"by_person": policy.reads_figures_of_people(request.user)}
    if not form.is_valid():
        return render(request, "claims/figures.html", context, status=UNPROCESSABLE)
    seen = policy.visible_claims(request.user).filter(desk=desk)
    context |= _work(seen, *form.bounds()) | _people(request.user, seen, *form.bounds())
    context |= {"ratings": _ratings(seen, *form.bounds()), "found": _found(seen, *form.bounds())}
    context |= {"enough": desk_figures.ENOUGH, "most": desk_figures.MOST_VERDICTS}
    return render(request, "claims/figures.html", context)


def _work(seen, since, until):
    """What came and was decided, and what is in hand: charts of the period, and how old it is."""
    now = timezone.now()
    by_status, in_hand = desk_figures.ages(seen, now)
    days = desk_figures.days(seen, since, now, in_hand)
    days = [day for day in days if day.day < timezone.localdate(until)]
    steps, sums = _steps(days), _sums(days)
    ages = [sum(counts) for counts in zip(*by_status.values(), strict=True)] or [0] * len(AGES)
    return {
        "steps": steps,
        "weekly": len(days) > BY_DAY,
        "sums": sums,
        "decided": charts.columns([step["decided"] for step in steps]),
        "backlog": charts.curve([day.in_hand for day in days]),
        "in_hand": in_hand,
        "told": _told(days, steps, sums),
        "edges": [_day(days[0].day), _day(days[len(days) // 2].day), _day(days[-1].day)],
        "ages": list(zip(AGES, ages, charts.shares(ages), strict=True)),
        "statuses": [(status, status.label, sum(counts)) for status, counts in by_status.items()],
    }


def _steps(days):
    """One column: a day, or a week of them; `in_hand` at its end."""
    size = 1 if len(days) <= BY_DAY else WEEK
    return [
        {
            "name": _day(part[0].day) if size == 1 else _span(part[0].day, part[-1].day),
            "in_hand": part[-1].in_hand,
            **_sums(part),
        }
        for part in (days[start : start + size] for start in range(0, len(days), size))
    ]


def _sums(days):
    return {name: sum(getattr(day, name) for day in days) for name in ("came", "decided", "dropped")}


def _told(days, steps, sums):
    """The two charts in a sentence each."""
    best = max(steps, key=lambda step: step["decided"])
    decided = [_("{decided} decided, {came} came in, {dropped} dropped.").format(**sums)]
    if best["decided"] > 0:
        decided.append(_("Most were decided {when}: {n}.").format(when=best["name"], n=best["decided"]))
    first, last = days[0], days[-1]
    backlog = _("{first} on {since}, {last} on {until}.").format(
        first=first.in_hand, since=_day(first.day), last=last.in_hand, until=_day(last.day)
    )
    return {"decided": " ".join(decided), "backlog": backlog}


def _people(user, seen, since, until):
    """How long verdicts took; and, for those who read it, who holds and gave how many."""
    speed = desk_figures.speed(seen, since, until)
    context: dict[str, Any] = {"times": [], "cut": speed.cut}
    for name, one in (
        (_("from the claim being opened"), speed.since_opened),
        (_("from the claim being taken"), speed.since_taken),
    ):
        context["times"].append((name, one.verdicts, lasting(one.median), lasting(one.p90)))
    if policy.reads_figures_of_people(user):
        loads = desk_figures.loads(seen, speed.people, timezone.now())
        bars = charts.shares([load.held for load in loads])
        context["loads"] = [
            (load, bar, lasting(load.since_taken.median)) for load, bar in zip(loads, bars, strict=True)
        ]
    return context


def _ratings(seen, since, until):
    """(scale, [(rating, share of the scale in percent, length of its bar)]), by scale."""
    rows = desk_figures.ratings(seen, since, until)
    found = []
    for scale in dict.fromkeys(row["scale"] for row in rows):
        own = [row for row in rows if row["scale"] == scale]
        counts = [row["count"] for row in own]
        shares = [round(100 * count / sum(counts)) for count in counts]
        found.append((scale, list(zip(own, shares, charts.shares(counts), strict=True))))
    return found


def _found(seen, since, until):
    """Of the suggestions that were judged: (what, accepted, judged, percent or None, length of its bar)."""
    figures = desk_figures.extraction(seen, since, until)
    named = [(_("All"), figures.precision), *((KINDS[Kind(share.name)], share) for share in figures.by_kind)]
    rows = []
    for name, share in named if figures.precision.whole else []:
        percent = None if share.ratio is None else round(100 * share.ratio)
        rows.append((name, share.part, share.whole, percent, percent or 0))
    return rows


def lasting(length: timedelta | None) -> str:
    """A length of time in the two largest units that matter: "3 h 20 min"; "" for None."""
    if length is None:
        return ""
    minutes = round(length.total_seconds() / 60)
    hours, days = minutes // 60, minutes // 1440
    if days:
        said = _("{days} d {hours} h") if hours % 24 else _("{days} d")
        return said.format(days=days, hours=hours % 24)
    if hours:
        said = _("{hours} h {minutes} min") if minutes % 60 else _("{hours} h")
        return said.format(hours=hours, minutes=minutes % 60)
    return _("{minutes} min").format(minutes=minutes) if minutes else _("under 1 min")


def _day(day):
    return date_format(day, "SHORT_DAY")


def _span(first, last):
    return _("{first} to {last}").format(first=_day(first), last=_day(last))
