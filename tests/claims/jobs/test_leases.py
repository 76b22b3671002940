import time
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from accounts.models import JobState, OutgoingMail
from claims.jobs import leases
from claims.models import Extraction


@pytest.fixture
def job(db):
    return OutgoingMail.objects.create(kind=OutgoingMail.Kind.INVITATION, address="a@desk.example")


def let_lease_run_out(job):
    type(job).objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_a_queued_job_is_started_once(job):
    first = leases.start(OutgoingMail, job.pk)
    late_copy = leases.start(OutgoingMail, job.pk)

    assert (first.state, first.attempt) == (JobState.RUNNING, 1)
    assert first.lease_until > timezone.now() + timedelta(seconds=20)
    assert late_copy is None


@pytest.mark.parametrize("state", [JobState.DONE, JobState.FAILED])
def test_a_job_that_ended_is_not_started_again(job, state):
    leases.finish(leases.start(OutgoingMail, job.pk), state)

    assert leases.start(OutgoingMail, job.pk) is None


def test_a_job_that_is_gone_is_not_started(job):
    assert leases.start(OutgoingMail, job.pk + 1) is None


def test_the_run_that_holds_a_job_ends_it(job):
    run = leases.start(OutgoingMail, job.pk)

    leases.finish(run, JobState.FAILED, error="refused")

    job.refresh_from_db()
    assert (job.state, job.error, job.lease_until) == (JobState.FAILED, "refused", None)
    assert job.finished_at is not None


def test_a_run_whose_job_was_put_back_cannot_end_it(job):
    run = leases.start(OutgoingMail, job.pk)
    let_lease_run_out(job)
    leases.put_back_dead(OutgoingMail)

    with pytest.raises(leases.LeaseLost):
        leases.finish(run, JobState.DONE)

    job.refresh_from_db()
    assert (job.state, job.finished_at) == (JobState.QUEUED, None)


def test_an_earlier_run_cannot_end_the_job_of_a_later_one(job):
    earlier = leases.start(OutgoingMail, job.pk)
    let_lease_run_out(job)
    leases.put_back_dead(OutgoingMail)
    later = leases.start(OutgoingMail, job.pk)

    with pytest.raises(leases.LeaseLost):
        leases.finish(earlier, JobState.DONE)

    leases.finish(later, JobState.DONE)


def test_a_job_is_ended_once(job):
    run = leases.start(OutgoingMail, job.pk)
    leases.finish(run, JobState.DONE)

    with pytest.raises(leases.LeaseLost):
        leases.finish(run, JobState.DONE)


def test_only_a_job_whose_lease_ran_out_is_put_back(job):
    alive = OutgoingMail.objects.create(kind=OutgoingMail.Kind.INVITATION, address="b@desk.example")
    for one in (job, alive):
        OutgoingMail.objects.filter(pk=one.pk).update(published_at=timezone.now())
        leases.start(OutgoingMail, one.pk)
    let_lease_run_out(job)

    assert leases.put_back_dead(OutgoingMail) == 1

    job.refresh_from_db()
    alive.refresh_from_db()
    assert (job.state, job.deaths, job.published_at, job.lease_until) == (JobState.QUEUED, 1, None, None)
    assert (alive.state, alive.deaths) == (JobState.RUNNING, 0)


def test_a_job_that_is_held_can_be_put_back_for_another_try_which_is_no_death(job):
    run = leases.start(OutgoingMail, job.pk)

    leases.put_back(run)

    job.refresh_from_db()
    assert (job.state, job.deaths, job.lease_until) == (JobState.QUEUED, 0, None)
    assert leases.start(OutgoingMail, job.pk).attempt == 2


def test_a_run_cannot_put_back_the_job_of_a_later_one(job):
    earlier = leases.start(OutgoingMail, job.pk)
    let_lease_run_out(job)
    leases.put_back_dead(OutgoingMail)
    leases.start(OutgoingMail, job.pk)

    leases.put_back(earlier)

    job.refresh_from_db()
    assert (job.state, job.attempt) == (JobState.RUNNING, 2)


@pytest.fixture
def running(submit, monkeypatch):
    """An extraction that is running, and a thread of its lease that looks often."""
    monkeypatch.setattr(leases, "LOOK", 0.02)
    return leases.start(Extraction, submit().pk)


def wait_for(condition):
    for _ in range(250):
        if condition():
            return
        time.sleep(0.02)
    pytest.fail("it never came")


@pytest.mark.django_db(transaction=True)
def test_lease_and_progress_are_renewed_while_the_work_goes_on(running):
    let_lease_run_out(running)

    with leases.kept(running) as report:
        report(3, 7)
        wait_for(lambda: Extraction.objects.filter(pk=running.pk, done=3, total=7).exists())

    running.refresh_from_db()
    assert running.lease_until > timezone.now() + timedelta(seconds=20)


@pytest.mark.django_db(transaction=True)
def test_a_run_whose_job_was_put_back_is_told_at_its_next_report(running):
    let_lease_run_out(running)
    leases.put_back_dead(Extraction)

    def told():
        try:
            report(1, 7)
        except leases.LeaseLost:
            return True
        return False

    with leases.kept(running) as report:
        wait_for(told)


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away_for_a_moment_does_not_end_the_renewing(running, monkeypatch):
    let_lease_run_out(running)
    real, failures = leases._mine, []

    def away_once(job):
        if not failures:
            failures.append(job)
            raise OperationalError("database is locked")
        return real(job)

    monkeypatch.setattr(leases, "_mine", away_once)
    with leases.kept(running) as report:
        report(1, 7)
        wait_for(lambda: failures)
        report(2, 7)
        wait_for(lambda: Extraction.objects.filter(pk=running.pk, done=2).exists())
