"""Sentences that the desk stored in English, on a page in any language."""

from django import template

from claims import spoken

register = template.Library()
register.filter("search_said", spoken.search)
