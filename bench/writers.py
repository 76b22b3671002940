"""Eight people who check claims at once, over HTTP: take, evidence, verdict, and the next one."""

import threading
import time
from collections import Counter
from dataclasses import dataclass, field

from bench.client import Answer, Api
from bench.people import CROWD
from bench.stack import Stack
from bench.tables import ms, quantile, show

CLAIMS, SECONDS = 4_000, 15


@dataclass
class Written:
    """What came of it; `refused` holds the answers that were no success, `seconds` the time of each call."""

    verdicts: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    lasted: float = 0.0

    def note(self, answer: Answer) -> Answer:
        self.statuses[answer.status] += 1
        self.seconds.append(answer.seconds)
        if answer.status >= 300:
            self.refused.append(f"{answer.status} {answer.text[:300]}")
        return answer


def write(stack: Stack, *, seconds: float) -> Written:
    """Let the crowd work for so long, or until no claim is open."""
    written = Written()
    until = time.monotonic() + seconds
    started = time.perf_counter()
    people = [
        threading.Thread(target=check, args=(stack, f"reviewer{number}", until, written))
        for number in range(1, CROWD + 1)
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    written.lasted = time.perf_counter() - started
    return written


def check(stack: Stack, person: str, until: float, written: Written) -> None:
    api = Api(stack.port, stack.tokens[person])
    rating = 0
    while time.monotonic() < until:
        taken = written.note(api.post("claims/next/"))
        if taken.status != 200:  # 204: the queue is empty
            return
        claim = taken.json["id"]
        rating = rating or api.get(f"ratings/?claim={claim}")[0]["id"]
        source = {"kind": "document", "locator": "page 4", "quote": "as printed", "stance": "supports"}
        evidence = written.note(api.post(f"claims/{claim}/evidence/", source))
        if evidence.status != 201:
            return
        verdict = {"rating": rating, "rationale": "The page says so.", "evidence": [evidence.json["id"]]}
        if written.note(api.post(f"claims/{claim}/verdicts/", verdict)).status == 201:
            written.verdicts += 1


def complaints(stack: Stack) -> list[str]:
    """The lines in the logs of the desk that speak of a locked database."""
    return [
        line
        for log in sorted((stack.data_dir / "logs").glob("*.log"))
        for line in log.read_text("utf-8", "replace").splitlines()
        if "locked" in line.lower()
    ]


def measure(stack: Stack) -> None:
    """(3) Fills the desk with open claims and lets the crowd check them for SECONDS."""
    stack.run("-m", "bench.fill", str(CLAIMS), "open")
    written = write(stack, seconds=SECONDS)
    calls = len(written.seconds)
    show(
        f"(3) {CROWD} people write verdicts at once over HTTP: take next, evidence, verdict",
        ("verdicts/s", "writes/s", "p50", "p95", "slowest", "errors", "“locked” in the logs"),
        [
            (
                f"{written.verdicts / written.lasted:.0f}",
                f"{calls / written.lasted:.0f}",
                ms(quantile(written.seconds, 0.5)),
                ms(quantile(written.seconds, 0.95)),
                ms(max(written.seconds)),
                len(written.refused),
                len(complaints(stack)),
            )
        ],
    )
    for refusal in written.refused[:3]:
        print(refusal)
