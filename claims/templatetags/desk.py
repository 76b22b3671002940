"""Formatting for pages: icons, and how a status looks. No queries, no rights."""

from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from lucide import IconDoesNotExist
from lucide.templatetags.lucide import lucide as render_lucide

from claims.workflow import ArticleStatus, Status

register = template.Library()

UNKNOWN_ICON = "tag"  # rating scales are data: a name that Lucide dropped must not break a page

LOOKS = {  # status: icon and tone; the style of its line is in the style sheet
    Status.SUGGESTED: ("circle-dashed", "grey"),
    Status.OPEN: ("circle", "amber"),
    Status.IN_CHECK: ("circle-dot", "blue"),
    Status.AWAITING_SECOND_CHECK: ("users", "teal"),
    Status.AWAITING_SIGN_OFF: ("signature", "violet"),
    Status.RESOLVED: ("check", "green"),
    Status.DISMISSED: ("x", "grey"),
    Status.CLOSED: ("archive", "grey"),
    ArticleStatus.RECEIVED: ("inbox", "grey"),
    ArticleStatus.EXTRACTING: ("loader", "blue"),
    ArticleStatus.EXTRACTION_FAILED: ("triangle-alert", "red"),
    ArticleStatus.CHECKING: ("circle-dot", "blue"),
    ArticleStatus.READY: ("signature", "violet"),
    ArticleStatus.SIGNED_OFF: ("badge-check", "green"),
}


@lru_cache(maxsize=256)
def _svg(name, size):
    try:
        return mark_safe(render_lucide(name, size=size, aria_hidden="true", focusable="false"))
    except IconDoesNotExist:
        return _svg(UNKNOWN_ICON, size)


@register.simple_tag
def icon(name, size=16):
    """An inline SVG without a name of its own: a word stands beside it."""
    return _svg(str(name), size)


@register.filter
def status_icon(status):
    return LOOKS[status][0]


@register.filter
def status_tone(status):
    return LOOKS[status][1]


@register.filter
def initials(user):
    """The first letters of first and last name, as a checker signs in the margin; empty for nobody."""
    words = str(user).split() if user else []
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.filter
def pressed(key):
    """A key to press, in the corner of a button."""
    return format_html("<kbd aria-hidden='true'>{}</kbd>", key)
