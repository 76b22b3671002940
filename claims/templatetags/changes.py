"""Draws what changed between two versions; more than colour tells what came and what went."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from claims import spoken
from claims.anchoring import Change

register = template.Library()

LOOKS = {  # icon and tone
    Change.SAME: ("equal", "grey"),
    Change.MOVED: ("arrow-up-down", "grey"),
    Change.WORDING_CHANGED: ("pencil", "amber"),
    Change.FACT_CHANGED: ("triangle-alert", "red"),
    Change.GONE: ("trash-2", "red"),
    Change.FIX_APPLIED: ("badge-check", "green"),
}
WORDS = {
    Change.SAME: _("same"),
    Change.MOVED: _("moved"),
    Change.WORDING_CHANGED: _("wording changed"),
    Change.FACT_CHANGED: _("fact changed"),
    Change.GONE: _("gone"),
    Change.FIX_APPLIED: _("fix applied"),
}
ELEMENTS = {"insert": "<ins>{}</ins>{}", "delete": "<del>{}</del>{}"}


@register.filter
def change_icon(change):
    return LOOKS[change][0]


@register.filter
def change_tone(change):
    return LOOKS[change][1]


@register.filter
def change_word(change):
    """ "fact changed" for a Change."""
    return WORDS[change]


@register.filter
def so_many(count, change):
    """ "2 fact changed": how many claims a version did this to."""
    return spoken.COUNTED[change].format(n=count)


@register.filter
def by_words(pieces):
    """A diff as text with what came underlined and what went struck through."""
    return format_html_join("", "{}", ((drawn(piece),) for piece in pieces))


@register.filter
def drawn(piece):
    """One piece; the space behind its words is no part of what came or went."""
    words = piece.text.rstrip()
    space = piece.text[len(words) :]
    if piece.op == "equal":
        return piece.text
    if not words:
        return space if piece.op == "insert" else ""
    return format_html(ELEMENTS[piece.op], words, space)


@register.filter
def words_before(pieces):
    """The old words of a diff, with what went struck through."""
    return by_words([piece for piece in pieces if piece.op != "insert"])


@register.filter
def words_after(pieces):
    """The new words of a diff, with what came underlined."""
    return by_words([piece for piece in pieces if piece.op != "delete"])
