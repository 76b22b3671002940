"""All claims, by the filters in the address."""

from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from accounts.models import Desk, User
from accounts.policy import can_review, is_editor
from claims import policy
from claims.filters import ORDERS, asked_in, claim_order, filter_claims, name_of_order
from claims.list_forms import MOST_AT_ONCE, BulkForm, ViewForm
from claims.models import KINDS
from claims.paging import capped_count, page_of
from claims.priority import DueStep, Risk
from claims.reasons import REASONS
from claims.views import glances
from claims.views.doors import UNPROCESSABLE, less_unread
from claims.views.look import COLUMNS, DENSITIES, look_of
from claims.workflow import Status

SHOWN_PEOPLE = 200
ORDER_WORDS = {
    "priority": pgettext_lazy("order of a list", "priority"),
    "due": pgettext_lazy("order of a list", "due"),
    "score": pgettext_lazy("order of a list", "score"),
    "age": pgettext_lazy("order of a list", "age"),
}
SHOWN_VIEWS = 20  # above the list; the rest stands on the page of views


@require_safe
def claim_list(request):
    """All claims one may see, by the filters in the address."""
    return listed(request, request.GET)


def listed(request, address, *, status=200, form=None, outcome=None, view_form=None):
    """The list that the QueryDict `address` asks for; to htmx, after a step on some, the rows alone.

    `form` is a step on many claims that was not carried out, `outcome` what became of one that was,
    `view_form` a view that was not saved.
    """
    user, asked, cursor = request.user, asked_in(address), address.get("cursor", "")
    people = list(policy.colleagues_of(user)[:SHOWN_PEOPLE])
    context = {
        "asked": asked,
        "query": urlencode(asked),
        "choices": choices(user, people),
        "form": form or BulkForm(people=User.objects.none()),
        "outcome": outcome,
        "views": [(view, "") for view in policy.visible_views(user).select_related("desk")[:SHOWN_VIEWS]],
        "view_form": view_form or ViewForm(desks=Desk.objects.none()),
        "may_share": policy.may_share_views(user),
    }
    template = "claims/listed.html" if request.htmx and request.method == "POST" else "claims/claim_list.html"
    try:
        claims = filter_claims(policy.visible_claims(user), asked, by=user)
        order = name_of_order(asked)
        page = page_of(claims.for_listing(), claim_order(asked), cursor=cursor)
    except ValidationError as error:
        return render(request, template, context | {"wrong": error}, status=UNPROCESSABLE)
    less_unread(page.rows, user)
    place = asked | {"order": order} | ({"cursor": cursor} if cursor else {})
    context |= {
        "page": page,
        "count": capped_count(claims),
        "place": urlencode(place),
        "sort": {"by": order, **{name: urlencode(asked | {"order": name}) for name in ORDERS}},
        "changed": glances.waiting(page.rows, user),
        "look": look_of(request).without("article" if "article" in asked else ""),
        "columns": COLUMNS.items(),
        "densities": DENSITIES.items(),
        "ticked": _ticked(form),
        "reasons": [(code, _(words)) for code, words in REASONS.items()],
        "most": MOST_AT_ONCE,
        "may_export": policy.may_export(user),
        "may_judge": can_review(user),
        "may_plan": is_editor(user),
        "checkers": [person for person in people if can_review(person)],
    }
    return render(request, template, context, status=status)


def _ticked(form):
    """The ids in a form that was not carried out: they stay ticked."""
    return set(form.cleaned_data.get("claim") or ()) if form is not None else set()


def choices(user, people):
    """What the filters offer; `people` are those of one's desks."""
    return {
        "status": Status.choices,
        "kind": list(KINDS.items()),
        "risk": Risk.choices,
        "due": DueStep.choices,
        "glance": [("wanted", _("under a verdict"))],
        "desk": [(desk.slug, desk.name) for desk in policy.desks_of(user)],
        "assignee": [("me", _("me")), ("none", _("nobody")), *((str(p.pk), p.name) for p in people)],
        "order": [(name, ORDER_WORDS[name]) for name in ORDERS],
    }
