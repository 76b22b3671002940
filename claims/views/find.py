"""Find anything: places, articles, claims and people by typing; a page, and the inside of the dialog."""

from collections.abc import Iterator
from typing import NamedTuple

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.policy import can_administer, can_review
from claims import policy
from claims.finding import LONGEST, SHORTEST, find

SHOWN_PLACES = 8


class Place(NamedTuple):
    """Somewhere to go, or something to do; `also` are words that people may know it by.

    `does` names what is no link: a step that is sent, or what the page does by itself.
    """

    word: str
    icon: str
    url: str = ""
    also: str = ""
    does: str = ""


@require_safe
def find_anything(request):
    query = " ".join(request.GET.get("q", "").split())
    found = find(request.user, query)
    places = [place for place in places_of(request.user) if fits(place, query)]
    places.sort(key=lambda place: not fits(place._replace(also=""), query))  # by their own name first
    places = places[:SHOWN_PLACES]
    context = {
        "query": query,
        "places": places,
        "found": found,
        "number": len(places) + sum(len(rows) for rows in (found.articles, found.claims, found.people)),
        "too_long": len(query) > LONGEST,
        "searched": SHORTEST <= len(query) <= LONGEST,
        "may_administer": can_administer(request.user),
    }
    fragment = request.htmx and request.htmx.target == "found"
    return render(request, "components/found.html" if fragment else "claims/find.html", context)


def fits(place: Place, query: str) -> bool:
    """Each word that is typed begins one of the place's; without a word every place fits."""
    known = f"{place.word} {place.also}".casefold().split()
    return all(any(word.startswith(typed) for word in known) for typed in query.casefold().split())


def places_of(user) -> Iterator[Place]:
    """All that `user` may open or do from any page, the nearest first."""
    if can_review(user):
        yield Place(_("My queue"), "inbox", reverse("queue"), _("start home mine"))
        yield Place(
            _("Take the next claim"),
            "play",
            reverse("claim-take-next"),
            _("work"),
            does="send",
        )
    yield Place(_("Inbox"), "bell", reverse("inbox"), _("mentions notices watch"))
    yield Place(_("Claims"), "list-checks", reverse("claims"), _("list"))
    yield Place(_("Saved views"), "bookmark", reverse("claims-views"), _("filters claims"))
    yield Place(_("Articles"), "newspaper", reverse("articles"), _("list"))
    if policy.may_submit(user):
        yield Place(
            _("Submit an article"),
            "file-plus",
            reverse("article-submit"),
            _("new add text paste upload"),
        )
        yield Place(_("Register of fixes and waivers"), "notebook-text", reverse("register"))
    if policy.may_submit(user) or can_administer(user):
        yield Place(_("Erasures"), "eraser", reverse("erasures"), _("delete remove words"))
    if can_administer(user):
        yield Place(_("People"), "users", reverse("people"), _("settings users"))
        yield Place(
            _("Invite somebody"),
            "user-plus",
            reverse("person-invite"),
            _("person people new add"),
        )
        yield Place(_("Desks"), "layers", reverse("desks"), _("settings"))
        yield Place(_("Rules for second checks"), "users-round", reverse("rules"), _("settings"))
    if can_review(user):
        for desk in policy.desks_of(user):
            yield from _places_of_desk(user, desk)
    yield Place(
        _("Profile"),
        "user",
        reverse("profile"),
        _("settings language time zone shortcuts sessions me"),
    )
    yield Place(_("Change my password"), "key-round", reverse("password-change"), _("settings"))
    yield Place(_("API tokens"), "key", reverse("token-list"), _("settings program"))
    yield Place(_("Light or dark"), "sun-moon", also=_("theme colours night"), does="theme")
    yield Place(_("Keys of the desk"), "keyboard", also=_("shortcuts help"), does="keys")
    yield Place(_("Sign out"), "log-out", reverse("sign-out"), _("leave log"), does="send")


def _places_of_desk(user, desk) -> Iterator[Place]:
    def address(name):
        return reverse(f"desk-{name}", args=[desk.slug])

    figures = _("Figures of {desk}").format(desk=desk.name)
    yield Place(figures, "chart-column", address("figures"), _("charts load"))
    if policy.reads_figures_of_people(user):
        agreement = _("Agreement on {desk}").format(desk=desk.name)
        yield Place(agreement, "users", address("agreement"), _("kappa alpha second"))
        threshold = _("Threshold of {desk}").format(desk=desk.name)
        also = _("settings suggestions")
        yield Place(threshold, "sliders-horizontal", address("threshold"), also)
