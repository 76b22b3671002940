"""The processes of the desk over a data folder of their own, and the means to hurt them.

The journeys of the tests and the benchmarks start the desk here, with the command lines of `make demo`.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from bench.client import Client
from bench.procfs import children_of, nanoseconds
from factcheck import demo, embedded, processes
from factcheck.supervisor import TICK, Supervisor

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120.0  # seconds until every process was heard of


class Stack:
    """`with Stack(folder) as stack:` is a running desk with the people of the seeds and no article.

    `tokens` has an API token that may write, for each of these people by their key, and for the
    reviewers `reviewer1` to `reviewer8`. `parts` names the processes to start, None for all.
    """

    def __init__(self, data_dir: Path, *, database_url: str = "", parts: set[str] | None = None) -> None:
        self.data_dir = data_dir
        self.listener = demo.listen(0)
        self.port: int = self.listener.getsockname()[1]
        self.environ = os.environ | {
            "DATA_DIR": str(data_dir),
            "PORT": str(self.port),
            "BASE_URL": f"http://127.0.0.1:{self.port}",
            "DATABASE_URL": database_url,
            "REDIS_URL": "",
            "DJANGO_SETTINGS_MODULE": "factcheck.settings",
            "PYTHONUNBUFFERED": "1",
            "OMP_NUM_THREADS": "1",
        }
        self.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # starts would take three times as long
        wanted = demo.wanted(data_dir, self.listener, own_broker=True)
        self.children = {child.name: child for child in wanted if parts is None or child.name in parts}
        for child in self.children.values():
            child.environ = self.environ
        self.tokens: dict[str, str] = {}
        self._stopped = threading.Event()
        # One thread starts and restarts them all: a child dies with the thread that started it.
        self._keeper = threading.Thread(target=self._keep)

    def __enter__(self) -> "Stack":
        try:
            self._prepare()
            self._keeper.start()
            self.wait_until_up()
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _prepare(self) -> None:
        for folder in ("run", "logs", "exports"):
            (self.data_dir / folder).mkdir(parents=True, exist_ok=True)
        embedded.prepare(self.data_dir)
        self.run("manage.py", "migrate", "--verbosity", "0")
        self.run("manage.py", "collectstatic", "--no-input", "--verbosity", "0")
        self.tokens = json.loads(self.run("-m", "bench.people"))
        self.supervisor = Supervisor(
            list(self.children.values()),
            logs=self.data_dir / "logs",
            notes=self.data_dir / "run" / "stack.json",
        )

    def _close(self) -> None:
        self._stopped.set()
        if self._keeper.is_alive():
            for name in self.children:  # none may sleep through its stop
                self.signal(name, signal.SIGCONT)
            self._keeper.join()
        self.listener.close()

    def _keep(self) -> None:
        self.supervisor.start()
        try:
            self.supervisor.watch(self._stopped.is_set)
        finally:
            self.supervisor.stop()

    def wait_until_up(self) -> None:
        """Until the web process has heard of every part that was started."""
        client = Client(self.port)
        wanted = {"database"} | {"broker", "relay", "worker"} & set(self.children)
        until = time.monotonic() + PATIENCE
        states: dict[str, str] = {}
        try:
            while time.monotonic() < until:
                states = client.request("GET", "/readyz").json
                if all(states.get(part) == "up" for part in wanted):
                    return
                time.sleep(TICK)
        finally:
            client.close()
        raise RuntimeError(f"not up after {PATIENCE:.0f} seconds: {states}; logs in {self.data_dir / 'logs'}")

    def run(self, *words: str, stdin: str = "") -> str:
        """What a Python command, run beside the desk and with its settings, prints; raises when it fails."""
        done = subprocess.run(
            [sys.executable, *words], input=stdin, env=self.environ, cwd=ROOT, capture_output=True, text=True
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(words)} failed: {done.stderr[-2000:]}")
        return done.stdout

    # ---- hurting

    def pid(self, name: str) -> int:
        process = self.children[name].process
        return process.pid if process is not None else 0

    def worker_children(self) -> list[int]:
        """The processes of the pool, in which the tasks run."""
        return children_of(self.pid("worker"))

    def signal(self, name: str, number: int) -> None:
        """For the process and all that it started."""
        if pid := self.pid(name):
            processes.kill_group(pid, number)

    def kill(self, name: str) -> None:
        """The supervisor starts it anew within a second."""
        self.signal(name, signal.SIGKILL)

    def kill_working_child(self) -> None:
        """One that works for a whole second, if there is one."""
        before = {pid: nanoseconds(pid) for pid in self.worker_children()}
        time.sleep(1)
        for pid, spent in before.items():
            if nanoseconds(pid) - spent > 0.3e9:
                os.kill(pid, signal.SIGKILL)
                return

    @contextmanager
    def without(self, name: str) -> Iterator[None]:
        """Killed, and not started anew before the end of the block."""
        child = self.children[name]
        everyone = self.supervisor.children
        self.supervisor.children = [one for one in everyone if one is not child]
        time.sleep(2 * TICK)  # its look at the old list is over
        self.kill(name)
        try:
            yield
        finally:
            self.supervisor.children = everyone

    @contextmanager
    def hanging(self, name: str) -> Iterator[None]:
        """It takes connections, and never answers."""
        self.signal(name, signal.SIGSTOP)
        try:
            yield
        finally:
            self.signal(name, signal.SIGCONT)
