"""(6) The figures of a desk with a long trail, and *Find anything* on it: what they cost the server.

Run beside a desk, `python -m bench.figures trail` gives each filled claim the steps that led to its status,
in the last DAYS.
"""

import os
import random
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import django
from django.utils import timezone

from bench.client import Browser
from bench.fill import COMMON, RARE
from bench.procfs import cpu_seconds
from bench.stack import Stack
from bench.tables import ms, quantile, show

CLAIMS, DAYS, ROUNDS = 100_000, 180, 15
TAKEN = [("accept", "suggested", "open"), ("take", "open", "in_check")]
PROPOSED = [
    *TAKEN,
    ("evidence", "in_check", "in_check"),
    ("propose", "in_check", "awaiting_sign_off"),
]
LIVES = {
    "suggested": [],
    "open": TAKEN[:1],
    "in_check": TAKEN,
    "awaiting_sign_off": PROPOSED,
    "resolved": [*PROPOSED, ("sign_off", "awaiting_sign_off", "resolved")],
    "dismissed": [("dismiss", "suggested", "dismissed")],
}
PAGES = {
    "figures of 7 days": "/desks/news/figures/?days=7",
    "figures of 30 days": "/desks/news/figures/?days=30",
    "figures of 90 days": "/desks/news/figures/?days=90",
    "find: the beginning of a word in every third claim": f"/find/?q={COMMON[:3]}",
    "find: a word in 50 claims": f"/find/?q={RARE}",
    "find: two letters": "/find/?q=th",
}


def measure(stack: Stack) -> None:
    stack.run("-m", "bench.fill", str(CLAIMS))
    stack.run("-m", "bench.figures", "trail")
    browser, web = Browser(stack.port), stack.pid("web")
    browser.sign_in("editor@desk.example", "galley-proof-ada")
    rows = []
    for name, address in PAGES.items():
        seconds, cpu = [], []
        for turn in range(ROUNDS + 1):
            before = cpu_seconds(web)
            answer = browser.request("GET", address)
            if answer.status != 200:
                raise RuntimeError(f"{address}: {answer.status} {answer.text[:300]}")
            if turn:  # the first one warms up
                seconds.append(answer.seconds)
                cpu.append(cpu_seconds(web) - before)
        rows.append((name, ms(quantile(seconds, 0.5)), ms(quantile(seconds, 0.95)), ms(sum(cpu) / len(cpu))))
    show(f"(6) Figures and finder on a desk of {CLAIMS:,} claims", ("", "p50", "p95", "CPU"), rows)


def add_trail() -> None:
    """The steps of every claim, one after the other; a verdict is as old as the step that brought it."""
    from accounts.models import Event
    from claims.models import Verdict

    Event.objects.bulk_create(steps_of_all(random.Random(6)), batch_size=2_000)
    proposed = dict(Event.objects.filter(kind="claim.propose").values_list("subject_id", "at"))
    verdicts = list(Verdict.objects.all())
    for verdict in verdicts:
        verdict.created_at = proposed[verdict.claim_id]
    Verdict.objects.bulk_update(verdicts, ["created_at"], batch_size=2_000)


def steps_of_all(dice: random.Random) -> Iterator[Any]:
    from accounts.models import Event, User
    from claims.models import Claim

    person, now = User.objects.order_by("id")[0], timezone.now()
    lives = [
        (now - timedelta(days=dice.uniform(0, DAYS)), pk, LIVES[status])
        for pk, status in Claim.objects.values_list("pk", "status")
    ]
    for began, pk, life in sorted(lives, key=lambda one: one[0]):
        share = (now - began) / (len(life) + 1)
        for number, (step, before, after) in enumerate(life):
            yield Event(
                kind=f"claim.{step}",
                by=person,
                subject_kind="claim",
                subject_id=pk,
                at=began + min(share, timedelta(days=1)) * number,
                before={"status": before, "assignee": None, "verdict": None},
                after={"status": after, "assignee": None, "verdict": None},
            )


if __name__ == "__main__" and sys.argv[1:] == ["trail"]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    add_trail()
