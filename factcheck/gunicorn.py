"""How gunicorn serves the desk: `gunicorn --config factcheck/gunicorn.py factcheck.wsgi`."""

import ctypes
import os
import re
from typing import Any

from gunicorn.glogging import Logger

from factcheck import processes

bind = os.environ.get("BIND", f"127.0.0.1:{os.environ.get('PORT', '8000')}")
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 60  # seconds; exports are streamed, so no answer is silent for longer
graceful_timeout = 2
keepalive = 5
max_requests = 20_000  # a worker that lived long starts anew, before any leak matters
max_requests_jitter = 2_000
accesslog = "-"
# Without the query: it may hold words of an article.
access_log_format = "%(t)s %(h)s %(m)s %(U)s %(s)s %(B)s bytes %(M)s ms"
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108  its heartbeat must not wait for a disk


class logger_class(Logger):  # noqa: N801  the name of the setting
    """The link that sets a new password works once, but until then nobody should read it in a log."""

    def atoms(self, *args: Any) -> dict[str, Any]:
        atoms: dict[str, Any] = super().atoms(*args)
        return atoms | {"U": re.sub(r"(/password/set/[^/]+/)[^/]+", r"\1…", atoms["U"])}


# mallopt(3). Otherwise each thread has an arena of its own, and the 19 MiB of every password hash stay in it.
M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD = -8, -3, -1


def post_fork(server: Any, worker: Any) -> None:
    """Lean, and gone with its master: a worker that outlived it would hold the port against the next one."""
    processes.die_with_parent()
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # glibc has it
    if mallopt is not None:
        mallopt(M_ARENA_MAX, 2)
        mallopt(M_MMAP_THRESHOLD, 1 << 20)
        mallopt(M_TRIM_THRESHOLD, 1 << 20)
