from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail as outbox
from django.utils import timezone

from accounts import mail as letters
from accounts.models import JobState, OutgoingMail
from claims.jobs import due, mail


@pytest.fixture
def job(reviewer):
    return letters.store(OutgoingMail.Kind.INVITATION, reviewer.email)


def failing(monkeypatch, error):
    def send(job):
        raise error

    monkeypatch.setattr(letters, "send", send)


def test_a_mail_is_sent_once(job, reviewer):
    mail.send_mail(job.pk)
    mail.send_mail(job.pk)

    job.refresh_from_db()
    assert (job.state, job.attempt) == (JobState.DONE, 1)
    assert [one.to for one in outbox.outbox] == [[reviewer.email]]


def test_a_refused_address_is_the_end(job, monkeypatch):
    failing(monkeypatch, SMTPRecipientsRefused({}))

    mail.send_mail(job.pk)

    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, "The address was refused.")


@pytest.mark.parametrize("error", [ConnectionRefusedError(), SMTPServerDisconnected(), TimeoutError()])
def test_a_mail_server_that_is_away_costs_no_mail_however_often_it_is_tried(job, monkeypatch, error):
    OutgoingMail.objects.update(published_at=timezone.now())
    with monkeypatch.context() as away:
        failing(away, error)
        for _ in range(10):
            mail.send_mail(job.pk)
            due.put_back_dead()
            assert due.due(broker_is_empty=True) == {}  # not again at once
    OutgoingMail.objects.update(published_at=timezone.now() - due.LOST_AFTER - timedelta(seconds=1))
    assert due.due(broker_is_empty=True) == {"mail": [job.pk]}

    mail.send_mail(job.pk)

    job.refresh_from_db()
    assert (job.state, job.deaths, len(outbox.outbox)) == (JobState.DONE, 0, 1)


def test_a_mail_that_cannot_be_sent_for_a_day_fails_with_a_reason(job, monkeypatch):
    OutgoingMail.objects.update(queued_at=timezone.now() - mail.TRIED_FOR)
    failing(monkeypatch, ConnectionRefusedError())

    mail.send_mail(job.pk)

    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, "The mail server could not be reached for a day.")
