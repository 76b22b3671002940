"""The Celery app of worker, beat and relay. The job row is the truth; redelivery is only the second net."""

import gc
import os
from typing import Any

from celery import Celery
from celery.signals import worker_init, worker_process_init
from django.conf import settings
from kombu import Queue

from claims.extraction import pipeline
from factcheck import processes

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
os.environ.setdefault("OMP_NUM_THREADS", "1")  # a worker child is one core's work

app = Celery("factcheck", broker=settings.REDIS_URL)
app.conf.update(
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    # A worker takes from its queues in turn, so that no mail or report waits behind a thousand articles.
    task_queues=[Queue("celery"), Queue("extraction")],
    task_default_queue="celery",
    task_routes={"claims.tasks.extract_claims": {"queue": "extraction"}},
    task_time_limit=900,  # seconds; the longest legal text takes about 20
    worker_prefetch_multiplier=1,
    worker_max_tasks_per_child=500,  # spaCy keeps every word it has met; a new child begins with none
    worker_hijack_root_logger=False,  # the log lines of settings.LOGGING
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,  # for ever: the broker may come back after a long night
    broker_transport_options={
        "visibility_timeout": 1800,
        "unacked_restore_interval": 10,
        "unacked_restore_throttle": 1,
        "socket_timeout": 5,
        "socket_connect_timeout": 5,
    },
    timezone="UTC",
    beat_schedule_filename=str(settings.RUN_DIR / "beat-schedule"),
    beat_schedule={
        "tidy": {"task": "claims.tasks.tidy", "schedule": 3600.0},
        "remind": {"task": "claims.tasks.remind", "schedule": 300.0},
        "mail-notices": {"task": "claims.tasks.mail_notices", "schedule": 20.0},
        "end-waivers": {"task": "claims.tasks.end_waivers", "schedule": 60.0},
        "free-claims": {"task": "claims.tasks.free_claims", "schedule": 60.0},
        "refresh-priorities": {"task": "claims.tasks.refresh_priorities", "schedule": 300.0},
    },
)
app.autodiscover_tasks()


@worker_init.connect
def load_models(**kwargs: Any) -> None:
    """In the parent, once: the children forked from it share its pages instead of loading the models each."""
    pipeline.load()
    pipeline.identifier()
    pipeline.scorer().unpack()
    gc.collect()
    gc.freeze()


@worker_process_init.connect
def end_with_worker(**kwargs: Any) -> None:
    """A child whose parent was killed would go on taking work that nobody sees."""
    processes.die_with_parent()
