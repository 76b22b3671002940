"""Processes kept alive together: started in order, restarted when they die, stopped in the other order."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factcheck import processes

TICK = 0.1  # seconds between two looks
TRIES = 5  # starts; a process that needs more counts as failing
PAUSE = 0.7  # seconds between two starts of a process that cannot stay up
LARGEST_LOG = 10_000_000  # bytes; a larger one moves aside at the start


@dataclass
class Child:
    """A program with a log of its own, in a session of its own so that a Ctrl-C does not reach it past us."""

    name: str
    command: list[str]
    patience: float  # seconds it is given to stop by itself
    files: tuple[int, ...] = ()  # descriptors it inherits
    environ: Mapping[str, str] | None = None  # None: as we were started ourselves
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    started_at: float = field(default=0.0, init=False)
    starts: int = field(default=0, init=False)

    def start(self, logs: Path) -> None:
        with (logs / f"{self.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=self.files,
                env=self.environ,
                start_new_session=True,
                preexec_fn=processes.die_with_parent,
            )
        self.started_at = time.monotonic()
        self.starts += 1

    @property
    def runs(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """Ask, wait, then kill; whatever it started goes with it."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(self.patience)
        except subprocess.TimeoutExpired:
            pass
        processes.kill_group(self.process.pid)
        self.process.wait()


class Supervisor:
    def __init__(self, children: list[Child], *, logs: Path, notes: Path) -> None:
        self.children = children
        self.logs = logs
        self.notes = notes  # the pids, for the next run in case this one is killed

    def start(self) -> None:
        for child in self.children:
            move_aside(self.logs / f"{child.name}.log")
            child.start(self.logs)
            self.note()

    def watch(self, enough: Callable[[], bool]) -> None:
        """Restart what dies, until `enough` says so; it is asked every tick."""
        while not enough():
            for child in self.children:
                if not child.runs and time.monotonic() - child.started_at >= PAUSE:
                    child.stop()  # what it has left behind would hold its port or its work
                    child.start(self.logs)
                    self.note()
            time.sleep(TICK)

    @property
    def failing(self) -> str:
        """The names of those that had to be started again and again, with commas."""
        return ", ".join(child.name for child in self.children if child.starts > TRIES)

    def stop(self) -> None:
        for child in reversed(self.children):
            child.stop()
        self.notes.unlink(missing_ok=True)

    def note(self) -> None:
        processes.remember(self.notes, [child.process.pid for child in self.children if child.process])


def move_aside(log: Path) -> None:
    if log.exists() and os.path.getsize(log) > LARGEST_LOG:
        log.replace(log.with_suffix(".log.1"))
