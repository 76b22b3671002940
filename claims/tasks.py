"""Celery's door to the jobs, and the relay that publishes what is due."""

import logging
import time

from celery import current_app, shared_task
from celery.signals import heartbeat_sent
from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import RedisError

from accounts import sealing
from claims.jobs import due, exports, extraction, holders, inbox, mail, reminders, tidying, waivers
from claims.models import Heartbeat

log = logging.getLogger(__name__)

PAUSE = 0.3  # seconds between two looks of the relay
SEALING = 1  # seconds between two rounds of sealing, unless more than a round waits
RETRY_SEALING = 60  # seconds after a failure that is not the database's absence
HEARTBEAT = 5  # seconds between two signs of life


@shared_task
def extract_claims(pk):
    extraction.extract_claims(pk)


@shared_task
def write_export(pk):
    exports.write_export(pk)


@shared_task
def send_mail(pk):
    mail.send_mail(pk)


@shared_task
def refresh_priorities():
    tidying.refresh_priorities()


@shared_task
def end_waivers():
    waivers.end_waivers()


@shared_task
def free_claims():
    holders.free_claims()


@shared_task
def remind():
    reminders.remind()


@shared_task
def mail_notices():
    inbox.mail_notices()


@shared_task
def tidy():
    tidying.tidy()


TASKS = {"extraction": extract_claims, "export": write_export, "mail": send_mail}


def beat_of(name):
    """Note that a process of the desk is well."""
    Heartbeat.objects.update_or_create(name=name, defaults={"at": timezone.now()})


@heartbeat_sent.connect
def worker_is_well(**kwargs):
    global _worker_beat
    if time.monotonic() - _worker_beat < HEARTBEAT:
        return
    _worker_beat = time.monotonic()
    try:
        beat_of("worker")
    except OperationalError as error:
        log.warning("the worker's sign of life was not stored: %s", error)
    finally:
        connection.close()  # the parent keeps none: its children would inherit it


_worker_beat = 0.0


class Relay:
    """Publishes due jobs and puts back what a dead worker left. Two at once do no harm: a job starts once."""

    def __init__(self):
        self.last_beat = self.seals_at = 0.0

    def run(self, stopped):
        """Look again and again until the event `stopped` is set."""
        while not stopped.is_set():
            try:
                self.look()
            except (BrokerError, RedisError) as error:  # at the connection, or in the middle of a round
                log.warning("the broker does not answer; trying again: %s", error)
                stopped.wait(1)
            except OperationalError as error:
                log.warning("the database does not answer; trying again: %s", error)
                stopped.wait(1)
            close_old_connections()
            stopped.wait(PAUSE)

    def look(self):
        """One round: seal, put back, publish, give a sign of life."""
        self.seal()  # first, as it needs no broker
        beats = time.monotonic() - self.last_beat >= HEARTBEAT
        if beats:
            self.last_beat = time.monotonic()
            beat_of("relay")
        due.put_back_dead()
        with current_app.connection_for_write() as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
            if beats:
                beat_of("broker")
            with current_app.amqp.Producer(broker) as producer:
                for name, ids in due.due(broker_is_empty=is_empty(broker)).items():
                    for pk in ids:
                        TASKS[name].apply_async([pk], producer=producer, retry=False)
                    due.mark_published(name, ids)

    def seal(self):
        """Link some events into the chain. Jobs go on where that fails: reports then tell what waits."""
        if time.monotonic() < self.seals_at:
            return
        try:
            if sealing.seal() < sealing.BATCH:  # nothing is left for now; a few at a time cost more
                self.seals_at = time.monotonic() + SEALING
        except OperationalError:
            raise  # passing
        except Exception:
            log.exception("events cannot be sealed")
            self.seals_at = time.monotonic() + RETRY_SEALING


def is_empty(broker):
    """Whether no message waits in any queue of the desk."""
    with broker.channel() as channel:
        return all(
            queue(channel).queue_declare(passive=False).message_count == 0
            for queue in current_app.amqp.queues.values()
        )
