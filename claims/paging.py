"""Pages of a long list by keyset: any page costs what the first one costs, and nothing is counted.

A cursor names a place between two rows, so rows that come or go meanwhile shift nothing.
"""

from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db.models import IntegerField, Q, Subquery
from django.utils.formats import number_format
from django.utils.translation import gettext as _

PAGE, LONGEST_PAGE = 50, 200  # rows: unasked, and at most
COUNT_CAP = 1000


class Page(NamedTuple):
    """The rows, and the cursors of the pages after and before them (None: there is none)."""

    rows: list
    next: str | None
    previous: str | None


def page_of(queryset, order, *, cursor="", limit=PAGE):
    """One page of `queryset`, sorted by the one or two fields of `order`, the last of them unique.

    `order` is as in `order_by`, e.g. ("-priority", "id"). The rows are instances or dicts, which must
    then hold these fields. Raises ValidationError at `cursor` for one that is not of this list.
    """
    how, place = _read(cursor, order) if cursor else ("after", None)
    back = how in ("before", "until")
    wanted = [_turned(name) for name in order] if back else order
    if place is not None:
        queryset = queryset.filter(_beyond(wanted, place, including=how in ("from", "until")))
    rows = list(queryset.order_by(*wanted)[: limit + 1])
    more, rows = len(rows) > limit, rows[:limit]
    if back:
        rows.reverse()
    if not rows:  # all that was there went meanwhile: the way back includes the row we came from
        turned = _write("from" if back else "until", place, order) if place is not None else None
        return Page([], turned if back else None, None if back else turned)
    first, last = _place(rows[0], order), _place(rows[-1], order)
    return Page(
        rows,
        _write("after", last, order) if (back or more) else None,
        _write("before", first, order) if (more if back else place is not None) else None,
    )


class Around(NamedTuple):
    """The rows before and after one (None: there is none), and its number in words as `capped_count` says it.

    `number` is "" for a row that is not in the list any more: its place is where it would stand.
    """

    previous: Any
    next: Any
    number: str


def around(queryset, order, row):
    """Where `row`, an instance with the fields of `order`, stands in `queryset`."""
    place = _place(row, order)
    turned = [_turned(name) for name in order]
    before = queryset.filter(_beyond(turned, place, including=False)).order_by(*turned)
    after = queryset.filter(_beyond(order, place, including=False)).order_by(*order)
    number = _capped(before, COUNT_CAP, plus=1) if queryset.filter(pk=row.pk).exists() else ""
    return Around(before.first(), after.first(), number)


def cursor_from(row, order):
    """The cursor of the page that begins with `row`."""
    return _write("from", _place(row, order), order)


def capped_count(queryset, cap=COUNT_CAP):
    """The number of rows in words: "12", or "1,000+" beyond the cap, so that no count holds up a page."""
    return _capped(queryset, cap)


def _capped(queryset, cap, plus=0):
    return _in_words(queryset.order_by()[: cap + 1].count() + plus, cap)


def _in_words(count, cap):
    told = number_format(min(count, cap), force_grouping=True)
    return f"{told}+" if count > cap else told


class _Count(Subquery):
    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()
    empty_result_set_value = 0


def capped_counts(querysets, row, cap=COUNT_CAP):
    """`capped_count` of several querysets by their names, in one statement; `row` is any stored row."""
    counts = {
        name: _Count(queryset.order_by().values("pk")[: cap + 1]) for name, queryset in querysets.items()
    }
    found = row.__class__.objects.filter(pk=row.pk).values(**counts).get()
    return {name: _in_words(count, cap) for name, count in found.items()}


def limit_of(raw):
    """The number of rows asked for by the text `raw` ("" or None: 50); raises ValidationError at `limit`."""
    if raw in (None, ""):
        return PAGE
    if not (raw.isascii() and raw.isdecimal() and len(raw) < 9 and 1 <= int(raw) <= LONGEST_PAGE):
        raise ValidationError({"limit": _("A page has 1 to {most} rows.").format(most=LONGEST_PAGE)})
    return int(raw)


def _turned(name):
    return name[1:] if name.startswith("-") else f"-{name}"


def _beyond(order, place, *, including):
    """The rows behind `place`. The outer condition on the first field is what an index can use."""
    *keys, last = [
        (name.lstrip("-"), "lt" if name.startswith("-") else "gt", value)
        for name, value in zip(order, place, strict=True)
    ]
    name, compare, value = last
    beyond = Q(**{f"{name}__{compare}{'e' if including else ''}": value})
    for name, compare, value in keys:
        beyond = Q(**{f"{name}__{compare}e": value}) & (Q(**{f"{name}__{compare}": value}) | beyond)
    return beyond


def _place(row, order):
    names = [name.lstrip("-") for name in order]
    return [row[name] if isinstance(row, dict) else getattr(row, name) for name in names]


def _signer(order):
    # Signed, so that no value in it needs to be doubted; each list has a salt of its own.
    return Signer(salt=f"claims.paging {' '.join(order)}", sep="~")


def _write(how, place, order):
    plain = [{"at": value.isoformat()} if isinstance(value, datetime) else value for value in place]
    return _signer(order).sign_object([how, plain])


def _read(cursor, order):
    try:
        how, plain = _signer(order).unsign_object(cursor)
    except (BadSignature, ValueError) as error:
        message = _("This cursor is not of this list in this order. Begin with the first page.")
        raise ValidationError({"cursor": message}) from error
    place = [datetime.fromisoformat(value["at"]) if isinstance(value, dict) else value for value in plain]
    return how, place
