"""Reports asked for as files, and the files handed out."""

from pathlib import Path
from typing import BinaryIO, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.utils import timezone

from accounts.models import Event, JobState
from claims import policy
from claims.filters import CLAIM_FILTERS
from claims.jobs import exports as export_job
from claims.jobs import leases
from claims.models import Export
from claims.reports.formats import find_format
from claims.reports.reading import claims_for, report_for
from claims.reports.rows import pieces
from claims.workflow import WorkflowError

TAKEN = "export.taken"  # the event of a report that left the desk
AT_ONCE = 500  # claims: up to here the report is written before the request is answered


class NotThere(WorkflowError):
    """The file is not written yet, could not be written, or has had its time."""

    code = "export_not_there"


class File(NamedTuple):
    """The open file of a report: `name` and `content_type` are for the headers."""

    content: BinaryIO
    name: str
    content_type: str


def own_exports(by):
    """The exports that `by` asked for; those of others do not exist for them."""
    return Export.objects.filter(requested_by=by)


def request_export(*, by, format, article=None, filters=None, options=None):
    """Store the wish for a report of `article`, which `by` may see, or of all they see by `filters`.

    A small one is written at once, a long one by a worker. Raises ValidationError for a format, filter
    or option that is wrong or not built yet, PermissionDenied.
    """
    policy.require_export(by)
    filters, options = filters or {}, options or {}
    find_format(format)
    for field, names in (("filters", set(filters) - set(CLAIM_FILTERS)), ("options", set(options))):
        if names:
            raise ValidationError({field: f"{', '.join(sorted(names))[:100]} is not built yet."})
    claims = claims_for(by, article=article, filters=filters)
    small = claims.order_by()[: AT_ONCE + 1].count() <= AT_ONCE
    # A small one is ours from the start: nobody else begins it, and if we die the lease runs out.
    ours = {"state": JobState.RUNNING, "attempt": 1, "lease_until": timezone.now() + leases.LEASE}
    with transaction.atomic():
        export = Export.objects.create(
            requested_by=by, article=article, filters=filters, format=format, **(ours if small else {})
        )
        Event.objects.append(
            "export.requested", export, by=by, after={"format": format, "filters": filters}, within=article
        )
    if small:
        export_job.write(export)
        export.refresh_from_db()
    return export


def stream_report(*, by, format, article=None, filters=None):
    """The report in pieces of text, to whoever takes it away at once; arguments and errors as above.

    What people read is in the language of `by`.
    """
    policy.require_export(by)
    found = find_format(format)
    report = report_for(by, article=article, filters=filters)
    after = {"format": format, "filters": filters or {}, "claims": len(report)}
    Event.objects.append(TAKEN, article or by, by=by, after=after, within=article)
    return found.written(report, by.language)


def open_export(export, *, by):
    """The file of an export, to who asked for it and may now see everything in it.

    Raises Http404, PermissionDenied, or NotThere with a sentence.
    """
    if export.requested_by_id != by.pk:
        raise Http404
    policy.require_export(by)
    if export.state == JobState.FAILED:
        raise NotThere(export.error)
    if export.state != JobState.DONE:
        raise NotThere("This report is still being made. Come back in a moment.")
    _require_rights(export, by)
    found = find_format(export.format)
    path = Path(settings.EXPORT_DIR) / export.path
    if not export.path or export.expires_at <= timezone.now() or not path.exists():
        raise NotThere("This file was kept for 30 days and is gone. Ask for the report again.")
    Event.objects.append(TAKEN, export, by=by, after={"format": export.format}, within=export.article)
    stem = "claims" if export.article_id is None else f"report-{export.article_id}"
    return File(path.open("rb"), f"{stem}.{export.format}", found.content_type)


def _require_rights(export, by):
    """Rights are those of now: a desk left or an article restricted since counts."""
    inside = len(export.articles)
    seen = policy.visible_articles(by)
    if sum(seen.filter(pk__in=ids).count() for ids in pieces(export.articles)) < inside:
        raise Http404
