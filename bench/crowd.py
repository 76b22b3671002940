"""Eight people who press *take* on the same claim at the same moment."""

import threading
from collections.abc import Callable
from typing import Any, NamedTuple

from bench.client import Answer, Api, Browser
from bench.people import CROWD
from bench.stack import Stack

Press = Callable[[int], Answer]


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
    clients = [Api(stack.port, stack.tokens[f"reviewer{number}"]) for number in range(1, CROWD + 1)]
    return [lambda claim, api=api: api.post(f"claims/{claim}/take/") for api in clients]  # type: ignore[misc]


def by_page(stack: Stack) -> list[Press]:
    browsers = [Browser(stack.port) for _ in range(CROWD)]
    for number, browser in enumerate(browsers, start=1):
        browser.sign_in(f"reviewer{number}@desk.example", f"galley-proof-{number}")
    return [lambda claim, browser=browser: browser.post(f"/claims/{claim}/take/") for browser in browsers]  # type: ignore[misc]


def take_at_once(stack: Stack, presses: list[Press], claims: list[int]) -> list[Round]:
    """One round for each of the open claims `claims`."""
    editor = Api(stack.port, stack.tokens["editor"])
    rounds = []
    for claim in claims:
        answers: dict[int, Answer] = {}
        gate = threading.Barrier(len(presses))

        def press(number: int, claim: int = claim, answers: dict[int, Answer] = answers, gate: Any = gate) -> None:
            gate.wait()
            answers[number] = presses[number](claim)

        people = [threading.Thread(target=press, args=(number,)) for number in range(len(presses))]
        for person in people:
            person.start()
        for person in people:
            person.join()
        winners = [number for number, answer in answers.items() if answer.status in {200, 302}]
        losers = [answer for answer in answers.values() if answer.status not in {200, 302}]
        holder = editor.get(f"claims/{claim}/")["assignee_name"] or ""
        rounds.append(Round(claim, winners, losers, holder))
    return rounds
