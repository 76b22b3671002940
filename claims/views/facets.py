"""Facets: each choice of a filter with the number of claims it would leave, within the other filters.

Read after the page, and never more than SAMPLE rows at once: of more, a number tells at least so many.
"""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from claims import policy
from claims.filters import asked_in, filter_claims
from claims.models.claim import due_within
from claims.paging import COUNT_CAP
from claims.priority import DueStep
from claims.views.claim_list import SHOWN_PEOPLE, choices
from claims.views.doors import UNPROCESSABLE
from claims.workflow import DECIDED, UNFINISHED

SAMPLE = 5_000  # rows
FACETS = {
    "status": _("Status"),
    "assignee": _("Held by"),
    "desk": _("Desk"),
    "kind": _("Kind"),
    "risk": _("Risk"),
    "due": _("Due"),
    "glance": _("Changed"),
}


class Choice(NamedTuple):
    """`number` of claims, in words; "" where nothing is known."""

    value: str
    word: str
    number: str
    chosen: bool


class Facet(NamedTuple):
    name: str
    label: str | Promise
    choices: list[Choice]

    @property
    def chosen(self):
        return [choice.word for choice in self.choices if choice.chosen]


@require_safe
def claims_facets(request):
    """The facets of the list that the address asks for, in place of its plain fields: for htmx."""
    user, asked = request.user, asked_in(request.GET)
    try:
        facets = facets_of(user, asked)
    except ValidationError as error:
        return HttpResponse(" ".join(error.messages), status=UNPROCESSABLE, content_type="text/plain")
    return render(request, "claims/facets.html", {"facets": facets})


def facets_of(user, asked):
    """The Facets of the filters `asked`. One query for those not asked for, one more for each that is."""
    offered = choices(user, policy.colleagues_of(user)[:SHOWN_PEOPLE])
    desks = {slug: pk for pk, slug in policy.desks_of(user).values_list("pk", "slug")}
    seen, counts = policy.visible_claims(user), {}
    for alone in [None, *(name for name in FACETS if name in asked)]:
        names = [alone] if alone else [name for name in FACETS if name not in asked]
        others = {name: text for name, text in asked.items() if name != alone}
        conditions = {
            f"{name}_{place}": Count("pk", filter=_condition(name, value, user, desks))
            for name in names
            for place, (value, _word) in enumerate(offered[name])
        }
        rows = filter_claims(seen, others, by=user).order_by()[: SAMPLE + 1]
        counts |= _in_words(rows.aggregate(read=Count("pk"), **conditions))
    return [
        Facet(
            name,
            label,
            [
                Choice(value, word, counts[f"{name}_{place}"], value in asked.get(name, "").split(","))
                for place, (value, word) in enumerate(offered[name])
            ],
        )
        for name, label in FACETS.items()
    ]


def _condition(name, value, user, desks):
    if name == "assignee":
        return Q(assignee={"me": user.pk, "none": None}.get(value, value))
    if name == "due":
        return due_within(DueStep(value)) & Q(status__in=UNFINISHED)
    if name == "glance":
        return Q(wants_a_glance=True, status__in=DECIDED)
    return Q(desk=desks[value]) if name == "desk" else Q(**{name: value})


def _in_words(found):
    more = "+" if found.pop("read") > SAMPLE else ""

    def told(count):
        if count > COUNT_CAP:
            return f"{number_format(COUNT_CAP, force_grouping=True)}+"
        return f"{number_format(count, force_grouping=True)}{more}" if count or not more else ""

    return {name: told(count) for name, count in found.items()}
