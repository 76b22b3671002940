"""Eight processes write events while two seal them: one chain, no fork, every event once."""

import os
import subprocess
import sys
import time

import pytest

from bench import trail
from bench.client import Api
from tests.journeys.conftest import database

pytestmark = pytest.mark.journey


@pytest.fixture
def environ(tmp_path):
    """The environment of a desk of its own, without any process yet."""
    with database("sealing") as url:
        yield os.environ | {
            "DATA_DIR": str(tmp_path),
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "factcheck.settings",
        }


def run(environ, *words):
    done = subprocess.run(
        [sys.executable, *words], env=environ, cwd=trail.ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_event_is_sealed_once_in_one_chain(environ, tmp_path):
    run(environ, "manage.py", "migrate", "--verbosity", "0")
    trail.storm(environ)

    told = run(environ, "manage.py", "verify_audit")
    run(environ, "manage.py", "export_audit", "--output", str(tmp_path / "trail.jsonl"))
    told_by_script = run(environ, "docs/verify_chain.py", str(tmp_path / "trail.jsonl"))

    written = trail.WRITERS * trail.EACH
    assert told.startswith(f"{written} events are as they were sealed")
    assert "not yet protected" not in told
    assert told_by_script.startswith(f"{written} events are as they were sealed")


def test_what_people_do_is_sealed_within_seconds(stack):
    Api(stack.port, stack.tokens["editor"]).post(
        "articles/", {"text": "The harbour has 1,200 berths.", "kind": "outside"}
    )
    until = time.monotonic() + 15  # a command alone takes some

    while ", 0 not yet sealed" not in (told := stack.run("manage.py", "anchor_audit")):
        assert time.monotonic() < until, told

    assert "are as they were sealed" in stack.run("manage.py", "verify_audit")
