import os
import subprocess
import sys

import pytest

from bench import procfs

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def child():
    """A process of ours that waits, and has one of its own."""
    with subprocess.Popen(["sh", "-c", "sleep 60 & echo; wait"], stdout=subprocess.PIPE) as process:
        process.stdout.readline()  # its own is there
        yield process.pid
        for pid in procfs.family(process.pid)[::-1]:
            os.kill(pid, 9)


def test_a_family_is_the_process_and_all_below_it(child):
    assert child in procfs.children_of(os.getpid())
    assert len(procfs.family(child)) == 2


def test_memory_and_time_of_a_process():
    rss, pss = procfs.memory(os.getpid())

    assert 10 < pss <= rss
    assert 0 < procfs.nanoseconds(os.getpid()) / 1e9 <= procfs.cpu_seconds(os.getpid())
    assert sys.executable.rsplit("/", 1)[-1][:6] in procfs.maps(os.getpid())


def test_nothing_is_known_of_a_process_that_is_gone():
    process = subprocess.Popen(["true"])
    process.wait()

    assert procfs.family(process.pid) == [process.pid]
    assert procfs.nanoseconds(process.pid) == 0
