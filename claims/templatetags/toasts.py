"""Where a toast leads: `claims.views.toasts` says so in the tags of a message."""

from django import template
from django.urls import reverse

register = template.Library()


@register.filter
def way_back(message):
    """{"undo": address, "version"} or {"see": address} of a claim, or nothing."""
    match (message.extra_tags or "").split():
        case ["undo", claim, version]:
            return {"undo": reverse("claim-undo", args=[claim]), "version": version}
        case ["see", claim]:
            return {"see": reverse("claim", args=[claim])}
    return {}
