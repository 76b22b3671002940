"""What the frame around every page shows: where I am, what waits for me, which theme."""

from django.utils.functional import SimpleLazyObject

THEMES = {"light", "dark"}


def shell(request):
    """Context for base.html. The counts are read only when a whole page is drawn, not for fragments."""
    theme = request.COOKIES.get("theme")
    return {
        "theme": theme if theme in THEMES else "",
        "nav_folded": request.COOKIES.get("nav") == "icons",
        "nav_counts": SimpleLazyObject(dict),
    }
