"""`Authorization: Token …` for the API."""

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import SAFE_METHODS

from . import tokens
from .models.token import Scope


class TokenAuthentication(BaseAuthentication):
    keyword = "Token"

    def authenticate(self, request):
        """(user, token), or None without such a header. A bad token is 401 even beside a good session."""
        keyword, _, raw = get_authorization_header(request).decode("latin-1").partition(" ")
        if keyword.lower() != self.keyword.lower():
            return None
        token = tokens.authenticate(raw.strip())
        if token is None:
            raise AuthenticationFailed("This token is unknown, expired or revoked.")
        if token.scope == Scope.READ and request.method not in SAFE_METHODS:
            raise PermissionDenied("This token may only read; make one with the scope write.")
        return token.user, token

    def authenticate_header(self, request):
        return self.keyword


class TokenScheme(OpenApiAuthenticationExtension):
    target_class = TokenAuthentication
    name = "token"

    def get_security_definition(self, auto_schema):
        return {"type": "apiKey", "in": "header", "name": "Authorization", "description": "`Token …`"}
