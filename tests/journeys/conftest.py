"""The desk as it runs: broker, worker, relay and web server in a folder that is thrown away."""

import os
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from bench.stack import Stack


@pytest.fixture(scope="session")
def database_url():
    """ "" for SQLite; on PostgreSQL a database that no other test touches."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield ""
        return
    name = f"journeys_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def stack(tmp_path_factory, database_url):
    """The running desk, with the people of the seeds and no article."""
    with Stack(tmp_path_factory.mktemp("desk"), database_url=database_url) as stack:
        yield stack
