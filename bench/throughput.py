"""(1) Articles sent in over HTTP until all claims are visible, against a plain loop of the same pipeline."""

import json
import time
from typing import Any

from bench import copy
from bench.client import Api
from bench.procfs import cpu_seconds
from bench.stack import Stack
from bench.tables import show
from bench.texts import texts

ARTICLES = 50
ASKED = 1.3


def measure(stack: Stack) -> None:
    sample = texts(ARTICLES)
    api = Api(stack.port, stack.tokens["editor"])
    copy.undisturbed(stack, texts(8), patience=120)  # every process has worked once

    loops = [plain_loop(stack, sample)]
    parts = [stack.pid(name) for name in ("web", "relay", "worker")]
    cpu, started = sum(map(cpu_seconds, parts)), time.perf_counter()
    sent = [copy.Sent(api, text) for text in sample]
    acknowledged = time.perf_counter() - started
    ended = copy.wait_until_ended(stack, [one.id for one in sent], patience=300)
    seconds, cpu = time.perf_counter() - started, sum(map(cpu_seconds, parts)) - cpu
    loops.append(plain_loop(stack, sample))

    done = sum(article["extraction"]["state"] == "done" for article in ended.values())
    claims = sum(article["claims"]["total"] for article in ended.values())
    words = sum(len(text.split()) for text in sample)
    loop = sum(one["seconds"] for one in loops) / len(loops)
    loop_cpu = sum(one["cpu"] for one in loops) / len(loops)
    show(
        f"(1) {ARTICLES} articles of {words:,} words, from the first request until all claims are visible; "
        f"plain loop: one process, before and after",
        ("", "seconds", "CPU s", "words/s"),
        [
            ("all acknowledged", f"{acknowledged:.2f}", "", ""),
            (f"{done} done, {claims:,} claims", f"{seconds:.2f}", f"{cpu:.2f}", f"{words / seconds:,.0f}"),
            ("plain loop", f"{loop:.2f}", f"{loop_cpu:.2f}", f"{words / loop:,.0f}"),
            (f"ratio (asked: {ASKED} or less)", f"{seconds / loop:.2f}", f"{cpu / loop_cpu:.2f}", ""),
        ],
    )


def plain_loop(stack: Stack, sample: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(stack.run("-m", "bench.baseline", stdin=json.dumps(sample)))
    return found
