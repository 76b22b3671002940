"""The formats of a report by name."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.core.exceptions import ValidationError

from claims.reports import csv, html, json
from claims.reports.rows import Report


class Format(NamedTuple):
    """`lines(report)` gives the file in pieces of text, to be written in UTF-8."""

    lines: Callable[[Report], Iterator[str]]
    content_type: str


FORMATS = {
    "csv": Format(csv.lines, "text/csv; charset=utf-8"),
    "json": Format(json.lines, "application/json"),
    "html": Format(html.lines, "text/html; charset=utf-8"),
}


def find_format(name: str) -> Format:
    """The format of this name; raises ValidationError at `format` for one that is not built (yet)."""
    if name not in FORMATS:
        raise ValidationError(
            {"format": f"{name[:40] or 'This format'} is not built yet: ask for {', '.join(FORMATS)}."}
        )
    return FORMATS[name]
