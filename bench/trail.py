"""The trail under load: what an event costs, eight writers beside two sealers, and the audit of 100,000.

`python -m bench.trail` shows the table, on SQLite in a folder that is thrown away or on DATABASE_URL, and
`python -m bench.trail verdicts` what sealing costs eight people who write verdicts over HTTP.
`write COUNT`, `seal`, `lift` and `guard` are run beside a desk: one process of the crowd, and the triggers
taken away and put back.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import django

from bench import writers
from bench.stack import Stack
from bench.tables import show

ROOT = Path(__file__).resolve().parent.parent
WRITERS, SEALERS, EACH = 8, 2, 250
MANY = 100_000
CLAIMS, ROUNDS, SECONDS = 6_000, 5, 8
LENGTHS = [0.0] * 9 + [0.01]  # seconds that a transaction stays open


def write(count: int) -> None:
    """Append `count` events, each in a transaction of its own; as many more are begun and taken back.

    Transactions are of any length, so on PostgreSQL ids do not become visible in their order. Prints the
    CPU milliseconds an event.
    """
    from django.db import transaction

    from accounts.models import Desk, Event

    desk, dice = Desk(pk=1), random.Random(os.getpid())  # an event needs no row of its subject
    spent = 0.0
    for number in range(count):
        for keep in (False, True):
            with transaction.atomic():
                spent -= time.process_time()
                Event.objects.append("desk.named", desk, by=None, before={"n": 0}, after={"n": number})
                spent += time.process_time()
                time.sleep(dice.choice(LENGTHS))
                transaction.set_rollback(not keep)
    print(spent / count / 2 * 1000)


def seal() -> None:
    """Seal as the relay does, a little faster, until standard input is closed and nothing waits."""
    import select

    from accounts import sealing

    while True:
        closed = select.select([sys.stdin], [], [], 0.05)[0]
        if not sealing.seal() and closed and not sealing.head().unsealed:
            return


def storm(environ: Mapping[str, str]) -> dict[str, float]:
    """Let the crowd write and the sealers seal, on the empty database of `environ`.

    {"seconds", "cpu_ms"}: how long until all was written and sealed; the mean cost of an event.
    """

    def start(*words: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "bench.trail", *words],
            env=dict(environ),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    started = time.perf_counter()
    sealers = [start("seal") for _ in range(SEALERS)]
    writers = [start("write", str(EACH)) for _ in range(WRITERS)]
    told = [writer.communicate()[0] for writer in writers]
    for sealer in sealers:
        sealer.communicate()
    if failed := [child.args for child in (*writers, *sealers) if child.returncode]:
        raise RuntimeError(f"failed: {failed}")
    return {
        "seconds": time.perf_counter() - started,
        "cpu_ms": sum(map(float, told)) / len(told),
    }


def audit() -> list[tuple[str, str, str]]:
    """Rows of the table: MANY events are added, sealed, audited, written out and audited again."""
    from accounts import auditing, sealing
    from accounts.models import Event

    def timed(what: str, asked: str, work):
        started = time.perf_counter()
        work()
        rows.append((what, asked, f"{time.perf_counter() - started:.1f} s"))

    rows: list[tuple[str, str, str]] = []
    made = (
        Event(
            kind="claim.sign_off",
            subject_kind="claim",
            subject_id=number,
            within="article:1",
            before={"status": "awaiting_sign_off", "assignee": None, "verdict": number},
            after={"status": "resolved", "assignee": None, "verdict": number},
            note="The page says so, and so does the minister.",
        )
        for number in range(MANY)
    )
    timed(f"{MANY:,} events added", "", lambda: Event.objects.bulk_create(made, batch_size=1000))
    timed(f"{MANY:,} events sealed", "", sealing.seal_all)
    timed(f"{MANY:,} events audited", "10 s", auditing.verify)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "trail.jsonl"
        with file.open("w") as lines:
            timed(f"written out, {MANY:,}", "", lambda: lines.writelines(auditing.export()))
        with file.open() as lines:
            timed("the file audited", "10 s", lambda: auditing.verify_file(lines))
        script = [sys.executable, str(ROOT / "docs" / "verify_chain.py"), str(file)]
        timed("the file audited by docs/verify_chain.py", "", lambda: subprocess.run(script, check=True))
    return rows


def triggers(name: str) -> None:
    """`lift` or `guard`, as the migration has them: without, events are added and never sealed."""
    from django.db import connection

    with connection.schema_editor() as editor:
        getattr(import_module("accounts.migrations.0002_seals"), name)(None, editor)


def verdicts(database_url: str) -> None:
    """Shows verdicts a second with the chain and without, in turn, in rounds of SECONDS."""
    found: dict[str, list[float]] = {"with": [], "without": []}
    with (
        tempfile.TemporaryDirectory(prefix="factcheck-trail-") as folder,
        Stack(Path(folder), database_url=database_url, parts={"web", "broker", "relay"}) as stack,
    ):
        stack.run("-m", "bench.fill", str(CLAIMS), "open")
        writers.write(stack, seconds=3)  # every process has worked once
        for _ in range(ROUNDS):
            for how, before, after in (("with", "", ""), ("without", "lift", "guard")):
                if before:
                    stack.run("-m", "bench.trail", before)
                written = writers.write(stack, seconds=SECONDS)
                if written.refused:
                    raise RuntimeError(written.refused[0])
                found[how].append(written.verdicts / written.lasted)
                if after:
                    stack.run("-m", "bench.trail", after)
    best = {how: sorted(rates)[len(rates) // 2] for how, rates in found.items()}
    show(
        f"Verdicts a second, {writers.CROWD} people over HTTP, rounds of {SECONDS} s in turn",
        ("", *(f"round {number}" for number in range(1, ROUNDS + 1)), "median"),
        [
            (f"{how} the chain", *(f"{rate:.1f}" for rate in rates), f"{best[how]:.1f}")
            for how, rates in found.items()
        ]
        + [("ratio (asked: 0.8)", *([""] * ROUNDS), f"{best['with'] / best['without']:.2f}")],
    )


def measure(environ: Mapping[str, str]) -> None:
    found = storm(environ)
    show(
        f"The trail on {'PostgreSQL' if environ.get('DATABASE_URL') else 'SQLite'}",
        ("", "asked", "found"),
        [
            (f"{WRITERS} x {EACH} events written and sealed", "", f"{found['seconds']:.1f} s"),
            ("CPU of an event", "1 ms", f"{found['cpu_ms']:.2f} ms"),
            *audit(),
        ],
    )


def main() -> None:
    match sys.argv[1:]:
        case ["write", count]:
            django.setup()
            write(int(count))
        case ["lift" | "guard" as name]:
            django.setup()
            triggers(name)
        case ["verdicts"]:
            verdicts(os.environ.get("DATABASE_URL", ""))
        case ["seal"]:
            django.setup()
            seal()
        case _:
            with tempfile.TemporaryDirectory(prefix="factcheck-trail-") as folder:
                os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "factcheck.settings"}
                subprocess.run(
                    [sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, check=True
                )
                django.setup()
                measure(os.environ)


if __name__ == "__main__":
    main()
