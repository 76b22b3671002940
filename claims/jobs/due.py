"""What the relay asks: which stored jobs want doing, and which have died too often."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import JobState, OutgoingMail
from claims import spoken
from claims.jobs import extraction as extraction_job
from claims.jobs import leases
from claims.models import Export, Extraction

JOB_CLASSES: dict[str, type[Extraction | Export | OutgoingMail]] = {
    "extraction": Extraction,
    "export": Export,
    "mail": OutgoingMail,
}

LOST_AFTER = timedelta(seconds=20)  # a message that nobody began, with nothing left in the broker
BATCH = 500


def put_back_dead():
    """Queue again what a dead process left; what died once more when tried alone fails."""
    for job_class in JOB_CLASSES.values():
        leases.put_back_dead(job_class)
        doomed = job_class.objects.filter(state=JobState.QUEUED, deaths__gt=leases.DEATHS_BEFORE_TRIED_ALONE)
        for job in doomed[:BATCH]:
            give_up(job)


@transaction.atomic
def give_up(job):
    """Fail a queued job that keeps killing its process."""
    reason = (
        spoken.DIED.format(deaths=job.deaths)
        if isinstance(job, Extraction)
        else "The process that did this died."
    )
    won = (
        type(job)
        .objects.filter(pk=job.pk, attempt=job.attempt, state=JobState.QUEUED)
        .update(state=JobState.FAILED, error=reason, finished_at=timezone.now())
    )
    if won and isinstance(job, Extraction):
        extraction_job.tell_article(job, reason)


def due(*, broker_is_empty):
    """The jobs to publish now, as {name: [ids]}, oldest first, at most 500 of each.

    A job already published is due again once the broker has nothing left and still nobody began it:
    its message was lost. A job that has killed three processes waits until all others are through.
    """
    waiting = Q(published_at=None)
    if broker_is_empty:
        waiting |= Q(published_at__lt=timezone.now() - LOST_AFTER)
    found = {}
    for name, job_class in JOB_CLASSES.items():
        queued = job_class.objects.filter(waiting, state=JobState.QUEUED).order_by("id")
        others = queued.filter(deaths__lt=leases.DEATHS_BEFORE_TRIED_ALONE)
        if ids := list(others.values_list("pk", flat=True)[:BATCH]) or _alone(job_class, queued):
            found[name] = ids
    return found


def _alone(job_class, queued):
    """The oldest suspect, where nothing else of its class is queued or running."""
    suspects = queued.filter(deaths__gte=leases.DEATHS_BEFORE_TRIED_ALONE)
    suspect = suspects.values_list("pk", flat=True).first()
    busy = job_class.objects.filter(state__in=[JobState.QUEUED, JobState.RUNNING]).exclude(pk__in=suspects)
    return [suspect] if suspect is not None and not busy.exists() else []


def mark_published(name, ids):
    """Note that the broker has taken the messages."""
    JOB_CLASSES[name].objects.filter(pk__in=ids, state=JobState.QUEUED).update(published_at=timezone.now())
