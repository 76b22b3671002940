"""What the frame around every page shows: where I am, what waits for me, which theme."""

from django.utils.functional import SimpleLazyObject

from accounts.policy import can_administer, can_review
from claims import policy
from claims.paging import capped_counts
from claims.workflow import FINAL, UNFINISHED, ArticleStatus

THEMES = {"light", "dark"}
UNDER_WAY = set(ArticleStatus) - FINAL
NAV_CAP = 99
HERE = {  # the first part of a URL's name: the entry of the navigation it belongs to
    "queue": "queue",
    "inbox": "inbox",
    "claim": "claims",
    "claims": "claims",
    "article": "articles",
    "articles": "articles",
    "desk": "articles",
    "revision": "articles",
    "revisions": "articles",
    "register": "register",
    "find": "find",
    "profile": "profile",
    "token": "profile",
    "password": "profile",
    "people": "people",
    "person": "people",
    "desks": "people",
    "rules": "rules",
    "rule": "rules",
    "erasures": "erasures",
    "erasure": "erasures",
}


def shell(request):
    """Context for base.html. The counts are read only when a whole page is drawn, not for fragments."""
    theme = request.COOKIES.get("theme")
    user = getattr(request, "user", None)
    frame = {
        "theme": theme if theme in THEMES else "",
        "nav_folded": request.COOKIES.get("nav") == "icons",
        "nav_here": _here(request),
    }
    if user is None or not user.is_authenticated:
        return frame
    return frame | {
        "nav_counts": SimpleLazyObject(lambda: _counts(user)),
        "nav_may_review": can_review(user),
        "nav_may_submit": policy.may_submit(user),
        "nav_may_administer": can_administer(user),
    }


def _here(request):
    match = request.resolver_match
    name = (match.url_name or "") if match else ""
    return name if name == "article-submit" else HERE.get(name.partition("-")[0], "")


def _counts(user):
    claims = policy.visible_claims(user)
    counted = {
        "claims": claims.filter(status__in=UNFINISHED),
        "inbox": policy.notices_for(user).filter(read_at=None),
        "articles": policy.visible_articles(user).filter(status__in=UNDER_WAY),
    }
    if can_review(user):
        counted["queue"] = claims.held_by(user)
    return capped_counts(counted, user, NAV_CAP)
