"""The long proof that nothing is lost and nothing done twice: `python -m bench.kills [NAME …]`.

The names are those of CHECKS; without one all are run. Needs what the tests need (PostgreSQL from the wheel).
Ends with status 1 where a figure is not as asked.
"""

import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import NamedTuple

from bench import copy, crowd, writers
from bench.audit import audit
from bench.client import Api
from bench.stack import Stack
from bench.storm import Plan, storm
from bench.tables import show
from bench.texts import texts
from tests import postgres

ARTICLES = 200
PLAN = Plan(seconds=60, workers=(15, 41), brokers=((22, 5), (47, 8)), relays=(33,))
PATIENCE = 120.0  # seconds after the last kill
AWAY = 30  # seconds without a broker
ROUNDS = 100


class Figure(NamedTuple):
    what: str
    asked: str
    found: str
    enough: bool


@contextmanager
def desk(database_url: str = "", parts: set[str] | None = None) -> Iterator[Stack]:
    with (
        tempfile.TemporaryDirectory(prefix="factcheck-kills-") as folder,
        Stack(Path(folder), database_url=database_url, parts=parts) as stack,
    ):
        yield stack


def kills() -> Iterator[Figure]:
    """Articles come in while children, workers, brokers and the relay are killed."""
    sample = texts(ARTICLES)
    with desk() as stack:
        expected = copy.undisturbed(stack, sample, patience=600)
    with desk() as stack:
        sent: list[copy.Sent] = []
        author = threading.Thread(target=send_in, args=(stack, sample, PLAN.seconds - 10, sent))
        author.start()
        killed = Counter(storm(stack, PLAN))
        quiet_since = time.monotonic()
        author.join()
        ended = copy.wait_until_ended(stack, [one.id for one in sent], PATIENCE)
        waited = time.monotonic() - quiet_since
        jobs = {job["article"]: job for job in audit(stack)}
        same = [copy.claims_of(stack, one.id) == expected[one.text] for one in sent]
        times = Counter(job["stored"] for job in jobs.values())
        deaths = Counter(job["deaths"] for job in jobs.values())
    done = sum(article["extraction"]["state"] == "done" for article in ended.values())
    names = ", ".join(f"{count} x {name}" for name, count in killed.items())
    yield Figure("killed with -9 in 60 s", "", names, True)
    yield at_least("articles acknowledged", ARTICLES, sum(one.answer.status == 201 for one in sent))
    yield at_least("articles on the desk", ARTICLES, len(jobs))
    yield at_least("extractions done", ARTICLES, done)
    yield Figure(
        "times a result was stored", f"once for each of {ARTICLES}", str(dict(times)), times == {1: ARTICLES}
    )
    yield at_least("claims as in the undisturbed run", ARTICLES, sum(same))
    yield Figure("all done after the last kill", f"{PATIENCE:.0f} s", f"{waited:.1f} s", done == ARTICLES)
    yield Figure("deaths of one job: how many jobs", "", str(dict(sorted(deaths.items()))), True)


def send_in(stack: Stack, sample: list[str], seconds: float, sent: list[copy.Sent]) -> None:
    """Submit the texts, spread over so many seconds."""
    api, started = Api(stack.port, stack.tokens["editor"]), time.monotonic()
    for number, text in enumerate(sample):
        time.sleep(max(0.0, started + seconds * number / len(sample) - time.monotonic()))
        sent.append(copy.Sent(api, text))


def broker_refusing() -> Iterator[Figure]:
    yield from broker_away("refusing", lambda stack: stack.without("broker"))


def broker_hanging() -> Iterator[Figure]:
    yield from broker_away("hanging", lambda stack: stack.hanging("broker"))


def broker_away(how: str, away: Callable[[Stack], AbstractContextManager[None]]) -> Iterator[Figure]:
    sample = texts(AWAY)
    with desk() as stack:
        expected = copy.undisturbed(stack, sample[:8], patience=300)
        sent: list[copy.Sent] = []
        with away(stack):
            send_in(stack, sample, AWAY, sent)
        back = time.monotonic()
        ended = copy.wait_until_ended(stack, [one.id for one in sent], PATIENCE)
        waited = time.monotonic() - back
        same = sum(copy.claims_of(stack, one.id) == expected[one.text] for one in sent[:8])
    done = sum(article["extraction"]["state"] == "done" for article in ended.values())
    slowest = max(one.answer.seconds for one in sent)
    yield at_least(
        f"broker {how} for {AWAY} s: acknowledged", AWAY, sum(one.answer.status == 201 for one in sent)
    )
    yield Figure("  slowest answer", "2 s", f"{slowest:.2f} s", slowest < 2)
    yield at_least("  extracted after its return", AWAY, done)
    yield Figure("  all done after its return", f"{PATIENCE:.0f} s", f"{waited:.1f} s", done == AWAY)
    yield at_least("  claims as in the undisturbed run, of 8", 8, same)


