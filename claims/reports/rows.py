"""The one query of every report: a row for each claim, read piece by piece, however many there are.

Private sources are redacted here, so that no format can forget it.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from accounts import sealing
from accounts.chain import Head
from accounts.models import Event
from claims.models import Article, Claim, Correction, Evidence, SignOff, Verdict
from claims.reports.facts import PRIVATE, ArticleFacts, Corrected, OpenGate, Source, VerdictRow
from claims.workflow import FINAL, Status

CHUNK = 1000  # claims read at a time
ORDER = ("article_id", "start", "end", "id")
CLAIM = ("id", "start", "end", "text", "status", "kind", "claimant", "score", "standalone")
RATING = (
    "verdict__rating__label",
    "verdict__rating__number",
    "verdict__rating__icon",
    "verdict__rating__colour",
)
VERDICT = ("verdict__outcome", "verdict__new_wording", "verdict__rationale", "verdict__confidence")
CHECKER = ("verdict__author__name", "verdict__created_at")
FACTS = (
    *("id", "title", "kind", "desk__name", "writer__name", "byline", "status", "published_at"),
    *("revision__number", "revision__sha256", "revision__extraction__extractor", "erased_at"),
)
NO_VERDICT = ("", None, "", "", "", "", "", "", "", None)


class Report:
    """The claims of a queryset as rows, in the order of the articles and of their texts.

    The ids are read at once, 8 bytes each, and all else piece by piece, so that no cursor stays open
    while a slow reader downloads. `article` (its id): the report is of this one, with claims or without.
    """

    def __init__(self, claims: QuerySet[Claim], *, article: int | None = None) -> None:
        self.claims = claims
        self.done = 0  # rows read so far
        self.article = article
        self.ids = array("q")
        self.articles = array("q")  # ids, each once
        for pk, article_id in claims.order_by(*ORDER).values_list("id", "article_id").iterator(10_000):
            self.ids.append(pk)
            if not self.articles or self.articles[-1] != article_id:
                self.articles.append(article_id)
        if article is not None:
            self.articles = array("q", [article])

    @cached_property
    def trail(self) -> Head:
        """The head of the chain over all events when the report is begun: kept with it, it is an anchor."""
        return sealing.head()

    def __len__(self) -> int:
        return len(self.ids)

    def facts(self) -> Iterator[ArticleFacts]:
        """The articles of the report, in order."""
        for ids in pieces(self.articles):
            found = _facts(ids)
            yield from (found[pk] for pk in ids if pk in found)

    def rows(self) -> Iterator[VerdictRow]:
        for ids in pieces(self.ids):
            yield from _rows(self.claims.filter(pk__in=ids), ids)
            self.done += len(ids)

    def by_article(self) -> Iterator[tuple[ArticleFacts, Iterator[VerdictRow]]]:
        """Each article with its rows; read the rows before going on."""
        if not self.ids:
            yield from ((facts, iter(())) for facts in self.facts())
        groups = groupby(self.rows(), key=lambda row: row.article.id)
        for _article, rows in groups:
            first = next(rows)
            yield first.article, _chained(first, rows)


def _chained(first, rows):
    yield first
    yield from rows


def pieces(ids: Sequence[int]) -> Iterator[list[int]]:
    """The ids, CHUNK at a time: more would be too many for one query."""
    for at in range(0, len(ids), CHUNK):
        yield list(ids[at : at + CHUNK])


def _rows(claims, ids):
    """The rows of at most CHUNK claims: as many queries for one as for all."""
    records = list(
        claims.order_by(*ORDER).values_list("article_id", "verdict_id", *CLAIM, *RATING, *VERDICT, *CHECKER)
    )
    articles = _facts({record[0] for record in records})
    sources = _sources(ids)
    signed = {
        verdict: (name, at)
        for verdict, name, at in SignOff.objects.filter(claim__in=ids, undone_at=None)
        .order_by("id")
        .values_list("verdict_id", "by__name", "at")
    }
    reasons = dict(
        Event.objects.filter(subject_kind="claim", subject_id__in=ids, kind="claim.dismiss")
        .order_by("id")
        .values_list("subject_id", "note")
    )
    judged = len(CLAIM)
    for article, verdict, *fields in records:
        claim, status = fields[0], fields[4]
        yield VerdictRow._make(
            (
                articles[article],
                *fields[:judged],
                *(fields[judged:] if verdict else NO_VERDICT),
                *signed.get(verdict, ("", None)),
                tuple(sources.get(claim, ())),
                reasons.get(claim, "") if status == Status.DISMISSED else "",
            )
        )


def _sources(claims):
    """The evidence of the claims, as {claim id: [Source]}; none while a second verdict is awaited."""
    names = Verdict.evidence.through.objects.filter(
        evidence_id=OuterRef("pk"), verdict_id=OuterRef("claim__verdict_id")
    )
    found = defaultdict(list)
    for claim, private, kind, stance, relied_on, *rest in (
        Evidence.objects.filter(claim__in=claims)
        .exclude(claim__status=Status.AWAITING_SECOND_CHECK)
        .annotate(relied_on=Exists(names))
        .order_by("id")
        .values_list(
            *("claim_id", "private", "kind", "stance", "relied_on"),
            *("locator", "quote", "terms", "obtained_at", "added_by__name"),
        )
    ):
        told = [PRIVATE] if private else rest
        found[claim].append(Source(kind, stance, relied_on, private, *told))
    return found


def _facts(articles):
    """The facts of the articles with these ids, as {id: ArticleFacts}."""
    signed: dict[int, tuple[Any, ...]] = {
        article: (*rest, tuple(map(_gate, exceptions)), note if exceptions else "")
        for article, *rest, exceptions, note in SignOff.objects.filter(
            article__in=articles, claim=None, undone_at=None
        )
        .order_by("id")
        .values_list("article_id", "by__name", "at", "revision__number", "exceptions", "note")
    }
    corrections = defaultdict(list)
    for article, *told in (
        Correction.objects.filter(article__in=articles)
        .order_by("shown_at", "id")
        .values_list("article_id", *Corrected._fields)
    ):
        corrections[article].append(Corrected(*told))
    facts = {}
    for pk, title, kind, desk, writer, byline, status, published_at, *text in Article.objects.filter(
        pk__in=articles
    ).values_list(*FACTS):
        number, sha256, extractor, erased_at = text
        facts[pk] = ArticleFacts(
            *(pk, title, kind, desk, writer or "", byline, status, published_at),
            *(number, sha256 or "", extractor or ""),
            *(signed.get(pk, ()) if status in FINAL else ()),
        )._replace(corrections=tuple(corrections.get(pk, ())), erased_at=erased_at)
    return facts


def _gate(stored):
    return OpenGate(stored["code"], stored["message"], stored["number"])
