"""Stored jobs: started once, kept alive by a lease, put back when their process died.

Source of the numbers: house style, "Workers".
"""

import logging
import threading
import time
from contextlib import contextmanager
from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.models import F
from django.utils import timezone

from accounts.models import JobState

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=30)
RENEWAL = 5  # seconds between two renewals of a lease
LOOK = 1  # seconds between two looks at the progress
DEATHS_BEFORE_TRIED_ALONE = 3


class LeaseLost(Exception):
    """The job belongs to another run by now; what this run found is thrown away."""


def start(job_class, pk):
    """Win the queued job and return it, running and leased, or None where another run has it."""
    now = timezone.now()
    won = job_class.objects.filter(pk=pk, state=JobState.QUEUED).update(
        state=JobState.RUNNING, attempt=F("attempt") + 1, started_at=now, lease_until=now + LEASE
    )
    return job_class.objects.get(pk=pk) if won else None


def _mine(job):
    return type(job).objects.filter(pk=job.pk, attempt=job.attempt, state=JobState.RUNNING)


def finish(job, state, **changes):
    """End the run in `state`; raises LeaseLost where it is no longer ours. Call it in the transaction
    that stores the result, before anything else is stored."""
    won = _mine(job).update(state=state, finished_at=timezone.now(), lease_until=None, **changes)
    if not won:
        raise LeaseLost


@contextmanager
def kept(job):
    """Renew the lease of `job` from a thread, while its own thread works without touching the database.

    Yields `report(done, total)`, which notes the progress for the next renewal and raises LeaseLost
    once the job belongs to another run.
    """
    progress = {}
    stop, lost = threading.Event(), threading.Event()

    def renew():
        seen = {}
        renewed = time.monotonic()
        while not (stop.wait(LOOK) or lost.is_set()):
            if time.monotonic() - renewed < RENEWAL and progress == seen:
                continue
            seen, renewed = dict(progress), time.monotonic()
            try:
                if not _mine(job).update(lease_until=timezone.now() + LEASE, **seen):
                    lost.set()
            except DatabaseError as error:  # passing: the lease outlives several such looks
                log.warning("%s %s: the lease was not renewed: %s", job._meta.model_name, job.pk, error)
            finally:
                connection.close()  # this thread's own

    def report(done, total):
        progress.update(done=done, total=total)
        if lost.is_set():
            raise LeaseLost

    thread = threading.Thread(target=renew, daemon=True)
    thread.start()
    try:
        yield report
    finally:
        stop.set()
        thread.join()


def put_back(job):
    """Queue a job that we hold for another try, published again when it would be if its message was lost."""
    _mine(job).update(state=JobState.QUEUED, lease_until=None)


def put_back_dead(job_class):
    """Queue again the jobs whose lease ran out: their process died. Returns how many."""
    now = timezone.now()
    return job_class.objects.filter(state=JobState.RUNNING, lease_until__lt=now).update(
        state=JobState.QUEUED, deaths=F("deaths") + 1, published_at=None, lease_until=None
    )
