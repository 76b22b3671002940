"""Find anything: places, articles, claims and people by typing; a page, and the inside of the dialog."""

from collections.abc import Iterator
from typing import NamedTuple

from django.shortcuts import render
from django.urls import reverse
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
        yield Place("My queue", "inbox", reverse("queue"), "start home mine")
        yield Place("Take the next claim", "play", reverse("claim-take-next"), "work", does="send")
    yield Place("Inbox", "bell", reverse("inbox"), "mentions notices watch")
    yield Place("Claims", "list-checks", reverse("claims"), "list")
    yield Place("Saved views", "bookmark", reverse("claims-views"), "filters claims")
    yield Place("Articles", "newspaper", reverse("articles"), "list")
    if policy.may_submit(user):
        yield Place("Submit an article", "file-plus", reverse("article-submit"), "new add text paste upload")
        yield Place("Register of fixes and waivers", "notebook-text", reverse("register"))
    if policy.may_submit(user) or can_administer(user):
        yield Place("Erasures", "eraser", reverse("erasures"), "delete remove words")
    if can_administer(user):
        yield Place("People", "users", reverse("people"), "settings users")
        yield Place("Invite somebody", "user-plus", reverse("person-invite"), "person people new add")
        yield Place("Desks", "layers", reverse("desks"), "settings")
        yield Place("Rules for second checks", "users-round", reverse("rules"), "settings")
    if can_review(user):
        for desk in policy.desks_of(user):
            yield from _places_of_desk(user, desk)
    yield Place("Profile", "user", reverse("profile"), "settings language time zone shortcuts sessions me")
    yield Place("Change my password", "key-round", reverse("password-change"), "settings")
    yield Place("API tokens", "key", reverse("token-list"), "settings program")
    yield Place("Light or dark", "sun-moon", also="theme colours night", does="theme")
    yield Place("Keys of the desk", "keyboard", also="shortcuts help", does="keys")
    yield Place("Sign out", "log-out", reverse("sign-out"), "leave log", does="send")


def _places_of_desk(user, desk) -> Iterator[Place]:
    def address(name):
        return reverse(f"desk-{name}", args=[desk.slug])

    yield Place(f"Figures of {desk.name}", "chart-column", address("figures"), "charts load")
    if policy.reads_figures_of_people(user):
        yield Place(f"Agreement on {desk.name}", "users", address("agreement"), "kappa alpha second")
        yield Place(
            f"Threshold of {desk.name}", "sliders-horizontal", address("threshold"), "settings suggestions"
        )
