"""(5) From nothing to the first page, and what each process takes of the memory."""

import http.client
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.client import Client
from bench.procfs import family, maps, memory
from bench.stack import ROOT, Stack
from bench.tables import show
from factcheck import demo

ASKED = 110  # MB, of a web process


def measure_memory(stack: Stack) -> None:
    """After the other benchmarks: what the processes hold when they have worked."""
    rows = []
    for name in stack.children:
        for pid in family(stack.pid(name)):
            rss, pss = memory(pid)
            rows.append((name, f"{rss:.0f}", f"{pss:.0f}", "yes" if "/spacy/" in maps(pid) else "no"))
    show(
        f"(5) Memory of each process in MB, after work (asked of a web process: at most {ASKED}, no spaCy)",
        ("", "RSS", "PSS", "spaCy"),
        rows,
    )


def measure_starts() -> None:
    """`make demo` without its installing, on an empty data folder and on the same again."""
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as folder:
        rows = [
            start(Path(folder), what) for what in ("empty data folder: tables, seeds", "the same data again")
        ]
    show("(5) Seconds from the start of the demo", ("", "first 200", "Ready"), rows)


def start(folder: Path, what: str) -> tuple[str, ...]:
    listener = demo.listen(0)
    port: int = listener.getsockname()[1]
    listener.close()  # free again, for the demo to take
    environ = os.environ | {"DATA_DIR": str(folder), "PORT": str(port)}
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck.demo"], env=environ, cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as desk:
        try:
            first = first_page(port, started)
            while line := desk.stdout.readline() if desk.stdout else "":
                if line.startswith("Ready"):
                    break
            ready = time.perf_counter() - started
        finally:
            desk.send_signal(signal.SIGTERM)
    return what, f"{first:.1f}", f"{ready:.1f}"


def first_page(port: int, started: float) -> float:
    while True:
        try:
            if Client(port).request("GET", "/sign-in/").status == 200:
                return time.perf_counter() - started
        except (OSError, http.client.HTTPException):
            pass
        if time.perf_counter() - started > demo.PATIENCE:
            raise RuntimeError("the demo does not start")
        time.sleep(0.05)
