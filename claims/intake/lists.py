"""Lists that have lost their bullets: found by the line that introduces them."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from claims.intake import furniture
from claims.intake.statements import END_MARK
from claims.intake.units import Unit, has_blank_lines
from claims.text.spans import Role

LONGEST_LIST = 100  # items that one line introduces
LONGEST_ITEM = 500  # code points
OPEN = frozenset({None, Role.CAPTION})
FEW = 3  # lines that look alike by no chance
NAMED = re.compile(r"([A-Z][\w (),’'-]{2,50}): [A-Z\d]")
LONGEST_POINT = 200  # code points, where blank lines part the points
LONGEST_BOX = 8  # points; a whole article of short paragraphs under "In brief" is no box


def find(found: Sequence[Unit], own: list[Role | None]) -> None:
    """Give the role to the lines under "Key takeaways", and to those under a line that ends in a colon."""
    last = max((n for n, role in enumerate(own) if role is None), default=0)
    for place, unit in enumerate(found):
        if own[place] == Role.FURNITURE and furniture.is_over_points(unit.words):
            items = _box(found, own, place, last)
        elif own[place] is None and unit.words.endswith(":") and " " in unit.words:
            items = _under(found, own, place)
        else:
            continue
        if len(items) > 1:
            own[items[0] : items[-1] + 1] = [Role.LIST_ITEM] * len(items)
    if has_blank_lines(found):
        for place in list(_named(found, own)):
            own[place] = Role.LIST_ITEM


def _named(found: Sequence[Unit], own: list[Role | None]) -> Iterator[int]:
    """Lines without a blank one between that each begin with another name: "Location: a neutral place"."""
    run: dict[str, int] = {}
    for place, unit in enumerate(found):
        name = NAMED.match(unit.words) if own[place] in OPEN else None
        if name and name[1] not in run and (not run or found[place - 1].run == unit.run):
            run[name[1]] = place
        else:
            yield from run.values() if len(run) > FEW - 1 else ()
            run = {name[1]: place} if name else {}
    yield from run.values() if len(run) > FEW - 1 else ()


def _box(found: Sequence[Unit], own: Sequence[Role | None], place: int, last: int) -> list[int]:
    """Points of one kind, with full stops or without; the article must follow, to its `last` open unit."""
    items = _open(found, own, place)
    if not items:
        return []
    glued = _glued(found, items, place)
    closed = _is_closed(found[items[0]])
    alike = glued or list(
        takewhile(lambda n: _is_closed(found[n]) == closed and len(found[n].words) <= LONGEST_POINT, items)
    )
    return alike if alike and alike[-1] < last and len(alike) <= LONGEST_BOX else []


def _under(found: Sequence[Unit], own: Sequence[Role | None], place: int) -> list[int]:
    """Lines without a blank one between, or at least without a full stop."""
    items = _open(found, own, place)
    return _glued(found, items, place) or list(takewhile(lambda n: not _is_closed(found[n]), items))


def _open(found: Sequence[Unit], own: Sequence[Role | None], place: int) -> list[int]:
    """The short units without a role that follow."""
    rest = range(place + 1, min(len(found), place + 1 + LONGEST_LIST))
    return list(takewhile(lambda n: own[n] in OPEN and len(found[n].words) <= LONGEST_ITEM, rest))


def _glued(found: Sequence[Unit], items: Sequence[int], place: int) -> list[int]:
    """The first of `items`, up to a blank line."""
    glued = list(takewhile(lambda n: found[n].run == found[items[0]].run, items)) if items else []
    apart = has_blank_lines(found) or (bool(glued) and found[glued[0]].run != found[place].run)
    return glued if len(glued) > 1 and apart else []


def _is_closed(unit: Unit) -> bool:
    return END_MARK.search(unit.words.rstrip("?")) is not None
