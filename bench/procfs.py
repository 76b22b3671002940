"""What Linux tells of a process: its children, its memory, its time on the processors."""

from pathlib import Path


def children_of(pid: int) -> list[int]:
    """The direct children; none of a process that is gone."""
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def family(pid: int) -> list[int]:
    """The process and everything that descends from it."""
    return [pid, *(one for child in children_of(pid) for one in family(child))]


def memory(pid: int) -> tuple[float, float]:
    """(RSS, PSS) in MB of 1,000,000 bytes; PSS counts a page shared by n processes as 1/n."""
    sizes = dict.fromkeys(("Rss", "Pss"), 0.0)
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        name, _, rest = line.partition(":")
        if name in sizes:
            sizes[name] = int(rest.split()[0]) * 1024 / 1e6
    return sizes["Rss"], sizes["Pss"]


def cpu_seconds(pid: int) -> float:
    """Time on the processors so far, of the process and all that descends from it, to the nanosecond.

    A thread or process that has ended meanwhile is not counted any more.
    """
    return sum(nanoseconds(one) for one in family(pid)) / 1e9


def nanoseconds(pid: int) -> int:
    """The same of the process alone; 0 when it is gone."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads)
    except OSError:
        return 0


def maps(pid: int) -> str:
    return Path(f"/proc/{pid}/maps").read_text()
