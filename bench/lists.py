"""(2) Pages of claims on a small and on a large desk, asked in turns so that noise falls on both alike."""

from typing import NamedTuple

from bench.client import Answer, Api, Browser
from bench.fill import COMMON, RARE, RARE_CLAIMS
from bench.procfs import cpu_seconds
from bench.stack import Stack
from bench.tables import ms, quantile, show

SMALL, LARGE = 1_000, 100_000
ASKED = 1.3
ROUNDS, IN_A_ROW = 12, 4
QUERIES = {
    "first": "",
    "open": "status=open",
    "open or in check, of 3 kinds": "status=open,in_check&kind=event,quantity,comparison",
    "high risk, nobody has it": "risk=high&assignee=none",
    "overdue or today, by deadline": "due=overdue,today&order=due",
    f"text: in {RARE_CLAIMS} claims": f"q={RARE}",
    "text: in every third claim": f"q={COMMON}",
}
PAGES = {
    **{("JSON", name): f"/api/v1/claims/?{query}" for name, query in QUERIES.items()},
    **{("HTML", name): f"/claims/?{query}" for name, query in QUERIES.items()},
    ("HTML", "my queue"): "/",
}


class Cell(NamedTuple):
    """Seconds of each answer, and of the server's processors for all of them."""

    seconds: list[float]
    cpu: list[float]


def measure(small: Stack, large: Stack) -> None:
    for stack, count in ((small, SMALL), (large, LARGE)):
        stack.run("-m", "bench.fill", str(count))
    desks = [Desk(small), Desk(large)]
    cells = {(page, desk): Cell([], []) for page in PAGES for desk in desks}
    for turn in range(ROUNDS + 1):
        for (page, desk), cell in cells.items():
            before = cpu_seconds(desk.web)
            answers = [desk.ask(page) for _ in range(IN_A_ROW)]
            if turn:  # the first one warms up
                cell.seconds.extend(answer.seconds for answer in answers)
                cell.cpu.append((cpu_seconds(desk.web) - before) / IN_A_ROW)
    rows = [row(*page, *(cells[page, desk] for desk in desks)) for page in PAGES]
    show(
        f"(2) A page of claims among {SMALL:,} and among {LARGE:,} (growth asked: {ASKED} or less; "
        "of the common word just the figure)",
        ("", "", "p50", "p95", "CPU", "p50", "p95", "CPU", "growth of p50", "growth of CPU"),
        rows,
    )


class Desk:
    """One server, and a program and a browser that use it."""

    def __init__(self, stack: Stack) -> None:
        self.web = stack.pid("web")
        self.api = Api(stack.port, stack.tokens["editor"])
        self.browser = Browser(stack.port)
        self.browser.sign_in("editor@desk.example", "galley-proof-ada")

    def ask(self, page: tuple[str, str]) -> Answer:
        client = self.api if page[0] == "JSON" else self.browser
        answer = client.request("GET", PAGES[page])
        if answer.status != 200:
            raise RuntimeError(f"{page}: {answer.status} {answer.text[:300]}")
        return answer


def row(door: str, name: str, small: Cell, large: Cell) -> tuple[str, ...]:
    figures = [
        ms(figure)
        for cell in (small, large)
        for figure in (quantile(cell.seconds, 0.5), quantile(cell.seconds, 0.95), quantile(cell.cpu, 0.5))
    ]
    growth = quantile(large.seconds, 0.5) / quantile(small.seconds, 0.5)
    cpu_growth = quantile(large.cpu, 0.5) / quantile(small.cpu, 0.5)
    return door, name, *figures, f"{growth:.2f}", f"{cpu_growth:.2f}"
