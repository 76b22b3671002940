"""(4) A report of 10,000 claims: streamed from the page, and as a job that a worker does."""

import time

from bench.client import Api, Browser
from bench.stack import Stack
from bench.tables import show

CLAIMS = 10_000
QUERY = {"status": "resolved"}
FORMATS = ("csv", "json", "html")


def measure(stack: Stack) -> None:
    """Fills the desk with CLAIMS resolved claims; there are to be none before."""
    stack.run("-m", "bench.fill", str(CLAIMS), QUERY["status"])
    rows = []
    for format in FORMATS:
        for way, taken in (("streamed", streamed), ("by a worker", by_worker)):
            started = time.perf_counter()
            size = taken(stack, format)
            seconds = time.perf_counter() - started
            rows.append((way, format, f"{seconds:.2f}", f"{size / 1e6:.1f}", f"{CLAIMS / seconds:,.0f}"))
    show(
        f"(4) Export of {CLAIMS:,} claims, from the request to the last byte",
        ("", "", "seconds", "MB", "rows/s"),
        rows,
    )


def streamed(stack: Stack, format: str) -> int:
    browser = Browser(stack.port)
    browser.sign_in("editor@desk.example", "galley-proof-ada")
    return len(browser.get(f"/claims/export.{format}?status={QUERY['status']}").text.encode())


def by_worker(stack: Stack, format: str) -> int:
    api = Api(stack.port, stack.tokens["editor"])
    export = api.post("exports/", {"format": format, "filters": QUERY}).json
    while export["state"] in {"queued", "running"}:
        time.sleep(0.05)
        export = api.get(f"exports/{export['id']}/")
    if export["state"] != "done":
        raise RuntimeError(f"export {export['id']}: {export['error']}")
    return len(api.request("GET", f"/api/v1/exports/{export['id']}/download/").text.encode())
