"""`python -m bench.pages`: what a page costs the server, the wire and the browser.

The first page and an article of 3,000 words with 150 claims. CPU is this process's, the weight what Chromium
fetched with an empty cache, the scripting what its own measure (`Performance.getMetrics`) says of it.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import django

from bench.stack import Stack
from bench.tables import show

CPU_MS, STATEMENTS, WEIGHT_KB, SCRIPT_MS = 40, 15, 150, 50  # at most; statements of the first page
ROUNDS, WARM = 30, 5


def main() -> None:
    with (
        tempfile.TemporaryDirectory(prefix="factcheck-pages-") as folder,
        Stack(Path(folder), parts={"web"}) as stack,
    ):
        os.environ |= stack.environ
        django.setup()
        from bench.long_article import make_long_article

        article = make_long_article()
        claims = article.claims.count()
        first = article.claims.filter(status="suggested").order_by("start").first().pk
        pages = {
            "my queue": "/",
            "the article": f"/articles/{article.pk}/",
            "the article at a claim": f"/articles/{article.pk}/?claim={first}",
        }
        show(
            f"Server, {len(article.revision.text.split()):,} words and {claims} claims",
            ("page", "CPU ms", f"asked (at most {CPU_MS})", "SQL", "asked"),
            [served(name, address) for name, address in pages.items()],
        )
        weights, scripting = browsed(stack.port, pages)
        show(
            "Wire, uncached, all of it",
            ("page", "kB", f"asked (at most {WEIGHT_KB})", "of it the page"),
            [(name, f"{total:.1f}", met(total <= WEIGHT_KB), f"{page:.1f}") for name, total, page in weights],
        )
        show(
            "Browser, on the article: median and most of 12",
            ("step", "script ms", "most", f"asked (at most {SCRIPT_MS})", "style and layout ms"),
            scripting,
        )


def met(holds: bool) -> str:
    return "met" if holds else "MISSED"


def served(name: str, address: str) -> tuple[object, ...]:
    """Median CPU of a page and its statements, as the editor of the seeds gets it."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from accounts.models import User

    client = Client(SERVER_NAME="127.0.0.1", headers={"Accept-Encoding": "gzip"})
    client.force_login(User.objects.get(email="editor@desk.example"))

    def ask() -> float:
        started = time.process_time()
        answer = client.get(address)
        spent = time.process_time() - started
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code}")
        return spent * 1000

    spent = median([ask() for _ in range(WARM + ROUNDS)][WARM:])
    with CaptureQueriesContext(connection) as captured:
        ask()
    asked = met(len(captured) < STATEMENTS) if address == "/" else ""
    return name, f"{spent:.1f}", met(spent <= CPU_MS) if address != "/" else "", len(captured), asked


def browsed(port: int, pages: dict[str, str]) -> tuple[list[Any], list[tuple[object, ...]]]:
    """(page, kB in all, kB of the page itself), and what a claim selected and the next one cost."""
    from tests.journeys.browser import PEOPLE, launched, sign_in

    with launched() as chromium:
        door = chromium.new_context(base_url=f"http://127.0.0.1:{port}")
        page = door.new_page()
        sign_in(page, PEOPLE["editor"])
        state = door.storage_state()
        weights = []
        for name, address in pages.items():
            fresh = chromium.new_context(base_url=f"http://127.0.0.1:{port}", storage_state=state)
            weights.append((name, *weighed(fresh.new_page(), address)))
            fresh.close()
        view: Any = {"width": 1440, "height": 900}
        long = chromium.new_context(
            base_url=f"http://127.0.0.1:{port}", storage_state=state, viewport=view
        ).new_page()
        long.goto(pages["the article"])
        long.wait_for_load_state("networkidle")
        steps: dict[str, Callable[[Any, int], Any]] = {
            "select a claim": lambda page, n: page.locator(".mark").nth(n).click(),
            "next (j)": lambda page, n: page.keyboard.press("j"),
            "next open fact (f)": lambda page, n: page.keyboard.press("f"),
        }
        rows = [cost_of(long, name, act) for name, act in steps.items()]
    return weights, rows


def weighed(page: Any, address: str) -> tuple[float, float]:
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {"Document": 0.0}
    network.on("Network.responseReceived", lambda told: kinds.update({told["requestId"]: told["type"]}))
    network.on(
        "Network.loadingFinished",
        lambda told: sizes.update(
            {
                kinds[told["requestId"]]: sizes.get(kinds[told["requestId"]], 0)
                + told["encodedDataLength"] / 1000
            }
        ),
    )
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return sum(sizes.values()), sizes["Document"]


def cost_of(page: Any, name: str, act: Callable[[Any, int], Any]) -> tuple[object, ...]:
    """Twelve times the step, each measured until the page is at rest; the first two warm up."""
    tracer = page.context.new_cdp_session(page)
    tracer.send("Performance.enable")

    def spent() -> dict[str, float]:
        told = tracer.send("Performance.getMetrics")["metrics"]
        return {one["name"]: one["value"] * 1000 for one in told}

    scripts, layouts = [], []
    for number in range(14):
        before = spent()
        act(page, number)
        page.wait_for_timeout(400)  # j opens the card a moment later
        page.wait_for_load_state("networkidle")
        after = spent()
        scripts.append(after["ScriptDuration"] - before["ScriptDuration"])
        layouts.append(sum(after[part] - before[part] for part in ("LayoutDuration", "RecalcStyleDuration")))
    worst = max(scripts[2:])
    return (
        name,
        f"{median(scripts[2:]):.1f}",
        f"{worst:.1f}",
        met(worst <= SCRIPT_MS),
        f"{median(layouts[2:]):.1f}",
    )


if __name__ == "__main__":
    main()
