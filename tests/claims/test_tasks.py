from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from kombu import Connection
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import TimeoutError as RedisTimeoutError

from accounts import sealing
from accounts.models import Event, JobState, OutgoingMail, Seal
from claims import tasks
from claims.jobs import due, leases
from claims.models import Heartbeat
from factcheck.celery import app

QUEUES = [queue.name for queue in app.conf.task_queues]


class Rounds:
    """An event that is set after so many rounds, and never waits."""

    def __init__(self, count):
        self.left = count

    def is_set(self):
        self.left -= 1
        return self.left < 0

    def wait(self, seconds):
        pass


@pytest.fixture(autouse=True)
def one_connection(monkeypatch):
    monkeypatch.setattr(tasks, "close_old_connections", lambda: None)  # a test is one transaction of it


@pytest.fixture
def broker(monkeypatch):
    """A broker in memory; `broker()` takes its messages as (task, arguments)."""
    monkeypatch.setattr(app, "connection_for_write", lambda: Connection("memory://"))

    def messages():
        found = []
        with Connection("memory://") as connection, connection.channel() as channel:
            for queue in QUEUES:
                channel.queue_declare(queue)
                while message := channel.basic_get(queue, no_ack=True):
                    found.append((message.headers["task"], message.decode()[0]))
        return found

    messages()
    yield messages
    messages()


@pytest.fixture
def job(db):
    return OutgoingMail.objects.create(kind=OutgoingMail.Kind.INVITATION, address="a@desk.example")


def signs_of_life():
    return set(Heartbeat.objects.values_list("name", flat=True))


def test_every_kind_of_stored_job_has_its_task():
    assert set(tasks.TASKS) == set(due.JOB_CLASSES)


@pytest.mark.parametrize(
    ("name", "work"),
    [
        ("extraction", "extraction.extract_claims"),
        ("export", "exports.write_export"),
        ("mail", "mail.send_mail"),
    ],
)
def test_a_task_does_the_job_of_its_name(name, work, monkeypatch):
    done = []
    monkeypatch.setattr(f"claims.jobs.{work}", done.append)

    tasks.TASKS[name](7)

    assert done == [7]


@pytest.mark.parametrize(
    ("task", "work"),
    [
        ("tidy", "tidying.tidy"),
        ("refresh_priorities", "tidying.refresh_priorities"),
        ("mail_notices", "inbox.mail_notices"),
    ],
)
def test_the_beat_reaches_its_jobs(task, work, monkeypatch):
    done = []
    monkeypatch.setattr(f"claims.jobs.{work}", lambda: done.append(work))

    getattr(tasks, task)()

    assert done == [work]
    assert f"claims.tasks.{task}" in {entry["task"] for entry in app.conf.beat_schedule.values()}


def test_the_relay_publishes_what_is_due_once(job, broker):
    relay = tasks.Relay()

    relay.look()
    relay.look()

    job.refresh_from_db()
    assert broker() == [("claims.tasks.send_mail", [job.pk])]
    assert job.published_at is not None
    assert signs_of_life() == {"relay", "broker"}


def test_a_lost_message_is_published_again_only_when_the_broker_is_empty(job, broker):
    relay = tasks.Relay()
    relay.look()
    OutgoingMail.objects.update(published_at=timezone.now() - timedelta(minutes=5))

    relay.look()
    assert len(broker()) == 1  # it was there all the time

    relay.look()
    assert broker() == [("claims.tasks.send_mail", [job.pk])]


def refused(*args, **kwargs):
    raise BrokerError("connection refused")


def hanging(*args, **kwargs):
    raise RedisTimeoutError("timeout reading from socket")


@pytest.mark.parametrize(
    "place",
    ["kombu.Connection.ensure_connection", "claims.tasks.is_empty", "claims.tasks.send_mail.apply_async"],
)
@pytest.mark.parametrize("trouble", [refused, hanging])
def test_the_relay_outlives_the_broker_and_keeps_what_is_due(job, broker, monkeypatch, place, trouble):
    relay = tasks.Relay()
    with monkeypatch.context() as away:
        away.setattr(place, trouble)
        relay.run(Rounds(3))
    job.refresh_from_db()
    assert (job.state, job.published_at) == (JobState.QUEUED, None)
    assert "relay" in signs_of_life()

    relay.run(Rounds(1))

    assert broker() == [("claims.tasks.send_mail", [job.pk])]


def test_what_dead_workers_left_is_put_back_while_the_broker_is_away(job, monkeypatch):
    monkeypatch.setattr(app, "connection_for_write", refused)
    leases.start(OutgoingMail, job.pk)
    OutgoingMail.objects.update(lease_until=timezone.now() - timedelta(seconds=1))

    tasks.Relay().run(Rounds(1))

    job.refresh_from_db()
    assert (job.state, job.deaths) == (JobState.QUEUED, 1)


def locked():
    raise OperationalError("database is locked")


def test_events_are_sealed_while_the_broker_is_away(desk, monkeypatch):
    Event.objects.append("desk.named", desk, by=None)
    monkeypatch.setattr(app, "connection_for_write", refused)

    tasks.Relay().run(Rounds(1))

    assert Seal.objects.count() == 1


@pytest.mark.parametrize(("sealed", "rounds"), [(0, 1), (sealing.BATCH - 1, 1), (sealing.BATCH, 3)])
def test_sealing_waits_a_second_unless_more_than_a_round_waits(db, broker, monkeypatch, sealed, rounds):
    times = []
    monkeypatch.setattr(sealing, "seal", lambda: times.append(1) or sealed)

    tasks.Relay().run(Rounds(3))

    assert len(times) == rounds


def test_jobs_go_on_when_events_cannot_be_sealed(job, broker, monkeypatch, caplog):
    times = []
    monkeypatch.setattr(sealing, "seal", lambda: times.append(1) or 1 / 0)

    tasks.Relay().run(Rounds(3))

    assert broker() == [("claims.tasks.send_mail", [job.pk])]
    assert "events cannot be sealed" in caplog.text
    assert len(times) == 1  # and not again at once


def test_the_relay_outlives_the_database(job, broker, monkeypatch):
    rounds = iter([locked, due.put_back_dead])
    monkeypatch.setattr(due, "put_back_dead", lambda: next(rounds)())

    tasks.Relay().run(Rounds(2))

    assert broker() == [("claims.tasks.send_mail", [job.pk])]


@pytest.mark.django_db(transaction=True)
def test_the_worker_gives_a_sign_of_life_every_few_seconds(monkeypatch):
    monkeypatch.setattr(tasks, "_worker_beat", 0.0)
    tasks.worker_is_well()
    first = Heartbeat.objects.get(name="worker").at

    tasks.worker_is_well()

    assert Heartbeat.objects.get(name="worker").at == first


def test_mails_and_reports_do_not_wait_behind_articles():
    queues = {name: app.amqp.router.route({}, task.name)["queue"].name for name, task in tasks.TASKS.items()}

    assert queues == {"extraction": "extraction", "export": "celery", "mail": "celery"}
