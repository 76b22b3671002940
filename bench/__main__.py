"""`make bench`: the benchmark tables. `python -m bench NAME …` takes some: extraction, lists, work,
figures, start.

The desk runs as in `make demo`, in folders that are thrown away. The machine should have nothing else to do.
"""

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import exports, figures, lists, starting, throughput, writers
from bench.stack import Stack


@contextmanager
def desk(parts: set[str] | None = None) -> Iterator[Stack]:
    with (
        tempfile.TemporaryDirectory(prefix="factcheck-bench-") as folder,
        Stack(Path(folder), parts=parts) as stack,
    ):
        yield stack


def extraction() -> None:
    with desk() as stack:
        throughput.measure(stack)
        starting.measure_memory(stack)


def pages() -> None:
    with desk({"web"}) as small, desk({"web"}) as large:
        lists.measure(small, large)


def work() -> None:
    with desk() as stack:
        writers.measure(stack)
        exports.measure(stack)


def long_trail() -> None:
    with desk({"web"}) as stack:
        figures.measure(stack)


MEASURES = {
    "extraction": extraction,
    "lists": pages,
    "work": work,
    "figures": long_trail,
    "start": starting.measure_starts,
}


def main() -> None:
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, SQLite, {platform.platform()}")
    for name in sys.argv[1:] or MEASURES:
        MEASURES[name]()


if __name__ == "__main__":
    main()
