"""The roles of an article's blocks, by shape and place.

Units with a shape of their own come first; then what the neighbours make of the rest: lists, the head of the
article, its foot, words set in large type; last the body.
"""

from functools import lru_cache

from claims.intake import foot, furniture, head, lists, repeats, shapes
from claims.intake.statements import FINITE
from claims.intake.units import Unit, units
from claims.text.spans import Block, Role

LONGEST_HEADING = 16  # words
UNDER_HEADING = frozenset({None, Role.LIST_ITEM, Role.QUOTE, Role.PULL_QUOTE, Role.CAPTION, Role.BYLINE})
LONGEST_WITH_SHAPE = 800  # code points; anything longer is text, whatever it looks like


def recognise(text: str, *, headed: bool = False) -> list[Block]:
    """The blocks of `text` (normalised): they follow each other without gap and cover all of it.

    `headed`: a headline was typed apart, so the text itself need not begin with one.
    """
    found = units(text)
    if not found:
        return [Block(Role.FURNITURE, 0, len(text))] if text else []
    shown = [unit for unit in found if not furniture.is_source(unit.words)]
    known = dict(zip(shown, _roles(shown, headed), strict=True))
    roles = [known.get(unit, Role.FURNITURE) for unit in found]
    starts = [0, *(unit.start for unit in found[1:])]
    ends = [*starts[1:], len(text)]
    return [Block(role, start, end) for role, start, end in zip(roles, starts, ends, strict=True)]


def _roles(found: list[Unit], headed: bool) -> list[Role]:
    own = [_own_role(unit.words, unit.bulleted) for unit in found]
    own = [Role.QUOTE if unit.quoted and not role else role for unit, role in zip(found, own, strict=True)]
    foot.join_labels(found, own)
    head.find(found, own, headed)
    lists.find(found, own)
    foot.find(found, own)
    foot.mark_links(found, own)
    foot.join_bits(found, own)
    _pull_quotes(found, own)
    foot.mark_link_runs(found, own)
    return [role or _body_role(found, own, place) for place, role in enumerate(own)]


@lru_cache(maxsize=1_000)  # furniture repeats itself, hostile texts even more
def _own_role(words: str, bulleted: bool) -> Role | None:
    """The role that the words alone give, if any."""
    if len(words) > LONGEST_WITH_SHAPE:
        return Role.LIST_ITEM if bulleted else None
    if shapes.is_dateline(words):
        return Role.DATELINE
    if furniture.is_furniture(words):
        return Role.FURNITURE
    if shapes.is_byline(words):
        return Role.BYLINE
    if bulleted:
        return Role.LIST_ITEM
    if shapes.is_caption(words):
        return Role.CAPTION
    if shapes.is_quote(words):
        return Role.QUOTE
    return None


def _pull_quotes(found: list[Unit], own: list[Role | None]) -> None:
    """Words of the body once more, set apart; and somebody's words with a name under them."""
    texts = [unit.words for unit in found]
    short = [n for n, unit in enumerate(found) if own[n] == Role.QUOTE or (own[n] is None and _says(unit))]
    body = [n for n, role in enumerate(own) if role is None and foot.is_paragraph(found[n])]
    for n in repeats.repeated(texts, short, body):
        own[n] = Role.PULL_QUOTE
    for n, role in enumerate(own):
        under_quote = n > 0 and own[n - 1] in (Role.QUOTE, Role.PULL_QUOTE)
        if role == Role.QUOTE and shapes.is_signed(texts[n]):
            own[n] = Role.PULL_QUOTE
        elif under_quote and role in (None, Role.LIST_ITEM) and shapes.is_signature(texts[n]):
            own[n - 1 : n + 1] = [Role.PULL_QUOTE] * 2
        elif n and own[n - 1] == Role.PULL_QUOTE and role is None and shapes.is_name(texts[n]):
            own[n] = Role.PULL_QUOTE


def _says(unit: Unit) -> bool:
    """Short enough to be set in large type, and a statement, not a heading."""
    if head.is_body(unit):
        return False
    return not shapes.is_heading(unit.words) or FINITE.search(unit.words) is not None


def _body_role(found: list[Unit], own: list[Role | None], place: int) -> Role:
    """A short open line with text under it heads a section; everything else is a paragraph."""
    words = found[place].words
    if words.count(" ") >= LONGEST_HEADING or not shapes.is_heading(words):
        return Role.PARAGRAPH
    is_last = place + 1 == len(found)
    return Role.PARAGRAPH if is_last or own[place + 1] not in UNDER_HEADING else Role.SUBHEADING
