"""The desk as it runs: broker, worker, relay and web server in a folder that is thrown away."""

import os
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from bench.stack import Stack
from tests.journeys.accessibility import find_places
from tests.journeys.browser import Newsroom, Visitors, launched


@contextmanager
def database(name):
    """ "" for SQLite; on PostgreSQL a database that no other test touches."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield ""
        return
    name = f"{name}_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def stack(tmp_path_factory):
    """The running desk, with the people of the seeds and no article."""
    with (
        database("journeys") as url,
        Stack(tmp_path_factory.mktemp("desk"), database_url=url) as stack,
    ):
        yield stack


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory):
    """Another running desk, with all of the seeds: no process of it is killed."""
    with database("newsroom") as url:
        stack = Stack(tmp_path_factory.mktemp("newsroom"), database_url=url)
        stack.run("manage.py", "migrate", "--verbosity", "0")
        stack.run("manage.py", "seed", "--demo")
        with stack:
            newsroom = Newsroom(stack)
            yield newsroom
            newsroom.close()


@pytest.fixture(scope="session")
def places(newsroom):
    return find_places(newsroom)


@pytest.fixture(scope="module")
def chromium():
    with launched() as browser:
        yield browser


@pytest.fixture
def visit(chromium, newsroom):
    """Opens pages as people of the seeds; in the end no browser may have had anything to complain about."""
    visitors = Visitors(chromium, newsroom)
    yield visitors
    for context in chromium.contexts:
        context.close()
    assert visitors.complaints == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A journey that failed tells what its people had before them."""
    report = yield
    visitors = item.funcargs.get("visit") if call.when == "call" and report.failed else None
    for context in visitors.browser.contexts if visitors else []:
        for page in context.pages:
            report.sections.append((f"page {page.url}", page.locator("body").inner_text()))
    return report
