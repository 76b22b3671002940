"""How lists of claims look to one person: density and columns, kept in a cookie as the theme is."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from claims.views.doors import lead_back

COOKIE, YEAR = "list", 365 * 24 * 3600
DENSITIES = {"comfortable": _("comfortable"), "compact": _("compact")}
COLUMNS = {
    "status": _("Status"),
    "article": _("Article"),
    "kind": _("Kind"),
    "who": _("Held by, or verdict"),
    "priority": _("Priority"),
    "age": _("Age"),
    "due": _("Due"),
}
USUAL = ("status", "article", "who", "priority", "due")  # the words of the claim want the room


class Look(NamedTuple):
    density: str
    columns: tuple[str, ...]

    def without(self, *columns):
        return self._replace(columns=tuple(name for name in self.columns if name not in columns))


def look_of(request):
    """What the person chose in this browser; words in the cookie that mean nothing are left out."""
    chosen = request.COOKIES.get(COOKIE)
    if chosen is None:
        return Look("comfortable", USUAL)
    density, *columns = chosen.split(".")
    return Look(
        density if density in DENSITIES else "comfortable",
        tuple(name for name in COLUMNS if name in columns),
    )


@require_POST
def claims_look(request):
    """Remember what was chosen and lead back to the list."""
    columns = [name for name in COLUMNS if name in request.POST.getlist("column")]
    density = "compact" if request.POST.get("density") == "compact" else "comfortable"
    response = lead_back(request, "claims")
    response.set_cookie(
        COOKIE, ".".join([density, *columns]), max_age=YEAR, samesite="Lax", secure=request.is_secure()
    )
    return response
