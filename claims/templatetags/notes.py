"""How notes and notices are read: their words, with those whom they name."""

from django import template
from django.utils.html import format_html, format_html_join

from claims.models import NoticeKind
from claims.text.mentions import mentions

register = template.Library()

ICONS = {
    NoticeKind.MENTIONED: "at-sign",
    NoticeKind.ANSWERED: "reply",
    NoticeKind.ASSIGNED: "user-check",
    NoticeKind.RETURNED: "undo-2",
    NoticeKind.DECIDED: "gavel",
    NoticeKind.FIX: "list-todo",
    NoticeKind.CHANGED: "newspaper",
}


@register.filter
def notice_icon(kind):
    return ICONS[kind]


@register.filter
def remark(note):
    """The words of a note, escaped; who is told of it stands out."""
    words, pieces, here = note.body, [], 0
    for mention in mentions(words, list(note.mentioned.all())):
        if mention.people:
            pieces.append((words[here : mention.start], words[mention.start : mention.end]))
            here = mention.end
    named = format_html_join("", '{}<span class="named">{}</span>', pieces)
    return format_html("{}{}", named, words[here:])
