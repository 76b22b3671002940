"""What a page says of drafts: which form keeps its words where, and what stands in it when it is drawn."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from django import forms
from django.urls import reverse

from claims.actions import drafts
from claims.models import Claim


class Kept(NamedTuple):
    """The draft of one form; `at` is None and `values` empty while there is none.

    `back` is the page to come back to when it is discarded.
    """

    place: str
    back: str
    at: datetime | None = None
    values: Mapping[str, Any] = MappingProxyType({})

    @property
    def stamp(self):
        """By which a page and the desk compare what they know of a draft."""
        return drafts.stamp(self) if self.at else ""


class Drafts:
    """The drafts of one person on one claim or article, by the name of the form: `drafts["verdict"]`."""

    def __init__(self, subject, user, *, back=""):
        kind = "claim" if isinstance(subject, Claim) else "article"
        self.prefix, self.back = f"{kind}:{subject.pk}:", back or subject.get_absolute_url()
        self.found = drafts.of_subject(subject, by=user)

    def get(self, name):
        """For the filter `at`."""
        return self[name]

    def __getitem__(self, name):
        return _kept(self.prefix + name, self.back, self.found.get(name))


def of_submission(user):
    """The draft of a new article."""
    found = drafts.of_places([drafts.SUBMIT], by=user)
    return _kept(drafts.SUBMIT, reverse("article-submit"), found.get(drafts.SUBMIT))


def _kept(place, back, draft):
    return Kept(place, back, draft.at, draft.values) if draft else Kept(place, back)


def filled(form, kept):
    """`form`, not sent yet, with what was typed in it before, wherever that still fits."""
    if kept.at is None or form.is_bound:
        return form
    for name, field in form.fields.items():
        html_name = form.add_prefix(name)
        value = kept.values.get(html_name)
        if isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
            value = [] if value is None else value if isinstance(value, list) else [value]
        elif isinstance(field, forms.BooleanField):
            value = value is not None
        elif value is None or isinstance(field.widget, forms.HiddenInput):
            continue
        elif isinstance(value, list):
            value = value[-1]
        form.initial[name] = value
    return form
