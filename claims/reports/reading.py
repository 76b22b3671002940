"""Which claims a person may read as a report."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from claims import policy
from claims.filters import filter_claims
from claims.models import Article, Claim
from claims.reports.rows import Report
from claims.workflow import FINAL, Status, WorkflowError

# A filter by status may ask for the others; unasked they would only be noise.
REPORTED = set(Status) - {Status.SUGGESTED, Status.DISMISSED, Status.CLOSED}


class NotFinal(WorkflowError):
    """Who only reads, reads only final reports."""

    code = "not_final"


def claims_for(
    by: User, *, article: Article | None = None, filters: Mapping[str, Any] | None = None
) -> QuerySet[Claim]:
    """The claims of a report for `by`: of `article`, which they may see, or of all their articles.

    `filters` are those of the queue; without a status, the claims that were accepted. Raises
    ValidationError for a filter that is wrong, NotFinal where the article is not yet for them.
    """
    filters = filters or {}
    claims = policy.visible_claims(by)
    if not policy.reads_work(by):
        if article is not None and article.status not in FINAL:
            raise NotFinal(_("The report is final once the article is signed off."))
        claims = claims.filter(article__status__in=FINAL)
    if article is not None:
        claims = claims.filter(article=article)
    if not filters.get("status"):
        claims = claims.filter(status__in=REPORTED)
    return filter_claims(claims, filters, by=by)


def report_for(
    by: User, *, article: Article | None = None, filters: Mapping[str, Any] | None = None
) -> Report:
    """The report of `claims_for` with the same arguments."""
    claims = claims_for(by, article=article, filters=filters)
    return Report(claims, article=None if article is None else article.pk)


def whole_report(article: Article) -> Report:
    """The report of an article for the operator of the machine, who asks on the command line."""
    return Report(Claim.objects.filter(article=article, status__in=REPORTED), article=article.pk)
