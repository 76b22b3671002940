import os
import signal
import sys
import time

import pytest

from factcheck import processes
from factcheck.supervisor import LARGEST_LOG, Child, Supervisor

SLEEP = "import time; time.sleep(60)"
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); {SLEEP}"


def child(name, code=SLEEP, patience=2.0):
    return Child(name, [sys.executable, "-c", code], patience)


@pytest.fixture
def supervise(tmp_path):
    """Starts the children given to it; all are stopped at the end."""
    started = []

    def start(*children):
        supervisor = Supervisor(list(children), logs=tmp_path, notes=tmp_path / "notes.json")
        started.append(supervisor)
        supervisor.start()
        return supervisor

    yield start
    for supervisor in started:
        supervisor.stop()


def soon(condition, patience=5.0):
    """Asks again and again; for `watch`, which then stops."""
    until = time.monotonic() + patience
    return lambda: condition() or time.monotonic() > until


def test_a_killed_child_is_back_within_a_second(supervise):
    first, second = child("first"), child("second")
    supervisor = supervise(first, second)
    supervisor.watch(soon(lambda: time.monotonic() - first.started_at > 1))
    killed, other = first.process.pid, second.process.pid

    os.kill(killed, signal.SIGKILL)
    at = time.monotonic()
    supervisor.watch(soon(lambda: first.starts == 2 and first.runs))

    assert time.monotonic() - at < 1
    assert first.process.pid != killed
    assert second.process.pid == other


def test_a_child_that_cannot_stay_up_is_tried_once_a_second(supervise):
    failing = child("failing", "raise SystemExit(3)")
    supervisor = supervise(failing)
    at = time.monotonic()

    supervisor.watch(lambda: time.monotonic() - at > 2)

    assert 2 <= failing.starts <= 4
    assert supervisor.failing == ""


def test_who_is_started_again_and_again_is_named(supervise):
    failing = child("failing", "raise SystemExit(3)")
    supervisor = supervise(child("well"), failing)

    supervisor.watch(soon(lambda: supervisor.failing))

    assert supervisor.failing == "failing"


def test_what_a_killed_child_has_started_goes_with_it(supervise, tmp_path):
    start = f"subprocess.Popen([sys.executable, '-c', '{SLEEP}'])"
    code = f"import subprocess, sys; print({start}.pid, flush=True); {SLEEP}"
    parent = child("parent", code)
    supervisor = supervise(parent)
    log = tmp_path / "parent.log"
    supervisor.watch(soon(lambda: log.read_text().endswith("\n")))
    grandchild = int(log.read_text())

    os.kill(parent.process.pid, signal.SIGKILL)
    supervisor.watch(soon(lambda: parent.starts == 2))

    supervisor.watch(soon(lambda: processes.birth(grandchild) is None))
    assert processes.birth(grandchild) is None


def test_stopping_asks_the_last_first_and_kills_who_does_not_listen(supervise, tmp_path):
    deaf = child("deaf", DEAF, patience=0.3)
    says_so = (
        "import signal, sys; signal.signal(signal.SIGTERM, lambda *a: sys.exit(7)); print(flush=True);"
        + SLEEP
    )
    polite = child("polite", says_so)
    supervisor = supervise(deaf, polite)
    supervisor.watch(
        soon(lambda: all((tmp_path / f"{name}.log").stat().st_size for name in ("deaf", "polite")))
    )

    supervisor.stop()

    assert polite.process.returncode == 7
    assert deaf.process.returncode == -signal.SIGKILL
    assert not (tmp_path / "notes.json").exists()


def test_a_log_that_grew_too_large_moves_aside(supervise, tmp_path):
    log = tmp_path / "talker.log"
    with log.open("wb") as file:
        file.truncate(LARGEST_LOG + 1)

    supervise(child("talker"))

    assert log.stat().st_size == 0
    assert (tmp_path / "talker.log.1").stat().st_size == LARGEST_LOG + 1
