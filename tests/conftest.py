"""People who stand ready: all on one desk."""

import pytest

from accounts.policy import Role
from tests.factories import DeskFactory, UserFactory


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
