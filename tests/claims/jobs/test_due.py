from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Event, JobState, OutgoingMail
from claims.jobs import due, leases
from claims.jobs import extraction as job
from claims.models import Extraction
from claims.workflow import ArticleStatus


def die(extraction):
    """One run of the extraction, whose process dies in the middle."""
    leases.start(Extraction, extraction.pk)
    Extraction.objects.filter(pk=extraction.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    due.put_back_dead()


def die_often(extraction):
    for _ in range(leases.DEATHS_BEFORE_TRIED_ALONE):
        die(extraction)


def publish(*extractions, seconds_ago=0):
    due.mark_published("extraction", [one.pk for one in extractions])
    if seconds_ago:
        at = timezone.now() - timedelta(seconds=seconds_ago)
        Extraction.objects.filter(pk__in=[one.pk for one in extractions]).update(published_at=at)


def now_due(*, broker_is_empty=False):
    return due.due(broker_is_empty=broker_is_empty)


def test_nothing_is_due_on_an_empty_desk(db):
    assert now_due(broker_is_empty=True) == {}


def test_jobs_that_wait_are_due_oldest_first(submit):
    first, second = submit("One sentence."), submit("Another sentence.")
    mail = OutgoingMail.objects.create(kind=OutgoingMail.Kind.INVITATION, address="a@desk.example")

    assert now_due() == {"extraction": [first.pk, second.pk], "mail": [mail.pk]}


def test_a_job_in_the_hands_of_the_broker_is_not_due(submit):
    extraction = submit()
    publish(extraction, seconds_ago=3600)

    assert now_due() == {}


@pytest.mark.parametrize(("seconds_ago", "is_due"), [(0, False), (10, False), (30, True)])
def test_a_lost_message_is_sent_again_once_the_broker_is_empty(submit, seconds_ago, is_due):
    extraction = submit()
    publish(extraction, seconds_ago=seconds_ago)

    assert now_due(broker_is_empty=True) == ({"extraction": [extraction.pk]} if is_due else {})


@pytest.mark.parametrize("state", [JobState.RUNNING, JobState.DONE, JobState.FAILED])
def test_a_job_that_was_begun_is_not_due(submit, state):
    extraction = submit()
    run = leases.start(Extraction, extraction.pk)
    if state != JobState.RUNNING:
        leases.finish(run, state)

    assert now_due(broker_is_empty=True) == {}


def test_a_job_begun_before_it_could_be_noted_as_published_stays_as_it_is(submit):
    extraction = submit()
    leases.start(Extraction, extraction.pk)

    publish(extraction)

    extraction.refresh_from_db()
    assert (extraction.state, extraction.published_at) == (JobState.RUNNING, None)


def test_what_a_dead_process_left_is_due_again(submit):
    extraction = submit()
    publish(extraction)

    die(extraction)

    extraction.refresh_from_db()
    assert (extraction.state, extraction.deaths) == (JobState.QUEUED, 1)
    assert now_due() == {"extraction": [extraction.pk]}


def test_a_suspect_waits_until_all_others_are_through(submit, finding):
    suspect, other = submit("One sentence."), submit("Another sentence.")
    die_often(suspect)
    assert now_due() == {"extraction": [other.pk]}

    publish(other)
    assert now_due() == {}
    run = leases.start(Extraction, other.pk)
    assert now_due() == {}
    leases.finish(run, JobState.DONE)

    assert now_due() == {"extraction": [suspect.pk]}


def test_suspects_are_tried_one_at_a_time(submit):
    first, second = submit("One sentence."), submit("Another sentence.")
    die_often(first)
    die_often(second)
    assert now_due() == {"extraction": [first.pk]}

    publish(first)
    assert now_due() == {}
    run = leases.start(Extraction, first.pk)
    assert now_due(broker_is_empty=True) == {}
    leases.finish(run, JobState.DONE)

    assert now_due() == {"extraction": [second.pk]}


def test_a_suspect_that_lives_through_its_trial_is_done(submit, finding):
    suspect = submit()
    die_often(suspect)

    job.extract_claims(suspect.pk)

    suspect.refresh_from_db()
    assert (suspect.state, suspect.attempt) == (JobState.DONE, 4)


def test_a_suspect_that_dies_alone_fails_with_a_reason(submit):
    suspect = submit()
    article = suspect.revision.article
    die_often(suspect)

    die(suspect)

    suspect.refresh_from_db()
    article.refresh_from_db()
    assert suspect.state == JobState.FAILED
    assert "died 4 times" in suspect.error
    assert article.status == ArticleStatus.EXTRACTION_FAILED
    assert Event.objects.about(article).last().note == suspect.error
    assert now_due(broker_is_empty=True) == {}


def test_other_jobs_that_kill_their_process_fail_too(db):
    mail = OutgoingMail.objects.create(kind=OutgoingMail.Kind.INVITATION, address="a@desk.example", deaths=4)

    due.put_back_dead()

    mail.refresh_from_db()
    assert (mail.state, mail.error) == (JobState.FAILED, "The process that did this died.")
