"""How a note is read: its words, with those whom it names."""

from django import template
from django.utils.html import format_html, format_html_join

from claims.text.mentions import mentions

register = template.Library()


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
