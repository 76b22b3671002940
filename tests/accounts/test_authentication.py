import pytest
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView

from accounts import tokens
from accounts.authentication import TokenAuthentication


class WhoAmI(APIView):
    authentication_classes = (TokenAuthentication,)
    permission_classes = (IsAuthenticated,)

    def get(self, request):
        return Response(request.user.email)

    post = get


def call(method, header):
    headers = {"HTTP_AUTHORIZATION": header} if header else {}
    return WhoAmI.as_view()(getattr(APIRequestFactory(), method)("/", **headers))


@pytest.mark.parametrize(
    ("scope", "method", "status"),
    [("read", "get", 200), ("read", "post", 403), ("write", "get", 200), ("write", "post", 200)],
)
def test_a_token_does_what_its_scope_says(reviewer, scope, method, status):
    _, raw = tokens.make(reviewer, name="script", scope=scope, by=reviewer)

    answer = call(method, f"Token {raw}")

    assert answer.status_code == status
    if status == 403:
        assert "may only read" in str(answer.data)


@pytest.mark.django_db
@pytest.mark.parametrize("header", ["", "Token wrong", "Token ", "Token", "Bearer wrong", "Token \xff"])
def test_without_a_good_token_it_is_401(header):
    answer = call("get", header)

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Token"
