"""A step on the claims that were chosen in a list, and what became of each."""

from collections import defaultdict
from typing import Any, NamedTuple

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.views.decorators.http import require_POST, require_safe

from accounts.policy import can_review
from claims import policy
from claims.actions import bulk
from claims.filters import asked_in, filter_claims
from claims.list_forms import MOST_AT_ONCE, BulkForm
from claims.paging import capped_count
from claims.views.claim_list import SHOWN_PEOPLE, listed
from claims.views.doors import UNPROCESSABLE
from claims.views.load import least_laden
from claims.workflow import WorkflowError

SHOWN = 20  # refused claims that are named; of the others the number is told
GONE = gettext_lazy("It is not there for you any more.")
TOLD = {
    "accept": ngettext_lazy("{n} accepted", "{n} accepted", "n"),
    "dismiss": ngettext_lazy("{n} dismissed", "{n} dismissed", "n"),
    "assign": ngettext_lazy("{n} assigned", "{n} assigned", "n"),
    "plan": ngettext_lazy("{n} planned", "{n} planned", "n"),
    "undo": ngettext_lazy("{n} taken back", "{n} taken back", "n"),
}


class Outcome(NamedTuple):
    """`told`: what was done, with the number. `refused` maps a sentence to the claims it refuses, of which
    SHOWN are named, and their number.

    `back` names what was done, by id and version, for taking it back; `rest`: more than were acted on.
    """

    told: str
    refused: dict[str, tuple[list[Any], int]]
    back: str
    rest: str

    @property
    def not_done(self):
        return sum(number for _claims, number in self.refused.values())


@require_POST
def claims_bulk(request):
    user = request.user
    policy.require_review(user)
    form = BulkForm(request.POST, people=policy.colleagues_of(user))
    address = QueryDict(request.POST.get("query", "")[:4000])
    if not form.is_valid():
        return listed(request, address, form=form, status=UNPROCESSABLE)
    seen, rest = form.cleaned_data["claim"], ""
    if form.cleaned_data["all"]:
        asked, seen = asked_in(address), None
        try:
            chosen = bulk.by_filters(asked, by=user, most=MOST_AT_ONCE)
        except ValidationError:  # the list says what is wrong
            return listed(request, address)
        if len(chosen) == MOST_AT_ONCE:
            rest = capped_count(filter_claims(policy.visible_claims(user), asked, by=user))
    else:
        chosen = bulk.by_ids(list(seen), by=user)
    done = list(bulk.take_steps(form.name, chosen, form.given, by=user, versions=seen))
    return listed(request, address, outcome=_outcome(form.name, done, rest))


def _outcome(name, done, rest):
    refused = defaultdict(list)
    for one in done:
        if one.error is not None:
            refused[_sentence(one.error)].append(one.claim)
    well = [one for one in done if one.error is None]
    return Outcome(
        told=TOLD[name].format(n=len(well)),
        refused={
            why: ([claim for claim in claims if claim][:SHOWN], len(claims))
            for why, claims in refused.items()
        },
        back="" if name == "undo" else ",".join(f"{one.pk}:{one.claim.version}" for one in well),
        rest=rest,
    )


def _sentence(error):
    match error:
        case WorkflowError():
            return str(error.message)
        case ValidationError():
            return " ".join(error.messages)
        case ObjectDoesNotExist():
            return str(GONE)
    return str(error)


@require_safe
def claims_people(request):
    """The people who may be assigned, the least laden first, with the claims they hold now: for htmx."""
    policy.require(request.user, "assign", None)
    people = [one for one in policy.colleagues_of(request.user)[:SHOWN_PEOPLE] if can_review(one)]
    return render(request, "claims/people_options.html", {"load": least_laden(people, seen_by=request.user)})
