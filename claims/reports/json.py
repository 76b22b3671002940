"""A report as one JSON document, streamed: {"made_at", "trail", "article" or "articles", "claims"}.

Times are ISO 8601 in UTC; offsets are code points of the revision's text.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone

from claims.reports.facts import ArticleFacts, Source, VerdictRow, moment
from claims.reports.rows import CHUNK, Report


def lines(report: Report) -> Iterator[str]:
    """The document in pieces of up to 1,000 claims; put together they are valid JSON."""
    yield f'{{"made_at": {_written(moment(timezone.now()))},\n'
    yield f'"trail": {_written(report.trail._asdict())},\n'
    if report.article is not None:
        (facts,) = report.facts()
        yield f'"article": {_written(article(facts))},\n"claims": ['
    else:
        yield '"articles": ['
        yield from _list(article(facts) for facts in report.facts())
        yield '],\n"claims": ['
    yield from _list(map(claim, report.rows()))
    yield "]}\n"


def article(facts: ArticleFacts) -> dict[str, Any]:
    signed = facts.signed_off_by and {
        "by": facts.signed_off_by,
        "at": moment(facts.signed_off_at),
        "revision": facts.signed_off_revision,
    }
    return {
        **{
            name: getattr(facts, name)
            for name in ("id", "title", "kind", "desk", "writer", "byline", "status")
        },
        "final": facts.is_final,
        "published_at": moment(facts.published_at),
        "revision": facts.revision,
        "sha256": facts.sha256,
        "extractor": facts.extractor,
        "signed_off": signed or None,
        "exceptions": [gate._asdict() for gate in facts.exceptions],
        "exceptions_reason": facts.exceptions_reason or None,
        "erased_at": moment(facts.erased_at),
        "corrections": [one._asdict() | {"shown_at": moment(one.shown_at)} for one in facts.corrections],
    }


def claim(row: VerdictRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "article": row.article.id,
        "start": row.start,
        "end": row.end,
        "text": row.text,
        "standalone": row.standalone or row.text,
        "status": row.status,
        "kind": row.kind,
        "claimant": row.claimant,
        "score": row.score,
        "verdict": verdict(row) if row.rating else None,
        "evidence": [source(one) for one in row.evidence],
        "dismissed_because": row.dismissed_because or None,
    }


def verdict(row: VerdictRow) -> dict[str, Any]:
    return {
        "rating": row.rating,
        "number": row.number,
        "outcome": row.outcome or None,
        "new_wording": row.new_wording or None,
        "rationale": row.rationale,
        "confidence": row.confidence,
        "checked_by": row.checked_by,
        "checked_at": moment(row.checked_at),
        "signed_off_by": row.signed_off_by or None,
        "signed_off_at": moment(row.signed_off_at),
    }


def source(evidence: Source) -> dict[str, Any]:
    """A private one tells kind and stance only."""
    told = {
        "kind": evidence.kind,
        "stance": evidence.stance,
        "relied_on": evidence.relied_on,
        "private": evidence.private,
        "locator": evidence.locator,
    }
    if evidence.private:
        return told
    return told | {
        "quote": evidence.quote,
        "terms": evidence.terms,
        "obtained_at": moment(evidence.obtained_at),
        "obtained_by": evidence.obtained_by,
    }


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The items with commas between them, many in one piece."""
    piece: list[str] = []
    comma = "\n"
    for item in items:
        piece.append(f"{comma}{_written(item)}")
        comma = ",\n"
        if len(piece) == CHUNK:
            yield "".join(piece)
            piece.clear()
    yield "".join(piece)
