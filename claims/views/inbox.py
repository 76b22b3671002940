"""The inbox: what somebody is told of, by article."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Case, F, Max, When, Window
from django.db.models.functions import RowNumber
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from claims import policy
from claims.actions import inbox as actions
from claims.models import Note, NoticeKind
from claims.paging import page_of
from claims.views.doors import UNPROCESSABLE, find_article, lead_back
from claims.views.event_notes import note_of
from claims.views.told import place_of, said

GROUPS = 15  # articles a page
SHOWN, ALL = 6, 200  # the newest notices of each; and of one


class Group(NamedTuple):
    """The notices of one article: (notice, its sentence, words of a note or reason), first what is unread.

    `unread` of those shown, and `more` when there are others.
    """

    article: object
    notices: list
    unread: int
    more: bool
    watched: bool


@require_safe
def inbox(request):
    """`?article=12` shows the notices of one article, and many of them."""
    found, most = policy.notices_for(request.user), SHOWN
    if "article" in request.GET:
        found, most = found.filter(article=_number(request.GET["article"])), ALL
    by_article = found.order_by().values("article").annotate(newest=Max("pk"))
    try:
        page = page_of(by_article, ("-newest",), cursor=request.GET.get("cursor", ""), limit=GROUPS)
    except ValidationError as error:
        return render(request, "claims/inbox.html", {"wrong": error}, status=UNPROCESSABLE)
    groups = _groups(request.user, found, [row["article"] for row in page.rows], most)
    return render(request, "claims/inbox.html", {"page": page, "groups": groups})


def _number(text):
    """The id in a text, or 0, which no row has."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def _groups(user, found, articles, most):
    """A Group for each of `articles` (ids), in their order, with at most so many notices."""
    unread_first = [Case(When(read_at=None, then=0), default=1), F("pk").desc()]
    place = Window(RowNumber(), partition_by=[F("article")], order_by=unread_first)
    rows = found.filter(article__in=articles).annotate(place=place).filter(place__lte=most + 1)
    rows = list(rows.select_related("article", "claim", "event__by").order_by("place"))
    noted = [row.event.after["note"] for row in rows if "note" in row.event.after]
    bodies = dict(Note.objects.filter(pk__in=noted).values_list("pk", "body"))
    watched = set(policy.watched_articles(user).filter(pk__in=articles).values_list("pk", flat=True))
    groups = []
    for article in articles:
        own = [row for row in rows if row.article_id == article]
        shown = [(row, said(row), _words(row, bodies)) for row in own[:most]]
        if not own:  # went meanwhile
            continue
        unread = sum(row.read_at is None for row in own[:most])
        groups.append(Group(own[0].article, shown, unread, len(own) > most, article in watched))
    return groups


def _words(notice, bodies):
    """The words of the note, or why a claim came back."""
    if notice.kind == NoticeKind.RETURNED:
        return note_of(notice.event) if notice.event.note else ""
    return bodies.get(notice.event.after.get("note"), "")


@require_safe
def notice(request, pk):
    """Lead to what a notice tells of; it is read then."""
    own = policy.notices_for(request.user).select_related("event")
    notice = get_object_or_404(own, pk=pk)
    if request.method == "GET":
        actions.mark_read(by=request.user, pk=pk)
    return redirect(place_of(notice))


@require_POST
def inbox_read(request):
    """Mark read: one notice, those of an article, or all."""
    for name, field in (("notice", "pk"), ("article", "article")):
        if name in request.POST:
            actions.mark_read(by=request.user, **{field: _number(request.POST[name])})
            break
    else:
        actions.mark_read(by=request.user)
    return lead_back(request, reverse("inbox"))


@require_POST
def article_watch(request, pk):
    article = find_article(request, pk)
    actions.watch(article, by=request.user)
    return lead_back(request, article)


@require_POST
def article_unwatch(request, pk):
    article = find_article(request, pk)
    actions.unwatch(article, by=request.user)
    return lead_back(request, article)
