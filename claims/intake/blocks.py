"""The roles of an article's blocks, by shape and place.

Three passes: units with a shape of their own; then what the neighbours make of the rest at the head of the
article (headline, standfirst); then the body (subheadings, link lists).
"""

from functools import lru_cache

from claims.intake import furniture, repeats, shapes
from claims.intake.units import Unit, units
from claims.text.spans import Block, Role

LONGEST_WITH_SHAPE = 800  # code points; anything longer is text, whatever it looks like
PARAGRAPH_WORDS = 12
FEW = 3  # headings that may follow each other, paragraphs that make an article
BODY_WORDS = 40  # a paragraph of this length is the body of the article, not its head


def recognise(text: str, *, headed: bool = False) -> list[Block]:
    """The blocks of `text` (normalised): they follow each other without gap and cover all of it.

    `headed`: a headline was typed apart, so the text itself need not begin with one.
    """
    found = units(text)
    if not found:
        return [Block(Role.FURNITURE, 0, len(text))] if text else []
    roles = _roles(found, headed)
    starts = [0, *(unit.start for unit in found[1:])]
    ends = [*starts[1:], len(text)]
    return [Block(role, start, end) for role, start, end in zip(roles, starts, ends, strict=True)]


def _roles(found: list[Unit], headed: bool) -> list[Role]:
    own = [_own_role(unit.words, unit.bulleted) for unit in found]
    _join_labels(found, own)
    _head(found, own, headed)
    _foot(found, own)
    _links(found, own)
    _pull_quotes(found, own)
    _link_runs(found, own)
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
    if bulleted:
        return Role.LIST_ITEM
    if shapes.is_byline(words):
        return Role.BYLINE
    if shapes.is_caption(words):
        return Role.CAPTION
    if shapes.is_quote(words):
        return Role.QUOTE
    return None


def _join_labels(found: list[Unit], own: list[Role | None]) -> None:
    """Short lines under each other, like the box of a section or an author, are furniture together."""
    start = 0
    while start < len(found):
        end = start + 1
        while end < len(found) and found[end].run == found[start].run:
            end += 1
        run = found[start:end]
        if 2 <= len(run) <= 6 and all(
            own[n] in (None, Role.FURNITURE) and shapes.is_label(found[n].words) for n in range(start, end)
        ):
            own[start:end] = [Role.FURNITURE] * len(run)
        start = end


def _head(found: list[Unit], own: list[Role | None], headed: bool) -> None:
    """Headline and standfirst: what stands before the body."""
    body = next((n for n, unit in enumerate(found) if own[n] is None and _is_body(unit)), len(found))
    headline = None
    if not headed:
        headline = next((n for n in range(min(body, 12)) if own[n] is None), None)
        if headline is None or not _may_be_headline(found[headline].words) or len(found) == 1:
            return
        own[headline] = Role.HEADLINE
    after = 0 if headline is None else headline + 1
    standfirst = next((n for n in range(after, len(found)) if own[n] is None), None)
    if standfirst is not None and _is_standfirst(found, own, standfirst, after):
        own[standfirst] = Role.STANDFIRST
        body = next(
            (n for n in range(standfirst + 1, len(found)) if own[n] is None and _is_body(found[n])),
            len(found),
        )
    for n in range(after, body):
        # A line glued under a date or a prompt, before the body, is a link to another story.
        glued = (
            n > 0
            and found[n - 1].run == found[n].run
            and own[n - 1] in (Role.DATELINE, Role.FURNITURE, Role.BYLINE)
        )
        if own[n] is None and glued and shapes.is_heading(found[n].words):
            own[n] = Role.FURNITURE


def _is_body(unit: Unit) -> bool:
    return unit.words.count(" ") >= BODY_WORDS


def _may_be_headline(words: str) -> bool:
    return (
        len(words) <= 250
        and words.count(" ") <= 35
        and (shapes.is_heading(words) or (words.count(". ") == 0 and words[-1] not in ".:;,"))
    )


def _is_standfirst(found: list[Unit], own: list[Role | None], place: int, after: int) -> bool:
    """The paragraph under the headline, if it has no full stop or something parts it from the body."""
    words = found[place].words
    if place > after + 2 or not 5 <= words.count(" ") <= 70 or place + 1 >= len(found):
        return False
    if not shapes.END_MARK.search(words):
        return words[-1] not in ":;," and (
            own[place + 1] in (Role.BYLINE, Role.DATELINE) or not shapes.is_label(words)
        )
    return own[place + 1] in (Role.BYLINE, Role.DATELINE, Role.CAPTION, Role.FURNITURE)


