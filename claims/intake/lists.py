"""Lists that have lost their bullets: found by the line that introduces them."""

from collections.abc import Sequence
from itertools import takewhile

from claims.intake import furniture, shapes
from claims.intake.units import Unit
from claims.text.spans import Role

LONGEST_ITEM = 300  # code points
LONGEST_BOX = 8  # points; a whole article of short paragraphs under "In brief" is no box


def find(found: Sequence[Unit], own: list[Role | None]) -> None:
    """Give the role to the lines under "Key takeaways", and to those under a line that ends in a colon."""
    for place, unit in enumerate(found):
        if own[place] == Role.FURNITURE and furniture.is_over_points(unit.words):
            items = _box(found, own, place)
        elif own[place] is None and unit.words.endswith(":") and " " in unit.words:
            items = _under(found, own, place)
        else:
            continue
        if len(items) > 1:
            own[items[0] : items[-1] + 1] = [Role.LIST_ITEM] * len(items)


def _box(found: Sequence[Unit], own: Sequence[Role | None], place: int) -> list[int]:
    """Points of one kind, with full stops or without; an article must follow them."""
    items = _open(found, own, place)
    if not items:
        return []
    glued = _glued(found, items, place)
    alike = glued or list(takewhile(lambda n: _is_closed(found[n]) == _is_closed(found[items[0]]), items))
    goes_on = any(role is None for role in own[alike[-1] + 1 :])
    return alike if goes_on and len(alike) <= LONGEST_BOX else []


def _under(found: Sequence[Unit], own: Sequence[Role | None], place: int) -> list[int]:
    """Lines without a blank one between, or at least without a full stop."""
    items = _open(found, own, place)
    return _glued(found, items, place) or list(takewhile(lambda n: not _is_closed(found[n]), items))


def _open(found: Sequence[Unit], own: Sequence[Role | None], place: int) -> list[int]:
    """The short units without a role that follow."""
    rest = range(place + 1, len(found))
    return list(takewhile(lambda n: own[n] is None and len(found[n].words) <= LONGEST_ITEM, rest))


def _glued(found: Sequence[Unit], items: Sequence[int], place: int) -> list[int]:
    """The first of `items` if they stand together, apart from the line that introduces them."""
    glued = list(takewhile(lambda n: found[n].run == found[items[0]].run, items)) if items else []
    return glued if len(glued) > 1 and found[glued[0]].run != found[place].run else []


def _is_closed(unit: Unit) -> bool:
    return shapes.END_MARK.search(unit.words.rstrip("?")) is not None
