"""People of the seeds at a running desk, each in a browser of their own."""

import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bench.client import Api
from bench.stack import ROOT, Stack

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 20_000  # ms until a condition counts as never met; the machine may be busy
# What the page may not do is reported by the browser, whoever asked for it.
REPORT_VIOLATIONS = """addEventListener("securitypolicyviolation",
    (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`))"""
ANSWERS = {"document", "xhr", "fetch"}  # a refusal is a page; a style sheet or script must be there


class Person(NamedTuple):
    name: str
    email: str
    password: str


def read_people() -> dict[str, Person]:
    people = tomllib.loads((ROOT / "seeds" / "people.toml").read_text("utf-8"))["people"]
    return {one["key"]: Person(one["name"], one["email"], one["password"]) for one in people}


PEOPLE = read_people()


def seed_text(slug: str) -> str:
    return (ROOT / "seeds" / "articles" / f"{slug}.txt").read_text("utf-8")


def real_articles() -> list[Any]:
    """Parameters for a test that walks real articles; they are not part of the repository."""
    folder = ROOT.parent / "shared" / "articles"
    away = pytest.mark.skip(reason=f"no articles in {folder}; the seeds are walked all the same")
    return sorted(folder.glob("*.txt")) or [pytest.param(folder, marks=away)]


@dataclass
class Newsroom:
    """A running desk with the seeds. `sign_ins` are the cookies of those who have signed in already."""

    stack: Stack
    sign_ins: dict[str, Any] = field(default_factory=dict)
    doors: dict[str, Api] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.stack.port}"

    def api(self, person: str = "editor") -> Api:
        if person not in self.doors:
            self.doors[person] = Api(self.stack.port, self.stack.tokens[person])
        return self.doors[person]

    def close(self) -> None:
        for door in self.doors.values():
            door.close()

    def shell(self, script: str) -> str:
        """What a few lines print that run beside the desk, with its settings and models."""
        return self.stack.run("manage.py", "shell", "--verbosity", "0", "-c", script).strip()

    def submit(self, text: str, **facts: Any) -> int:
        """The id of an article submitted through the API by the first editor, once its claims are there."""
        answer = self.api().post("articles/", {"text": text, "kind": "outside", "desk": "news"} | facts)
        assert answer.status == 201, answer.text
        number: int = answer.json["id"]
        eventually(lambda: self.article(number)["extraction"]["state"] == "done")
        return number

    def article(self, number: int) -> Any:
        return self.api().get(f"articles/{number}/")

    def text(self, number: int) -> Any:
        """Text, blocks, sentences and claims of its newest revision."""
        return self.api().get(f"articles/{number}/text/")

    def claims(self, query: str, person: str = "editor") -> list[Any]:
        """The claims that this person sees, by the filters of the API."""
        return self.api(person).every(f"claims/?{query}")


@contextmanager
def launched() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"the browser journeys need {CHROMIUM}; .ci/run installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        expect.set_options(timeout=PATIENCE)
        yield browser
        browser.close()


class Visitors:
    """`visitors("editor")` is a page of that person of the seeds, signed in; `visitors()` a stranger's.

    `complaints` is what their browsers were not content with: errors of scripts, the content security
    policy, missing files, answers of 500 and more.
    """

    def __init__(self, browser: Browser, newsroom: Newsroom) -> None:
        self.browser = browser
        self.newsroom = newsroom
        self.complaints: list[str] = []

    def __call__(self, person: str | Person = "", *, javascript: bool = True, **options: Any) -> Page:
        known = PEOPLE[person] if isinstance(person, str) and person else person
        cookies = self.cookies(known) if isinstance(known, Person) else None
        context = self.browser.new_context(
            base_url=self.newsroom.address,
            java_script_enabled=javascript,
            storage_state=cookies,
            viewport={"width": options.pop("width", 1440), "height": 900},
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(PATIENCE)
        if javascript:
            context.add_init_script(REPORT_VIOLATIONS)
        page = context.new_page()
        page.on("console", lambda message: self.hear(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("response", lambda answer: self.look(answer.status, answer.request.resource_type, answer.url))
        return page

    def hear(self, kind: str, text: str) -> None:
        # That an answer was a refusal is told by `look`, which knows what was asked for.
        if kind in {"error", "warning"} and not text.startswith("Failed to load resource"):
            self.complaints.append(text)

    def look(self, status: int, kind: str, url: str) -> None:
        if status >= 500 or (status >= 400 and kind not in ANSWERS):
            self.complaints.append(f"{status} {url}")

    def cookies(self, person: Person) -> Any:
        """Of a sign-in by the page: one for each person, since guesses at the door are counted."""
        if person.email not in self.newsroom.sign_ins:
            page = self()
            sign_in(page, person)
            self.newsroom.sign_ins[person.email] = page.context.storage_state()
            page.context.close()
        return self.newsroom.sign_ins[person.email]


def sign_in(page: Page, person: Person) -> None:
    if "/sign-in/" not in page.url:
        page.goto("/sign-in/")
    page.get_by_label("E-mail").fill(person.email)
    page.get_by_label("Password").fill(person.password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: "/sign-in/" not in address)


def eventually(condition: Callable[[], Any]) -> Any:
    """The first answer of `condition` that is true, asked for as long as PATIENCE."""
    until = time.monotonic() + PATIENCE / 1000
    while not (answer := condition()):
        assert time.monotonic() < until, "never came true"
        time.sleep(0.05)
    return answer
