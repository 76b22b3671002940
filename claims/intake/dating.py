"""The article's own date, where it is printed over or under it."""

import datetime
import re
from collections.abc import Iterator, Sequence

from claims.text import Block, Role
from claims.text.dates import find_dates

PRINTED = frozenset({Role.BYLINE, Role.DATELINE})
CHANGED = re.compile(r"\b(?:updated?|modified|edited|corrected|changed|revised)\b", re.IGNORECASE)
# "HAVERN POINT, 3 November 2026 – ", "LONDON (Reuters), May 12, 2025 — " before the first words of the text.
BEFORE_TEXT = re.compile(r"\s*[A-Z][A-Z .'’-]{2,40}[,(][^–—\n]{0,60}?\d{4}[)\s]*[–—:-]")
SOMEBODY_ELSES = re.compile(
    r"\s*[—–-]\s.*@\w|.{0,80}\bsaid:", re.DOTALL
)  # a post shown in the text, a comment
HEAD = 3  # paragraphs; what stands after them is the foot


def printed_date(text: str, blocks: Sequence[Block]) -> datetime.date | None:
    """The day the article says it was published; None where it says none, or two that contradict each other.

    What stands in its head counts before what stands in its foot. "Updated …" counts only alone.
    """
    body = [n for n, block in enumerate(blocks) if block.role is Role.PARAGRAPH]
    foot = body[HEAD] if len(body) > HEAD else len(blocks)
    for part in (blocks[:foot], blocks[foot:]):
        printed: set[datetime.date] = set()
        changed: set[datetime.date] = set()
        for day, is_change in _days(text, part):
            (changed if is_change else printed).add(day)
        days = printed or changed
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _days(text: str, blocks: Sequence[Block]) -> Iterator[tuple[datetime.date, bool]]:
    """Each whole date in bylines and datelines, and whether it is of a later change."""
    for block in blocks:
        words = text[block.start : block.end]
        if block.role is Role.PARAGRAPH:
            opening = BEFORE_TEXT.match(words)
            words = opening[0] if opening else ""
        elif block.role not in PRINTED or SOMEBODY_ELSES.match(words):
            continue
        done = 0
        for date in find_dates(words):
            value = date["value"]
            if value is not None and date["precision"] == "day" and "/" not in value:
                is_change = CHANGED.search(words, done, date["start"]) is not None
                yield datetime.date.fromisoformat(value), is_change
            done = date["end"]
