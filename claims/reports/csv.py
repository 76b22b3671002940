"""A report as a table: UTF-8, RFC 4180, a line for each claim.

It begins with a byte order mark: without it Excel takes the file for a code page of its own.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from claims.reports.facts import ArticleFacts, Source, VerdictRow, moment
from claims.reports.rows import CHUNK, Report

BYTE_ORDER_MARK = "\ufeff"
# What a spreadsheet takes for the beginning of a formula, also behind what cannot be seen and in the
# wide forms of East Asian type. Source of the rule: OWASP, "CSV Injection".
FORMULA = re.compile(
    r"[\t\r\n]|[\x00-\x20\x7f-\xa0\u00ad\s\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
    r"[=+\-@＝＋－＠﹢﹣﹦﹫−]"
)
ARTICLE = (
    "article",
    "title",
    "article_kind",
    "desk",
    "writer",
    "byline",
    "article_status",
    "final",
    "published_at",
)
TEXT = ("revision", "sha256", "extractor", "article_signed_off_by", "article_signed_off_at")
CLAIM = ("claim", "start", "end", "text", "status", "claim_kind", "claimant", "score")
VERDICT = ("rating", "number", "outcome", "new_wording", "rationale", "confidence")
PEOPLE = ("checked_by", "checked_at", "signed_off_by", "signed_off_at", "evidence", "dismissed_because")
ADDED = ("standalone", "trail", "exceptions", "erased_at")  # at the end, since a script may count the columns


def lines(report: Report) -> Iterator[str]:
    """The file in pieces of up to 1,000 lines."""
    buffer = io.StringIO()
    buffer.write(BYTE_ORDER_MARK)
    writer = csv.writer(buffer)
    writer.writerow(ARTICLE + TEXT + CLAIM + VERDICT + PEOPLE + ADDED)
    for number, row in enumerate(report.rows(), start=1):
        # The head of the trail is the same in every line: a table has no other place for it.
        added = (report.trail, in_spite_of(row.article), row.article.erased_at)
        writer.writerow(map(cell, (*values(row), *added)))
        if number % CHUNK == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def values(row: VerdictRow) -> tuple[Any, ...]:
    """The row in the order of the columns, but for the last three."""
    article = row.article
    return (
        *(article.id, article.title, article.kind, article.desk, article.writer, article.byline),
        *(article.status, "yes" if article.is_final else "no", article.published_at),
        *(article.revision, article.sha256, article.extractor),
        *(article.signed_off_by, article.signed_off_at),
        *(row.id, row.start, row.end, row.text, row.status, row.kind, row.claimant, row.score),
        *(row.rating, row.number, row.outcome, row.new_wording, row.rationale, row.confidence),
        *(row.checked_by, row.checked_at, row.signed_off_by, row.signed_off_at),
        "\n".join(map(source_line, row.evidence)),
        row.dismissed_because,
        row.standalone or row.text,
    )


def in_spite_of(article: ArticleFacts) -> str:
    """The gates that were open when the article was signed off, and why it was; "" for none."""
    if not article.exceptions:
        return ""
    return f"{'; '.join(gate.message for gate in article.exceptions)}. Reason: {article.exceptions_reason}"


def source_line(source: Source) -> str:
    """One line of the evidence cell."""
    told = [source.stance_label, source.kind_label, source.locator]
    if source.quote:
        told.append(f"“{' '.join(source.quote.split())}”")
    if not source.private:
        told += [source.terms_label, f"obtained {moment(source.obtained_at)} by {source.obtained_by}"]
    if not source.relied_on:
        told.append("not part of the verdict")
    return " · ".join(told)


def cell(value: Any) -> str:
    """The text of a cell; a leading apostrophe keeps a spreadsheet from reading it as a formula."""
    if isinstance(value, datetime):
        return moment(value) or ""
    text = "" if value is None else str(value)
    return f"'{text}" if FORMULA.match(text) else text
