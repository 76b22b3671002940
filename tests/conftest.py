"""People who stand ready: all on one desk. And what tests alone may do: lift the guards of the trail."""

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import settings

from accounts.policy import Role
from tests.factories import DeskFactory, UserFactory
from tests.guards import GUARDS, Statements

# Speed is asked of bench/: a busy machine must not fail a test.
settings.register_profile("desk", deadline=None)
settings.load_profile("desk")


@pytest.fixture(autouse=True)
def english():
    """A page leaves the language of its reader behind, for the next request sets its own."""
    yield
    translation.deactivate()


@pytest.fixture
def desk(db):
    return DeskFactory(slug="news", name="News")


@pytest.fixture
def editor(desk):
    return UserFactory(name="Ada Editor", role=Role.EDITOR, desks=[desk])


@pytest.fixture
def second_editor(desk):
    return UserFactory(name="Bram Editor", role=Role.EDITOR, desks=[desk])


@pytest.fixture
def reviewer(desk):
    return UserFactory(name="Carla Reviewer", role=Role.REVIEWER, desks=[desk])


@pytest.fixture
def second_reviewer(desk):
    return UserFactory(name="Davit Reviewer", role=Role.REVIEWER, desks=[desk])


@pytest.fixture
def viewer(desk):
    return UserFactory(name="Esme Viewer", role=Role.VIEWER, desks=[desk])


@pytest.fixture
def admin(desk):
    return UserFactory(name="Femi Admin", role=Role.ADMIN, desks=[desk])


@pytest.fixture
def other_desk(db):
    return DeskFactory(slug="science", name="Science")


@pytest.fixture
def outsider(other_desk):
    """An editor of another desk."""
    return UserFactory(name="Goran Outsider", role=Role.EDITOR, desks=[other_desk])


@pytest.fixture
def unguarded(db):
    """The database of an intruder: events and seals can be changed. Only tests can lift the guards."""
    GUARDS.lift(None, Statements)
    yield
    GUARDS.guard(None, Statements)


@pytest.fixture(scope="session", autouse=True)
def committed_tests_can_be_emptied():
    """After a test that commits, the tables are emptied, which the guards refuse."""
    flush = connection.ops.execute_sql_flush

    def without_guards(statements):
        GUARDS.lift(None, Statements)
        try:
            flush(statements)
        finally:
            GUARDS.guard(None, Statements)

    connection.ops.execute_sql_flush = without_guards
    yield
    connection.ops.execute_sql_flush = flush
