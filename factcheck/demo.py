"""`make demo`: the whole desk on this machine, from one command, with nothing left behind when it ends."""

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TextIO

from django.core.exceptions import ImproperlyConfigured

from factcheck import embedded, processes
from factcheck.supervisor import TICK, Child, Supervisor

WITH_PARENT = "--with-parent"  # make gives it: killed with -9, make should not leave a desk running behind it
PATIENCE = 120.0  # seconds to wait for Ready


def main() -> None:
    if WITH_PARENT in sys.argv:
        processes.die_with_parent()
    try:
        from factcheck import settings  # noqa: PLC0415  a bad value is told in one sentence
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    os.chdir(settings.BASE_DIR)
    os.environ |= {"DATA_DIR": str(settings.DATA_DIR), "PYTHONUNBUFFERED": "1", "OMP_NUM_THREADS": "1"}
    lock = only_one(settings.RUN_DIR / "demo.lock", settings.DATA_DIR)
    notes = settings.RUN_DIR / "processes.json"
    was_killed = processes.stop_leftovers(notes)
    listener = listen(settings.PORT, patience=3.0 if was_killed else 0.0)
    stop_asked = stop_signals()
    sign_ins = prepare(settings.LOG_DIR / "prepare.log", stop_asked)

    if settings.EMBEDDED_BROKER:
        embedded.prepare(settings.DATA_DIR)
    children = wanted(settings.DATA_DIR, listener, own_broker=settings.EMBEDDED_BROKER)
    supervisor = Supervisor(children, logs=settings.LOG_DIR, notes=notes)
    try:
        supervisor.start()
        ready = Readiness(settings.PORT, settings.HOST)
        supervisor.watch(lambda: bool(stop_asked or supervisor.failing) or ready.reached() or ready.late())
        if supervisor.failing or ready.late():
            reason = f"{supervisor.failing} cannot start" if supervisor.failing else ready.seen
            sys.exit(f"Not ready: {reason}. The logs are in {settings.LOG_DIR}.")
        if not stop_asked:
            print(f"{sign_ins}\nReady: http://127.0.0.1:{settings.PORT}/", flush=True)
        supervisor.watch(lambda: bool(stop_asked))
    finally:
        supervisor.stop()
        listener.close()
        lock.close()


def wanted(data_dir: Path, listener: socket.socket, *, own_broker: bool) -> list[Child]:
    """In the order of the start; they stop the other way round, so the broker is the last to go."""
    python = sys.executable
    celery = [python, "-m", "celery", "--app", "factcheck.celery"]
    broker = [Child("broker", embedded.command(data_dir), patience=2)] if own_broker else []
    web = [
        python,
        "-m",
        "gunicorn",
        "--config",
        "factcheck/gunicorn.py",
        "--bind",
        f"fd://{listener.fileno()}",
    ]
    return [
        *broker,
        Child("worker", [*celery, "worker", "--concurrency", "2", "--loglevel", "INFO"], patience=3),
        Child("beat", [*celery, "beat", "--pidfile", ""], patience=1),
        Child("relay", [python, "manage.py", "relay"], patience=1),
        # The port stays ours: while the web process restarts, visitors wait instead of being refused.
        Child("web", [*web, "factcheck.wsgi"], patience=3, files=(listener.fileno(),)),
    ]


def only_one(path: Path, data_dir: Path) -> TextIO:
    """The lock ends with this process, however it ends; one just being killed gets a second for it."""
    file = path.open("w")
    for _ in range(10):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return file
        except BlockingIOError:
            time.sleep(TICK)
    sys.exit(f"A demo with the data of {data_dir} is running already; stop it, or set another DATA_DIR.")


def listen(port: int, patience: float = 0.0) -> socket.socket:
    """The socket the web process serves; tried again for `patience` seconds while an old one is closing."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    until = time.monotonic() + patience
    while True:
        try:
            listener.bind(("127.0.0.1", port))
            listener.listen(512)
            return listener
        except OSError as error:
            if time.monotonic() > until:
                sys.exit(
                    f"Port {port} cannot be used ({error.strerror}); set a free one: PORT=8001 make demo"
                )
        time.sleep(TICK)


def stop_signals() -> list[int]:
    """Filled with the signal once somebody asks us to stop."""
    asked: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:  # nohup means it
            signal.signal(number, lambda number, frame: asked.append(number))
    return asked


def prepare(log_path: Path, stop_asked: list[int]) -> str:
    """The sign-ins, once tables and seeds are there."""
    command = [sys.executable, "-m", "factcheck.prepare"]
    with (
        log_path.open("w") as log,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, text=True, preexec_fn=processes.die_with_parent
        ) as process,
    ):
        while process.poll() is None:
            if stop_asked:
                process.kill()
                sys.exit(0)
            time.sleep(TICK)
        sign_ins = process.stdout.read() if process.stdout else ""
    if process.returncode:
        last = log_path.read_text().strip().splitlines()[-1:]
        sys.exit(f"The data could not be made ready: {''.join(last)}\nThe whole story is in {log_path}.")
    return sign_ins.rstrip()


class Readiness:
    """Asks /readyz until every part of the desk was heard of."""

    def __init__(self, port: int, host: str) -> None:
        self.request = urllib.request.Request(f"http://127.0.0.1:{port}/readyz", headers={"Host": host})
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({})
        )  # no proxy for our own port
        self.until = time.monotonic() + PATIENCE
        self.seen = "the web server does not answer"

    def reached(self) -> bool:
        try:
            with self.opener.open(self.request, timeout=2) as answer:
                states: dict[str, str] = json.load(answer)
        except OSError as error:  # also HTTPError: 503 while the database is away
            self.seen = f"the web server says {error}"
            return False
        self.seen = ", ".join(f"{part} {state}" for part, state in states.items())
        return set(states.values()) == {"up"}

    def late(self) -> bool:
        return time.monotonic() > self.until


if __name__ == "__main__":
    main()
