"""Pages of long lists by keyset: a page costs the same at the first row and at the millionth."""

import base64
import binascii
import json
from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Q

PAGE = 50
LONGEST_PAGE = 200
COUNT_CAP = 1000


class Page(NamedTuple):
    """`next` and `previous` are cursors for an address, or None at the ends of the list."""

    rows: list[Any]
    next: str | None
    previous: str | None


def page_of(queryset, order, *, cursor="", limit=PAGE):
    """The rows of `queryset` in `order` (field names, "-" for falling; the last one unique) after `cursor`.

    Raises ValidationError at `cursor` for one that was not made here.
    """
    backwards, keys = _read(cursor, len(order)) if cursor else (False, None)
    reading = [_turned(name) for name in order] if backwards else list(order)
    if keys is not None:
        queryset = queryset.filter(_beyond(reading, keys))
    try:
        rows = list(queryset.order_by(*reading)[: limit + 1])
    except (ValueError, TypeError, ValidationError) as error:
        raise _bad_cursor() from error
    more, rows = len(rows) > limit, rows[:limit]
    if backwards:
        rows.reverse()
    ahead, behind = (keys is not None, more) if backwards else (more, keys is not None)
    return Page(
        rows,
        _written(order, rows[-1], backwards=False) if rows and ahead else None,
        _written(order, rows[0], backwards=True) if rows and behind else None,
    )


def capped_count(queryset, cap=COUNT_CAP):
    """The number of rows in words: "12", or "1,000+" beyond the cap, so that no count holds up a page."""
    count = queryset.order_by()[: cap + 1].count()
    return f"{cap:,}+" if count > cap else f"{count:,}"


def _turned(name):
    return name[1:] if name.startswith("-") else f"-{name}"


def _beyond(reading, keys):
    """Rows after `keys`. The first comparison alone bounds the index scan; the rest sorts out the ties."""
    condition = Q()
    for name, key in reversed(list(zip(reading, keys, strict=True))):
        field, ahead = (name[1:], "lt") if name.startswith("-") else (name, "gt")
        beyond = Q(**{f"{field}__{ahead}": key})
        condition = Q(**{f"{field}__{ahead}e": key}) & (beyond | condition) if condition else beyond
    return condition


def _written(order, row, *, backwards):
    keys = [getattr(row, name.removeprefix("-")) for name in order]
    keys = [key.isoformat() if isinstance(key, datetime) else key for key in keys]
    return base64.urlsafe_b64encode(json.dumps([backwards, *keys]).encode()).decode().rstrip("=")


def _read(cursor, length):
    try:
        backwards, *keys = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, TypeError) as error:
        raise _bad_cursor() from error
    plain = all(isinstance(key, int | float | str) and not isinstance(key, bool) for key in keys)
    if not isinstance(backwards, bool) or len(keys) != length or not plain:
        raise _bad_cursor()
    return backwards, keys


def _bad_cursor():
    return ValidationError({"cursor": "This page of the list does not exist. Start at its beginning."})
