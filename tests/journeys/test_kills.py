"""Broker, worker and relay killed in the middle of their work: nothing is lost, nothing is done twice."""

import time
from collections import Counter

import pytest

from bench import copy
from bench.audit import audit
from bench.client import Api
from bench.storm import Plan, storm
from bench.texts import texts

pytestmark = [pytest.mark.journey, pytest.mark.model]

PATIENCE = 120.0  # seconds; a job whose process died comes back after its lease of 30
TEXTS = texts(10)
LONG = "\n\n".join(texts(80))  # some seconds of work


@pytest.fixture(scope="module")
def api(stack):
    return Api(stack.port, stack.tokens["editor"])


@pytest.fixture(scope="module")
def expected(stack):
    """The claims of each text, found while nobody was killed."""
    return copy.undisturbed(stack, [*TEXTS, LONG], PATIENCE)


def wait_until_half_done(api, article):
    for _ in range(600):
        extraction = api.get(f"articles/{article}/")["extraction"]
        if extraction["state"] == "running" and extraction["done"] > 0:
            return
        time.sleep(0.05)
    pytest.fail(f"the extraction never was in the middle: {extraction}")


def test_killed_in_the_middle_of_an_extraction_and_of_a_queue(stack, api, expected):
    sent = [copy.Sent(api, LONG)]
    wait_until_half_done(api, sent[0].id)
    sent += [copy.Sent(api, text) for text in TEXTS * 5]

    stack.kill("worker")
    killed = storm(stack, Plan(seconds=12, workers=(7,), relays=(3,), brokers=((9, 2),)))
    ended = copy.wait_until_ended(stack, [one.id for one in sent], PATIENCE)

    assert Counter(killed) >= Counter(worker=1, relay=1, broker=1)
    assert Counter(one["extraction"]["state"] for one in ended.values()) == {"done": len(sent)}
    assert all(copy.claims_of(stack, one.id) == expected[one.text] for one in sent)
    jobs = {job["article"]: job for job in audit(stack)}
    assert {jobs[one.id]["stored"] for one in sent} == {1}
    assert jobs[sent[0].id]["deaths"] >= 1


@pytest.mark.parametrize("away", ["without", "hanging"])
def test_submitting_works_while_the_broker_is_away(stack, api, expected, away):
    with getattr(stack, away)("broker"):
        sent = [copy.Sent(api, text) for text in TEXTS[:5]]
        time.sleep(4)  # the relay has tried, and goes on trying
        sent += [copy.Sent(api, text) for text in TEXTS[5:]]

    ended = copy.wait_until_ended(stack, [one.id for one in sent], PATIENCE)

    assert max(one.answer.seconds for one in sent) < 2
    assert Counter(one["extraction"]["state"] for one in ended.values()) == {"done": len(sent)}
    assert all(copy.claims_of(stack, one.id) == expected[one.text] for one in sent)
