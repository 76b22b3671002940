"""Numbers that stand together: "4 to 6 percent", "12 of the 40 seats", "40 per 100,000", the score "3-1"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

TO = re.compile(
    r" (?P<word>to|and|or) | (?P<per>per|(?:in|(?:out )?of) every) "
    r"| (?P<of>of) (?:(?:the|its|their|our) )?|(?P<dash> ?[-–—] ?)"
)
TORN_OFF = re.compile(r"\d ?[-–]$")


class Found(NamedTuple):
    """A quantity before its neighbours are known. `bare`: it counts only together with another."""

    start: int
    end: int
    value: Decimal | None
    unit: str
    approximate: bool
    scale: int = 1
    bare: bool = False
    is_ordinal: bool = False
    is_money: bool = False


def joined(text: str, found: list[Found]) -> Iterator[Found]:
    """The quantities `found` in `text`, in order, each with what its neighbours say of its unit and scale.

    Left out is what counts only together with another and stands alone, and the numbers of a score.
    """
    skip = ends_range = -1
    for n, one in enumerate(found):
        if n == skip:
            continue
        if n != ends_range and TORN_OFF.search(text, max(0, one.start - 3), one.start):
            continue  # the second number of a name, "Z-747-400 planes"
        link = TO.match(text, one.end)
        after = found[n + 1] if n + 1 < len(found) else None
        kept: Found | None = one
        if link is None or after is None or link.end() != after.start:
            if link and link["dash"] and text[link.end() : link.end() + 1].isdigit() and one.unit != "%":
                continue  # the end of the range could not be read: "$5-7x"
        elif link["per"]:
            skip = n + 1
            unit = f"{one.unit} {link['per']} {text[after.start : after.end]}".strip()
            kept = one._replace(end=after.end, unit=unit, bare=False)
        elif link["of"]:
            kept = _of_all(one, after)
        elif link["dash"] and not _rises(one, after):
            skip = n + 1
            continue
        elif _is_range(text, one, link, after):
            ends_range = n + 1
            kept, found[n + 1] = _ends_of_range(one, after)
        if kept is not None and not kept.bare:
            yield kept


def _of_all(one: Found, after: Found) -> Found:
    """ "12 of the 40 seats" are seats; "one of two" stays uncounted."""
    if one.unit or one.is_ordinal or not after.unit or (one.bare and one.value == 1):
        return one
    return one._replace(unit=after.unit, bare=False)


def _rises(one: Found, after: Found) -> bool:
    """ "5-7 percent", "$2–3 million": no score."""
    if one.value is None or after.value is None or not (after.unit or one.is_money):
        return False
    return one.value < after.value


def _is_range(text: str, one: Found, link: re.Match[str], after: Found) -> bool:
    if one.value is None or after.value is None or (one.unit and after.unit not in {one.unit, ""}):
        return False
    return link["word"] != "and" or text[max(0, one.start - 8) : one.start].lower() == "between "


def _ends_of_range(one: Found, after: Found) -> tuple[Found | None, Found]:
    """Both with the unit of either; the first with the scale of the second, None where that is unclear."""
    unit, bare = one.unit or after.unit, one.bare and after.bare
    scaled = _scaled(one, after)
    first = None if scaled is None else one._replace(value=scaled, unit=unit, bare=bare)
    return first, after._replace(unit=unit)


def _scaled(one: Found, after: Found) -> Decimal | None:
    """The first number of a range: five million in "five to seven million"; None where it is unclear."""
    if one.value is None or after.value is None or after.scale == 1 or one.scale > 1 or one.value >= 1000:
        return one.value
    return one.value * after.scale if one.value <= after.value / after.scale else None
