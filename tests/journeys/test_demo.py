"""`make demo`, walked with its real processes: it comes up, stays up, ends, and goes on with its data."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from django.conf import settings

from factcheck import processes

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(
        "sqlite" not in settings.DATABASES["default"]["ENGINE"],
        reason="the demo is walked once, with the database it has by default",
    ),
]

UP = {"database": "up", "broker": "up", "relay": "up", "worker": "up"}


class Demo:
    """One run over a data folder; `output` is all it printed until now."""

    def __init__(self, data_dir):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.data_dir = data_dir
        environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "factcheck.demo"],
            env=environment | {"DATA_DIR": str(data_dir), "PORT": str(self.port)},
            cwd=settings.BASE_DIR,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.output = ""

    def until_ready(self):
        """Lines until the one that says so; the test's own time limit is that of the demo."""
        for line in self.process.stdout:
            self.output += line
            if line.startswith("Ready"):
                return
        raise AssertionError(f"the demo ended: {self.output}")

    def noted(self):
        """The pids of the processes it keeps."""
        return [int(pid) for pid in json.loads((self.data_dir / "run" / "processes.json").read_text())]

    def states(self):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=10) as answer:
            return json.load(answer)

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        self.output += self.process.communicate(timeout=20)[0]
        return self.process.returncode


@pytest.fixture
def run_demo(tmp_path):
    runs = []

    def run():
        runs.append(Demo(tmp_path))
        return runs[-1]

    yield run
    for demo in runs:
        if demo.process.poll() is None:
            demo.stop(signal.SIGKILL)
    processes.stop_leftovers(tmp_path / "run" / "processes.json")


def soon(condition, patience=20.0):
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.1)
    return False


def test_the_demo_comes_up_stays_up_and_goes_on(run_demo):
    first = run_demo()
    first.until_ready()

    # It prints the sign-ins and one address.
    assert re.findall(r"\w+://\S+", first.output) == [f"http://127.0.0.1:{first.port}/"]
    assert first.output.endswith(f"Ready: http://127.0.0.1:{first.port}/\n")
    assert first.output.count("@") >= 6
    assert first.states() == UP

    # Whichever of its processes is killed, there is another within a second.
    for position in range(5):
        before = first.noted()
        os.kill(before[position], signal.SIGKILL)
        assert soon(lambda: len(set(first.noted()) - set(before)) == 1, patience=1.5), position  # noqa: B023
        assert first.states()["database"] == "up"

    # Killed itself, it leaves nothing that hinders the next run.
    left = first.noted()
    assert first.stop(signal.SIGKILL) == -signal.SIGKILL
    second = run_demo()
    second.until_ready()
    assert [pid for pid in left if processes.birth(pid)] == []
    assert "Articles loaded: none" in (second.data_dir / "logs" / "prepare.log").read_text()

    # Asked to stop, it ends in order and leaves nothing running.
    left = second.noted()
    at = time.monotonic()
    assert second.stop(signal.SIGTERM) == 0
    assert time.monotonic() - at < 10
    assert [pid for pid in left if processes.birth(pid)] == []
    assert second.output.count("\n") == first.output.count("\n")
