"""The formats of a report by name."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _

from claims.reports import csv, html, json
from claims.reports.rows import Report


class Format(NamedTuple):
    """`lines(report)` gives the file in pieces of text, to be written in UTF-8."""

    lines: Callable[[Report], Iterator[str]]
    content_type: str
    for_people: bool = False

    def written(self, report: Report, language: str) -> Iterator[str]:
        """The file in pieces: in `language` where people read it, what machines read in English for all.

        A piece is made when it is asked for, which may be after the language of the request is gone.
        """
        pieces = self.lines(report)
        while True:
            with translation.override(language if self.for_people else settings.LANGUAGE_CODE):
                piece = next(pieces, None)
            if piece is None:
                return
            yield piece


FORMATS = {
    "csv": Format(csv.lines, "text/csv; charset=utf-8"),
    "json": Format(json.lines, "application/json"),
    "html": Format(html.lines, "text/html; charset=utf-8", for_people=True),
}


def find_format(name: str) -> Format:
    """The format of this name; raises ValidationError at `format` for one that is not built (yet)."""
    if name not in FORMATS:
        wrong = (
            _("{format} is not built yet: ask for {formats}.")
            if name
            else _("This format is not built yet: ask for {formats}.")
        )
        raise ValidationError({"format": wrong.format(format=name[:40], formats=", ".join(FORMATS))})
    return FORMATS[name]
