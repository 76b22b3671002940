"""The people who stand ready: each on the one desk, unless the name says otherwise."""

import pytest

from accounts.policy import Role
from tests.factories import DeskFactory, UserFactory


@pytest.fixture
def desk(db):
    return DeskFactory(slug="politics", name="Politics")


@pytest.fixture
def other_desk(db):
    return DeskFactory(slug="science", name="Science")


@pytest.fixture
def editor(desk):
    return UserFactory(email="editor@desk.example", name="Edith Editor", role=Role.EDITOR, desks=[desk])


@pytest.fixture
def second_editor(desk):
    return UserFactory(email="second.editor@desk.example", name="Sam Second", role=Role.EDITOR, desks=[desk])


@pytest.fixture
def reviewer(desk):
    return UserFactory(email="reviewer@desk.example", name="Rita Reviewer", role=Role.REVIEWER, desks=[desk])


@pytest.fixture
def second_reviewer(desk):
    return UserFactory(email="second.reviewer@desk.example", name="Rob Reviewer", role=Role.REVIEWER, desks=[desk])


@pytest.fixture
def viewer(desk):
    return UserFactory(email="viewer@desk.example", name="Vera Viewer", role=Role.VIEWER, desks=[desk])


@pytest.fixture
def admin(desk):
    return UserFactory(email="admin@desk.example", name="Ada Admin", role=Role.ADMIN, desks=[desk])


@pytest.fixture
def outsider(other_desk):
    """An editor of another desk."""
    return UserFactory(email="outsider@desk.example", name="Olga Outsider", role=Role.EDITOR, desks=[other_desk])
