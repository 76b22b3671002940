import json
import os
import signal
import subprocess
import sys
import time

import pytest

from factcheck import processes

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def sleeper():
    process = subprocess.Popen(SLEEP, start_new_session=True)
    yield process
    process.kill()
    process.wait()


def gone(pid, patience=5.0):
    until = time.monotonic() + patience
    while time.monotonic() < until and processes.birth(pid):
        time.sleep(0.02)
    return processes.birth(pid) is None


def test_a_process_has_one_birth(sleeper):
    assert processes.birth(sleeper.pid)
    assert processes.birth(sleeper.pid) == processes.birth(sleeper.pid)


def test_what_has_ended_has_no_birth(sleeper):
    sleeper.kill()  # a zombie until it is waited for

    assert gone(sleeper.pid)


def test_leftovers_of_a_killed_run_are_stopped(tmp_path, sleeper):
    notes = tmp_path / "processes.json"
    processes.remember(notes, [sleeper.pid])

    assert processes.stop_leftovers(notes) is True

    assert sleeper.wait(5) == -signal.SIGKILL
    assert not notes.exists()


def test_a_stranger_with_the_number_of_a_leftover_is_left_alone(tmp_path, sleeper):
    notes = tmp_path / "processes.json"
    notes.write_text(json.dumps({str(sleeper.pid): "another birth"}))

    processes.stop_leftovers(notes)

    assert sleeper.poll() is None


@pytest.mark.parametrize("content", [None, "", "{half"])
def test_without_readable_notes_there_is_nothing_to_stop(tmp_path, content):
    notes = tmp_path / "processes.json"
    if content is not None:
        notes.write_text(content)

    assert processes.stop_leftovers(notes) is False


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent is gone")
def test_a_child_dies_with_its_parent():
    code = (
        "import subprocess, sys, time\n"
        "from factcheck.processes import die_with_parent\n"
        f"child = subprocess.Popen({SLEEP!r}, preexec_fn=die_with_parent, start_new_session=True)\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        child = int(parent.stdout.readline())

        os.kill(parent.pid, signal.SIGKILL)

        assert gone(child)
