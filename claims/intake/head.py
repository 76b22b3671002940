"""Headline and standfirst: what stands before the body."""

from collections.abc import Sequence
from itertools import takewhile

from claims.intake import furniture, shapes
from claims.intake.statements import END_MARK, FINITE
from claims.intake.units import Unit, has_blank_lines
from claims.text.spans import Role

BODY_WORDS = 40  # a paragraph of this length is the body of the article, not its head
LONGEST_HEAD = 12  # units among which the headline is looked for
POINTS = 3
SECTION_WORDS = 2  # a label of so few words, above a longer line, names the section


def find(found: Sequence[Unit], own: list[Role | None], headed: bool) -> None:
    """Give headline and standfirst their roles, and furniture to what is mixed with them.

    `headed`: a headline was typed apart.
    """
    body = _next_body(found, own, 0)
    after = 0
    if not headed:
        headline = _headline(found, own, body)
        if headline is None or not _may_be_headline(found[headline].words) or len(found) == 1:
            return
        own[headline] = Role.HEADLINE
        for n in range(headline):
            if shapes.is_heading(found[n].words) or not FINITE.search(found[n].words):
                own[n] = own[n] or Role.FURNITURE
        after = headline + 1
        for n in range(after, body):
            if own[n] is None and found[n].words == found[headline].words:
                own[n] = Role.HEADLINE
    _authors(found, own, after, body)
    standfirst = next((n for n in range(after, len(found)) if own[n] is None), None)
    if standfirst is not None and _is_standfirst(found, own, standfirst, after):
        own[standfirst] = Role.STANDFIRST
        points = _points(found, own, standfirst)
        own[standfirst : standfirst + len(points)] = [Role.LIST_ITEM] * len(points)
        body = _next_body(found, own, standfirst + 1)
    for n in range(max(after, 1), body):
        # A line glued under a date or a prompt, before the body, is a link to another story.
        under = own[n - 1] in (Role.DATELINE, Role.FURNITURE, Role.BYLINE)
        if own[n] is None and under and _is_glued(found, n) and shapes.is_heading(found[n].words):
            own[n] = Role.FURNITURE


def _authors(found: Sequence[Unit], own: list[Role | None], start: int, body: int) -> None:
    """A name alone, after "By" or beside a date or a byline."""
    beside = (Role.DATELINE, Role.BYLINE)
    places = range(start, min(body, start + LONGEST_HEAD))
    for n in (*places, *reversed(places)):
        if own[n] is None and found[n].words.casefold() in ("by", "by:"):
            own[n] = Role.BYLINE
        elif own[n] is None and shapes.is_name(found[n].words):
            below = own[n + 1] if n + 1 < len(found) else None
            if own[n - 1] in beside or below in beside:
                own[n] = Role.BYLINE


def is_body(unit: Unit) -> bool:
    """Whether a unit is too long for the head."""
    return unit.words.count(" ") >= BODY_WORDS


def _next_body(found: Sequence[Unit], own: Sequence[Role | None], start: int) -> int:
    return next((n for n in range(start, len(found)) if own[n] is None and is_body(found[n])), len(found))


def _headline(found: Sequence[Unit], own: Sequence[Role | None], body: int) -> int | None:
    """The first open line, unless it only names the section and the headline follows."""
    lines = [n for n in range(min(body, LONGEST_HEAD)) if own[n] is None or _is_open(found[n], own[n])]
    if not lines or not shapes.is_label(first := found[lines[0]].words):
        return next(iter(lines), None)
    for n in lines[1:]:
        words = found[n].words
        if shapes.TURN.match(words):
            break  # the text has begun
        if not shapes.is_heading(words) or _count(words) <= SECTION_WORDS:
            continue
        if _count(first) <= SECTION_WORDS or first.isupper() > words.isupper():
            return n
    return lines[0]


def _is_open(unit: Unit, role: Role | None) -> bool:
    """What looks like a quotation or caption may be a headline: “We lost the reef”, "Divers mapping it"."""
    is_like = role in (Role.QUOTE, Role.CAPTION) and not unit.quoted
    return is_like and shapes.is_heading(unit.words) and not shapes.has_credit(unit.words)


def _count(words: str) -> int:
    return sum(any(map(str.isalpha, word)) for word in words.split())


def _may_be_headline(words: str) -> bool:
    return (
        len(words) <= 250
        and words.count(" ") <= 35
        and (shapes.is_heading(words) or (words.count(". ") == 0 and words[-1] not in ".:;,?"))
    )


def _is_standfirst(found: Sequence[Unit], own: Sequence[Role | None], place: int, after: int) -> bool:
    """The paragraph under the headline, if it has no full stop or something parts it from the body."""
    words = found[place].words
    if furniture.is_over_points(found[place - 1].words):
        return False  # the first point of a box
    if place > after + 2 or not 5 <= words.count(" ") <= 70 or place + 1 >= len(found):
        return False
    if not END_MARK.search(words):
        return words[-1] not in ":;," and (
            own[place + 1] in (Role.BYLINE, Role.DATELINE) or not shapes.is_label(words)
        )
    return own[place + 1] in (Role.BYLINE, Role.DATELINE, Role.CAPTION, Role.FURNITURE)


def _points(found: Sequence[Unit], own: Sequence[Role | None], start: int) -> list[int]:
    """Three and more open lines between headline and byline sum the article up."""
    lines = list(
        takewhile(
            lambda n: n == start or (own[n] is None and _is_point(found[n].words)),
            range(start, min(len(found), start + LONGEST_HEAD)),
        )
    )
    below = own[lines[-1] + 1] if lines[-1] + 1 < len(found) else None
    is_summed_up = len(lines) >= POINTS and not END_MARK.search(found[start].words)
    return lines if is_summed_up and below in (Role.BYLINE, Role.DATELINE) else []


def _is_point(words: str) -> bool:
    return shapes.is_heading(words) and not shapes.is_label(words)


def _is_glued(found: Sequence[Unit], place: int) -> bool:
    """No blank line before it, although others of the text have one."""
    return found[place - 1].run == found[place].run and has_blank_lines(found)
