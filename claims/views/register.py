"""The register of fixes and waivers over all articles that an editor sees."""

from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from claims import policy
from claims.filters import REGISTER_FILTERS, WaiverState, filter_fixes, filter_waivers
from claims.models import FixState
from claims.paging import page_of
from claims.views.doors import UNPROCESSABLE

NEWEST_FIRST = ("-id",)
KINDS = {"fixes": _("Fixes"), "waivers": _("Waivers")}
SHOWN_PEOPLE = 200


@require_safe
def register(request):
    policy.require_register(request.user)
    kind = request.GET.get("kind") if request.GET.get("kind") in KINDS else "fixes"
    asked = {name: request.GET[name] for name in REGISTER_FILTERS if request.GET.get(name)}
    context = {
        "kind": kind,
        "kinds": KINDS.items(),
        "asked": asked,
        "query": urlencode({"kind": kind} | asked),
        "choices": _choices(request.user, kind),
    }
    try:
        rows = (_fixes if kind == "fixes" else _waivers)(request.user, asked)
        context["page"] = page_of(rows, NEWEST_FIRST, cursor=request.GET.get("cursor", ""))
    except ValidationError as error:
        return render(request, "claims/register.html", context | {"wrong": error}, status=UNPROCESSABLE)
    return render(request, "claims/register.html", context)


def _fixes(user, asked):
    rows = filter_fixes(policy.visible_fixes(user), asked, by=user)
    return rows.select_related("article__desk", "article__writer", "claim", "decided_by", "decided_through")


def _waivers(user, asked):
    rows = filter_waivers(policy.visible_waivers(user), asked, by=user)
    return rows.select_related("article__desk", "article__writer", "claim", "asked_by", "approved_by")


def _choices(user, kind):
    """What the filters offer; writers are people of one's desks."""
    writers = policy.colleagues_of(user).order_by("name")[:SHOWN_PEOPLE]
    return {
        "desk": [(desk.slug, desk.name) for desk in policy.desks_of(user)],
        "writer": [(str(person.pk), person.name) for person in writers],
        "state": FixState.choices if kind == "fixes" else WaiverState.choices,
    }
