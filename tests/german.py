"""A German in which all that is translated stands in «quotes», whatever the catalog says."""

from contextlib import contextmanager
from unittest import mock

from django.utils import translation
from django.utils.translation import _trans, get_language


def _said(words):
    return f"«{words}»" if get_language() == "de" else words


@contextmanager
def quoting():
    """While it runs, German is quoted English."""
    plain = {"gettext": _said, "pgettext": lambda _context, words: _said(words)}
    counted = {
        "ngettext": lambda one, many, number: _said(one if number == 1 else many),
        "npgettext": lambda _context, one, many, number: _said(one if number == 1 else many),
    }
    with mock.patch.multiple(_trans, create=True, **plain, **counted):
        yield


@contextmanager
def reading():
    """While it runs, the reader is German, and German is quoted English."""
    with quoting(), translation.override("de"):
        yield
