"""People who stand ready: all on one desk. And what tests alone may do: lift the guards of the trail."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import settings

from accounts import tokens
from accounts.policy import Role
from claims.models import CheckRule, CommentRequest, Erasure, Export, Note, SavedView
from tests.access_table import ROLES
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    DeskFactory,
    FixFactory,
    RatingScaleFactory,
    UserFactory,
    told,
)
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


@pytest.fixture
def people(viewer, reviewer, editor, admin):
    RatingScaleFactory(kind="house")
    return dict(zip(ROLES, (viewer, reviewer, editor, admin), strict=True))


@pytest.fixture
def things(people, desk, other_desk, outsider):
    """Objects of each kind: `own`, and those that are not there for the people of the desk."""

    def under(**said):
        claim = ClaimFactory(article=ArticleFactory(submitted_by=outsider, **said))
        asked = CommentRequest.objects.create(claim=claim, whom="The port", by=outsider)
        note = Note.objects.create(claim=claim, author=outsider, body="Zanzibar?")
        fix = FixFactory(claim=claim)
        return {"article": claim.article, "claim": claim, "fix": fix, "asked": asked, "note": note}

    named = UserFactory(role="editor", desks=[desk])
    restricted = under(desk=desk, restricted=True)
    restricted["article"].readers.add(named)

    own = under(desk=desk)

    def belongings(person):
        token, _ = tokens.make(person, name="script", scope="read", by=person)
        export = Export.objects.create(requested_by=person, format="csv")
        view = SavedView.objects.create(owner=person, name="Mine", query="risk=high")
        return {"token": token, "export": export, "view": view, "notice": told(person, own["article"])}

    alone = {
        "person": named,
        "desk": desk,
        "rule": CheckRule.objects.create(active=False),
        "erasure": Erasure.objects.create(person=named, reason="They asked.", asked_by=people["editor"]),
    }
    return SimpleNamespace(
        own=own | alone,
        belonging={role: belongings(person) for role, person in people.items()},
        not_there=[
            under(desk=other_desk) | belongings(outsider) | {"desk": other_desk},
            restricted | belongings(named),
        ],
    )
