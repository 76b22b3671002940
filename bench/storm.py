"""Processes of the desk killed with -9 by the clock."""

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import NamedTuple

from bench.stack import Stack


class Plan(NamedTuple):
    """When what is killed, in seconds from the beginning; a broker stays away for so many seconds."""

    seconds: int
    child_every: int = 2
    workers: tuple[int, ...] = ()
    brokers: tuple[tuple[int, int], ...] = ()
    relays: tuple[int, ...] = ()


def storm(stack: Stack, plan: Plan) -> list[str]:
    """Kill by the plan, until its seconds are over; returns what was killed."""
    killed: list[str] = []
    dice = random.Random(7)
    started = time.monotonic()
    with ExitStack() as away:

        def kill_child() -> None:
            if children := stack.worker_children():  # none while the whole worker starts anew
                kill(dice.choice(children))
                killed.append("child")

        def kill_whole(name: str) -> None:
            stack.kill(name)
            killed.append(name)

        def take_broker() -> None:
            away.enter_context(stack.without("broker"))
            killed.append("broker")

        timeline: list[tuple[int, Callable[[], None]]] = [
            *((at, kill_child) for at in range(plan.child_every, plan.seconds + 1, plan.child_every)),
            *((at, lambda: kill_whole("worker")) for at in plan.workers),
            *((at, lambda: kill_whole("relay")) for at in plan.relays),
            *((at, take_broker) for at, _ in plan.brokers),
            *((at + seconds, away.close) for at, seconds in plan.brokers),
        ]
        for at, act in sorted(timeline, key=lambda entry: entry[0]):
            time.sleep(max(0.0, started + at - time.monotonic()))
            act()
    return killed


def kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
