"""What the demo says before it starts anything. The whole run is walked in tests/journeys."""

import fcntl
import os
import signal
import socket
import subprocess
import sys

import pytest
from django.conf import settings

from factcheck import demo


def run(tmp_path, **environment):
    return subprocess.run(
        [sys.executable, "-m", "factcheck.demo"],
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), **environment},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_taken_port_is_one_sentence_and_nothing_starts(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run(tmp_path, PORT=str(port))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Port {port} cannot be used")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "desk.sqlite3").exists()
    assert list((tmp_path / "logs").iterdir()) == []


def test_a_second_demo_on_the_same_data_is_one_sentence(tmp_path):
    (tmp_path / "run").mkdir()
    with (tmp_path / "run" / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        done = run(tmp_path, PORT="18999")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"A demo with the data of {tmp_path} is running already; stop it, or set another DATA_DIR.\n"
    )


def test_a_bad_setting_is_one_sentence(tmp_path):
    done = run(tmp_path, REDIS_URL="nowhere")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("REDIS_URL: ")
    assert done.stderr.count("\n") == 1


def test_the_broker_starts_first_and_only_where_no_other_is_named(tmp_path):
    with socket.socket() as listener:
        own = [child.name for child in demo.wanted(tmp_path, listener, own_broker=True)]
        other = [child.name for child in demo.wanted(tmp_path, listener, own_broker=False)]

    assert own == ["broker", "worker", "beat", "relay", "web"]
    assert other == own[1:]


def test_stopping_takes_no_more_than_ten_seconds(tmp_path):
    with socket.socket() as listener:
        children = demo.wanted(tmp_path, listener, own_broker=True)

    assert sum(child.patience for child in children) <= 10  # were none of them to listen


@pytest.fixture
def handlers():
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    for number in numbers:  # a suite that runs in the background ignores some
        signal.signal(number, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("handlers")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_asks_to_stop(number):
    asked = demo.stop_signals()

    os.kill(os.getpid(), number)

    assert asked == [number]


@pytest.mark.usefixtures("handlers")
def test_nohup_is_respected():
    signal.signal(signal.SIGHUP, signal.SIG_IGN)

    demo.stop_signals()

    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
