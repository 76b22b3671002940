"""Processes for the demo: they die with who started them, and what a killed run left is found again."""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PR_SET_PDEATHSIG = 1  # linux/prctl.h
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None  # loaded before any fork


def die_with_parent() -> None:
    """Called in a new child: the kernel kills it when its parent is gone. Elsewhere than on Linux nothing."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def birth(pid: int) -> str | None:
    """When the process started, as a word that tells it from a later one of that number; None: gone."""
    try:
        if sys.platform == "linux":
            # The name in brackets may hold spaces; counted after it the start is field 20 (proc_pid_stat(5)).
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            return None if fields[0] == "Z" else fields[19]
        found = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True)
        return found.stdout.strip() or None
    except OSError:
        return None


def kill_group(pid: int, number: int = signal.SIGKILL) -> None:
    """The signal for all that `pid`, the leader of a session of its own, has started."""
    try:
        os.killpg(pid, number)
    except (ProcessLookupError, PermissionError):  # macOS says the latter of a group of zombies
        pass


def remember(path: Path, pids: list[int]) -> None:
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps({str(pid): birth(pid) for pid in pids}))
    draft.replace(path)


def stop_leftovers(path: Path, patience: float = 5.0) -> bool:
    """Stop what the last run noted in `path` and left when it was killed; strangers are left alone.

    False where nothing is noted: the last run, if any, ended in order.
    """
    try:
        noted = json.loads(path.read_text())
    except (OSError, ValueError):
        return False
    left = [int(pid) for pid, born in noted.items() if born and birth(int(pid)) == born]
    for pid in left:
        kill_group(pid)
    until = time.monotonic() + patience
    while time.monotonic() < until and any(birth(pid) == noted[str(pid)] for pid in left):
        time.sleep(0.05)
    path.unlink(missing_ok=True)
    return True
