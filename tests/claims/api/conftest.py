import pytest
from django.test import Client

from accounts import tokens


class Caller:
    """Calls the API as a person does from a script: with a token, JSON in and out."""

    def __init__(self, user, scope):
        self.client = Client(raise_request_exception=False)
        _, raw = tokens.make(user, name="test", scope=scope, by=user)
        self.headers = {"Authorization": f"Token {raw}"}

    def get(self, path, **query):
        return self.client.get(f"/api/v1/{path}", query, headers=self.headers)

    def post(self, path, body=None, **headers):
        return self.client.post(
            f"/api/v1/{path}",
            {} if body is None else body,
            content_type="application/json",
            headers=self.headers | headers,
        )


@pytest.fixture
def api():
    """`api(user)` calls as `user`; `api(user, "read")` with a token that may only read."""
    callers = {}

    def calling(user, scope="write"):
        key = (user.pk, scope)
        if key not in callers:
            callers[key] = Caller(user, scope)
        return callers[key]

    return calling