def _pull_quotes(found: list[Unit], own: list[Role | None]) -> None:
    """Words of the body once more, set apart; and somebody's words with a name under them."""
    texts = [unit.words for unit in found]
    short = [
        n for n, role in enumerate(own) if role == Role.QUOTE or (role is None and not _is_body(found[n]))
    ]
    body = [n for n, role in enumerate(own) if role is None and _is_paragraph(found[n])]
    for n in repeats.repeated(texts, short, body):
        own[n] = Role.PULL_QUOTE
    for n, role in enumerate(own):
        under_quote = n > 0 and own[n - 1] in (Role.QUOTE, Role.PULL_QUOTE)
        if role == Role.QUOTE and shapes.is_signed(texts[n]):
            own[n] = Role.PULL_QUOTE
        elif under_quote and role in (None, Role.LIST_ITEM) and shapes.is_signature(texts[n]):
            own[n - 1 : n + 1] = [Role.PULL_QUOTE] * 2


def _foot(found: list[Unit], own: list[Role | None]) -> None:
    """What stands under the last paragraph: the author's note, and lines that are no sentences."""
    last = max(
        (n for n, unit in enumerate(found) if own[n] is None and _is_paragraph(unit)), default=len(found)
    )
    for n in range(last + 1, len(found)):
        if own[n] is None and shapes.is_author_note(found[n].words):
            own[n] = Role.BYLINE
    rest = [n for n in range(last + 1, len(found)) if own[n] is None]
    if len(rest) > 1 and all(shapes.is_heading(found[n].words) for n in rest) and not _are_data(found, rest):
        _mark(own, rest)


def _is_paragraph(unit: Unit) -> bool:
    """At least one full sentence of the article."""
    is_long = unit.words.count(" ") >= PARAGRAPH_WORDS
    return is_long and bool(shapes.END_MARK.search(unit.words)) and not shapes.is_author_note(unit.words)


def _link_runs(found: list[Unit], own: list[Role | None]) -> None:
    """Many headings under each other are links to other stories; the last may head what follows."""
    if sum(own[n] is None and _is_paragraph(unit) for n, unit in enumerate(found)) < FEW:
        return  # an article of nothing but short lines
    run: list[int] = []
    for n, unit in enumerate(found):
        if own[n] is None and shapes.is_heading(unit.words):
            run.append(n)
        elif own[n] != Role.FURNITURE:
            _mark(own, run[:-1] if _are_links(found, run) else [])
            run = []
    _mark(own, run if _are_links(found, run) else [])


def _are_links(found: list[Unit], run: list[int]) -> bool:
    """More headings than follow each other in an article."""
    return len(run) > FEW and not _are_data(found, run)


def _are_data(found: list[Unit], run: list[int]) -> bool:
    """Half of the lines look like "Sweden: 3 points" or "1 lemon"."""
    return 2 * sum(":" in found[n].words or found[n].words[0].isdigit() for n in run) >= len(run)


def _mark(own: list[Role | None], places: list[int]) -> None:
    for n in places:
        own[n] = Role.FURNITURE


def _links(found: list[Unit], own: list[Role | None]) -> None:
    """After "Related articles" lines without an end mark are links, until the text goes on."""
    linking = False
    for n, unit in enumerate(found):
        if own[n] == Role.FURNITURE:
            linking = linking or furniture.is_over_links(unit.words)
        elif (
            own[n] in (None, Role.LIST_ITEM, Role.CAPTION)
            and linking
            and not shapes.END_MARK.search(unit.words.rstrip("?"))
        ):
            own[n] = Role.FURNITURE
        elif own[n] is not Role.DATELINE:
            linking = False


def _body_role(found: list[Unit], own: list[Role | None], place: int) -> Role:
    """A short open line with text under it heads a section; everything else is a paragraph."""
    words = found[place].words
    follows = place + 1 < len(found) and own[place + 1] in (None, Role.LIST_ITEM, Role.QUOTE, Role.CAPTION)
    return (
        Role.SUBHEADING if follows and words.count(" ") < 16 and shapes.is_heading(words) else Role.PARAGRAPH
    )
