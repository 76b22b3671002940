import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def sign_in(client):
    """Sign a person in; the same client from then on."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def article(desk, second_editor):
    return ArticleFactory(title="Harbour report", desk=desk, submitted_by=second_editor)


@pytest.fixture
def claim(article):
    return ClaimFactory(article=article)


@pytest.fixture
def queries():
    """How many queries `ask()` makes once the session is known."""

    def queries(ask):
        ask()
        with CaptureQueriesContext(
            connection,
        ) as captured:
            ask()
        return len(captured)

    return queries
