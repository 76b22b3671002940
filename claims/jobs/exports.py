"""Reports as files: written by whoever holds the job, kept for 30 days."""

import logging
import os
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils import timezone, translation

from accounts.models import JobState
from claims import policy
from claims.jobs import leases
from claims.models import Export
from claims.reports.formats import find_format
from claims.reports.reading import report_for
from claims.workflow import WorkflowError

log = logging.getLogger(__name__)

KEPT = timedelta(days=30)
GONE = "You can no longer see this article."
UNWRITTEN = (
    "The file could not be written ({error}). Tell whoever runs the desk, and ask for the report again."
)
BROKEN = "The report could not be made ({error}). Tell whoever runs the desk."


def write_export(pk):
    """Write the stored export with this id, unless another run has or had it."""
    export = leases.start(Export, pk)
    if export is not None:
        write(export)


def write(export):
    """Write the file of an export whose job we hold, and end the job; rights are those of now."""
    with translation.override(settings.LANGUAGE_CODE):  # why it failed is stored
        _write(export)


def _write(export):
    try:
        with leases.kept(export) as progress:
            report = _report(export)
            path = _write_file(export, report, progress)
        _finish(export, report, path)
    except leases.LeaseLost:
        log.info("export %s: another run has it; thrown away", export.pk)
    except DatabaseError:
        raise  # passing: the lease runs out and the job is put back
    except WorkflowError as error:
        _fail(export, error.message)
    except ValidationError as error:
        _fail(export, " ".join(error.messages))
    except OSError as error:
        log.exception("export %s was not written", export.pk)
        _fail(export, UNWRITTEN.format(error=error.strerror or type(error).__name__))
    except Exception as error:
        log.exception("export %s failed", export.pk)
        _fail(export, BROKEN.format(error=type(error).__name__))


def _report(export):
    person, article = export.requested_by, export.article
    if article is not None and not policy.visible_articles(person).filter(pk=article.pk).exists():
        raise WorkflowError(GONE)
    return report_for(person, article=article, filters=export.filters)


def _write_file(export, report, progress):
    """The path of the finished file. Under its name there is never half a file, nor that of another run."""
    path = Path(settings.EXPORT_DIR) / f"{export.pk}-{export.attempt}.{export.format}"
    part = path.with_suffix(".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            written = find_format(export.format).written(report, export.requested_by.language)
            for piece in written:
                file.write(piece)
                progress(report.done, len(report))
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _finish(export, report, path):
    try:
        leases.finish(
            export,
            JobState.DONE,
            done=len(report),
            total=len(report),
            articles=list(report.articles),
            path=path.name,
            expires_at=timezone.now() + KEPT,
        )
    except leases.LeaseLost:
        path.unlink(missing_ok=True)
        raise


def _fail(export, reason):
    with suppress(leases.LeaseLost):
        leases.finish(export, JobState.FAILED, error=reason)


def remove_expired(now):
    """Remove the files that have had their time, and what dead runs left behind."""
    Export.objects.filter(expires_at__lt=now).exclude(path="").update(path="")
    for file in Path(settings.EXPORT_DIR).iterdir():
        if file.stat().st_mtime < (now - KEPT).timestamp():
            file.unlink(missing_ok=True)
