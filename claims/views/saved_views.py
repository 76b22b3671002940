"""Saved views: above the list with their counts, and on a page to rename and delete them."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from claims import policy
from claims.actions import saved_views
from claims.filters import asked_in, filter_claims
from claims.list_forms import ViewForm
from claims.paging import capped_count
from claims.views.claim_list import SHOWN_PEOPLE, SHOWN_VIEWS, choices, listed
from claims.views.doors import UNPROCESSABLE, carried_out, refused
from claims.views.facets import FACETS

CAP = 99
FILTERS = FACETS | {"article": _("Article"), "q": _("Words"), "order": _("Sorted by")}


class Row(NamedTuple):
    """`filters` are what is filtered by and for what, in words."""

    view: Any
    filters: list[tuple[str | Promise, str]]
    own: bool
    may_delete: bool


@require_safe
def claims_views(request):
    """All views that one sees, to rename and delete."""
    return _page(request)


@require_safe
def claims_views_counts(request):
    """The views above the list, with what stands in each: read after the page."""
    views = policy.visible_views(request.user).select_related("desk")[:SHOWN_VIEWS]
    seen = policy.visible_claims(request.user)
    rows = [(view, _count(view, seen, request.user)) for view in views]
    context = {"views": rows, "query": request.GET.urlencode(), "counted": True}
    return render(request, "claims/views_strip.html", context)


@require_POST
def claims_view_save(request):
    user = request.user
    desks = policy.desks_of(user) if policy.may_share_views(user) else policy.desks_of(user).none()
    form = ViewForm(request.POST, desks=desks)
    asked = asked_in(QueryDict(request.POST.get("query", "")[:4000]))

    def save(typed):
        saved_views.save_view(by=user, name=typed["name"], asked=asked, desk=typed["desk"])

    if carried_out(form, save):
        return redirect(f"{reverse('claims')}?{QueryDict(form.cleaned_data['query']).urlencode()}")
    return listed(request, QueryDict(request.POST.get("query", "")), view_form=form, status=refused(form))


@require_POST
def claims_view_rename(request, pk):
    view = _find(request, pk)
    try:
        saved_views.rename_view(view, by=request.user, name=request.POST.get("name", ""))
    except ValidationError as error:
        return _page(request, pk, " ".join(error.messages), request.POST.get("name", ""))
    return redirect("claims-views")


@require_POST
def claims_view_delete(request, pk):
    saved_views.delete_view(_find(request, pk), by=request.user)
    return redirect("claims-views")


def _find(request, pk):
    return get_object_or_404(policy.visible_views(request.user), pk=pk)


def _page(request, wrong=None, sentence="", typed=""):
    """`wrong` is the id of a view that was not renamed, `sentence` why, `typed` the name it was given."""
    user = request.user
    deletable = set(policy.deletable_views(user).values_list("pk", flat=True))
    offered = choices(user, policy.colleagues_of(user)[:SHOWN_PEOPLE])
    rows = [
        Row(
            view,
            list(_in_words(asked_in(QueryDict(view.query)), offered)),
            view.owner_id == user.pk,
            view.pk in deletable,
        )
        for view in policy.visible_views(user).select_related("desk", "owner")
    ]
    context = {"rows": rows, "wrong": wrong, "sentence": sentence, "typed": typed}
    return render(request, "claims/saved_views.html", context, status=UNPROCESSABLE if wrong else 200)


def _in_words(asked, offered):
    """What each of the filters `asked` is called, and its values as in `offered`; else a value as it is."""
    for name, text in asked.items():
        words = {str(value): str(word) for value, word in offered.get(name, ())}
        values = text.split(",") if words else [text]
        yield FILTERS[name], ", ".join(words.get(value, value) for value in values)


def _count(view, seen, user):
    """How many claims of the queryset `seen`, or "" where the filters name what the reader does not know."""
    try:
        return capped_count(filter_claims(seen, asked_in(QueryDict(view.query)), by=user), CAP)
    except ValidationError:
        return ""
