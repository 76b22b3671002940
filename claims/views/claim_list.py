"""All claims, by the filters in the address."""

from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from accounts.models import User
from claims import policy
from claims.filters import CLAIM_FILTERS, ORDERS, claim_order, filter_claims
from claims.paging import capped_count, page_of
from claims.priority import DueStep, Risk
from claims.text import Kind
from claims.views import glances
from claims.views.doors import UNPROCESSABLE, less_unread
from claims.workflow import Status

SHOWN_PEOPLE = 200


@require_safe
def claim_list(request):
    """All claims one may see, by the filters in the address."""
    asked = {name: request.GET[name] for name in (*CLAIM_FILTERS, "order") if request.GET.get(name)}
    seen = policy.visible_claims(request.user)
    context = {"asked": asked, "query": urlencode(asked), "choices": _choices(request.user)}
    try:
        claims = filter_claims(seen, asked, by=request.user)
        page = page_of(claims.for_listing(), claim_order(asked), cursor=request.GET.get("cursor", ""))
    except ValidationError as error:
        return render(request, "claims/claim_list.html", context | {"wrong": error}, status=UNPROCESSABLE)
    less_unread(page.rows, request.user)
    context["changed"] = glances.waiting(page.rows, request.user)
    context |= {"page": page, "count": capped_count(claims), "may_export": policy.may_export(request.user)}
    return render(request, "claims/claim_list.html", context)


def _choices(user):
    """What the filters offer; people are those of one's desks."""
    desks = policy.desks_of(user)
    people = User.objects.filter(memberships__desk__in=desks, is_active=True).distinct()
    return {
        "status": Status.choices,
        "kind": [(kind.value, kind.label) for kind in Kind],
        "risk": Risk.choices,
        "due": DueStep.choices,
        "desk": [(desk.slug, desk.name) for desk in desks],
        "assignee": [("me", "me"), ("none", "nobody"), *((str(p.pk), p.name) for p in people[:SHOWN_PEOPLE])],
        "order": [(name, name) for name in ORDERS],
    }
