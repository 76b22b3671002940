import gc
from types import SimpleNamespace

import pytest
from celery import signals

from claims.extraction import pipeline
from factcheck.celery import app


def test_work_that_a_worker_left_comes_back():
    assert app.conf.task_acks_late
    assert app.conf.task_reject_on_worker_lost
    assert app.conf.worker_prefetch_multiplier == 1
    # Only what was lost may come back: what still runs is killed before.
    assert app.conf.task_time_limit < app.conf.broker_transport_options["visibility_timeout"]


def test_a_worker_waits_for_its_broker_for_ever():
    assert app.conf.broker_connection_retry_on_startup
    assert app.conf.broker_connection_max_retries is None


def test_the_schedule_names_tasks_that_exist():
    app.loader.import_default_modules()

    assert {entry["task"] for entry in app.conf.beat_schedule.values()} <= set(app.tasks)


@pytest.fixture
def thawed():
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_the_models_are_loaded_once_before_the_fork(monkeypatch):
    loaded = []
    scorer = SimpleNamespace(unpack=lambda: loaded.append("weights"))
    monkeypatch.setattr(pipeline, "load", lambda: loaded.append("model"))
    monkeypatch.setattr(pipeline, "identifier", lambda: loaded.append("languages"))
    monkeypatch.setattr(pipeline, "scorer", lambda: scorer)

    signals.worker_init.send(sender=None)

    assert loaded == ["model", "languages", "weights"]
    assert gc.get_freeze_count() > 0
