"""Eight people who press *take* on the same claim at the same moment."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

from bench.client import Answer, Api, Browser
from bench.people import CROWD
from bench.stack import Stack

Press = Callable[[int], Answer]
TAKEN = {200, 302}  # by the API, by the page


class Round(NamedTuple):
    """How one round ended: who won, and the answers to the others."""

    claim: int
    winners: list[int]
    losers: list[Answer]
    holder: str  # by the desk, afterwards

    def fair(self) -> bool:
        """One assignment; everybody else was told 409 and the name of the holder."""
        told = all(answer.status == 409 and self.holder in answer.text for answer in self.losers)
        return len(self.winners) == 1 and len(self.losers) == CROWD - 1 and told and bool(self.holder)


def by_api(stack: Stack) -> list[Press]:
    def press(api: Api, claim: int) -> Answer:
        return api.post(f"claims/{claim}/take/")

    return [
        partial(press, Api(stack.port, stack.tokens[f"reviewer{number}"])) for number in range(1, CROWD + 1)
    ]


def by_page(stack: Stack) -> list[Press]:
    def press(browser: Browser, claim: int) -> Answer:
        return browser.post(f"/claims/{claim}/take/")

    browsers = [Browser(stack.port) for _ in range(CROWD)]
    for number, browser in enumerate(browsers, start=1):
        browser.sign_in(f"reviewer{number}@desk.example", f"galley-proof-{number}")
    return [partial(press, browser) for browser in browsers]


def take_at_once(stack: Stack, presses: list[Press], claims: list[int]) -> list[Round]:
    """One round for each of the open claims `claims`."""
    editor = Api(stack.port, stack.tokens["editor"])
    rounds = []
    for claim in claims:
        answers = at_once([partial(press, claim) for press in presses])
        winners = [number for number, answer in enumerate(answers, start=1) if answer.status in TAKEN]
        losers = [answer for answer in answers if answer.status not in TAKEN]
        holder = editor.get(f"claims/{claim}/")["assignee_name"] or ""
        rounds.append(Round(claim, winners, losers, holder))
    return rounds


def at_once(presses: Sequence[Callable[[], Answer]]) -> list[Answer]:
    """The answers to calls that begin at the same moment, in the order of the calls."""
    gate = threading.Barrier(len(presses))

    def press(call: Callable[[], Answer]) -> Answer:
        gate.wait()
        return call()

    with ThreadPoolExecutor(len(presses)) as people:
        return list(people.map(press, presses))