def poison() -> Iterator[Figure]:
    """An article whose every run is killed does not hold up others, and fails with a reason."""
    long, sample = "\n\n".join(texts(100)), texts(20)
    with desk() as stack:
        api = Api(stack.port, stack.tokens["editor"])
        poisonous = copy.Sent(api, long)
        started = time.monotonic()
        stack.kill_working_child()
        others = [copy.Sent(api, text) for text in sample]
        while set(states(api, others)) != {"done"}:
            time.sleep(0.2)
        others_done = time.monotonic() - started
        while (article := api.get(f"articles/{poisonous.id}/"))["extraction"]["state"] != "failed":
            stack.kill_working_child()
            if time.monotonic() - started > 4 * PATIENCE:
                break
        failed = time.monotonic() - started
        reason = article["extraction"]["error"]
        api.post(f"articles/{poisonous.id}/retry/")
        again = copy.wait_until_ended(stack, [poisonous.id], PATIENCE)[poisonous.id]["extraction"]["state"]
    yield Figure("a text that kills its process 4 times", "failed", article["status"], reason != "")
    yield Figure("  the reason", "", reason, "died 4 times" in reason)
    yield Figure(
        "  the others done, and it failed, after",
        "",
        f"{others_done:.0f} s, {failed:.0f} s",
        others_done < failed,
    )
    yield Figure("  tried again, undisturbed", "done", again, again == "done")


def states(api: Api, sent: list[copy.Sent]) -> Iterator[str]:
    wanted = {one.id for one in sent}
    return (one["extraction"]["state"] for one in api.every("articles/") if one["id"] in wanted)


def crowd_on_sqlite() -> Iterator[Figure]:
    yield from crowd_on("SQLite", nullcontext(""))


def crowd_on_postgres() -> Iterator[Figure]:
    yield from crowd_on("PostgreSQL", postgres.server())


def crowd_on(name: str, database: AbstractContextManager[str]) -> Iterator[Figure]:
    with database as url, desk(url, parts={"web"}) as stack:
        stack.run("-m", "bench.fill", str(2 * ROUNDS), "open")
        claims = [
            claim["id"] for claim in Api(stack.port, stack.tokens["editor"]).every("claims/?status=open")
        ]
        for door, presses in (("API", crowd.by_api(stack)), ("page", crowd.by_page(stack))):
            rounds = crowd.take_at_once(stack, presses, [claims.pop() for _ in range(ROUNDS)])
            fair = sum(one.fair() for one in rounds)
            yield at_least(f"{name}, {door}: 8 take one claim; 1 holds, 7 are told 409 and who", ROUNDS, fair)
        yield Figure("  “locked” in the logs", "0", *none_of(writers.complaints(stack)))


def eight_writers() -> Iterator[Figure]:
    with desk() as stack:
        stack.run("-m", "bench.fill", "20000", "open")
        written = writers.write(stack, seconds=60)
        yield Figure("SQLite, 8 writers for 60 s: verdicts", "", f"{written.verdicts}", written.verdicts > 0)
        yield Figure("  answers that were no success", "0", *none_of(written.refused))
        yield Figure("  “locked” in the logs", "0", *none_of(writers.complaints(stack)))


def at_least(what: str, asked: int, found: int) -> Figure:
    return Figure(what, str(asked), str(found), found == asked)


def none_of(found: list[str]) -> tuple[str, bool]:
    return " ".join([str(len(found)), *found[:1]]), not found


CHECKS = {
    check.__name__: check
    for check in (
        kills,
        poison,
        broker_refusing,
        broker_hanging,
        crowd_on_sqlite,
        crowd_on_postgres,
        eight_writers,
    )
}


def main() -> int:
    figures = [figure for name in sys.argv[1:] or CHECKS for figure in told(CHECKS[name]())]
    show(
        "Nothing lost, nothing twice",
        ("", "asked", "found", "enough"),
        [(*figure[:3], "yes" if figure.enough else "NO") for figure in figures],
    )
    return int(not all(figure.enough for figure in figures))


def told(figures: Iterator[Figure]) -> Iterator[Figure]:
    """The same figures, each told as soon as it is there."""
    for figure in figures:
        print(f"{figure.what}: {figure.found}", file=sys.stderr, flush=True)
        yield figure


if __name__ == "__main__":
    sys.exit(main())
