"""Every refusal in the one shape: {"error": {"code", "message", "fields": {}}}, and how things stand now."""

import logging

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation, ValidationError
from django.http import Http404
from rest_framework import exceptions
from rest_framework.response import Response

from claims.workflow import WorkflowError

log = logging.getLogger(__name__)

NOT_THERE = "There is nothing here that you may see."


class NotBuilt(Exception):
    """Something of the contract that a later version brings."""

    def __init__(self, field, message):
        super().__init__(message)
        self.field, self.message = field, message


class TooLarge(exceptions.APIException):
    status_code = 413
    default_code = "too_large"

    def __init__(self, most):
        super().__init__(f"The body is larger than {most // 2**20} MB. Split it into parts.")


def handle(error, context):
    """The answer to `error`, as REST framework asks for it (EXCEPTION_HANDLER)."""
    headers = {}
    if getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = error.auth_header
    if getattr(error, "wait", None):
        headers["Retry-After"] = str(int(error.wait) + 1)
    status, body = described(error)
    if status == 500:
        log.error("%s failed", context["request"].path, exc_info=error)
    return Response({"error": body}, status=status, headers=headers)


def described(error):
    """(HTTP status, {"code", "message", "fields", …}) for any exception."""
    match error:
        case WorkflowError():
            return 409, _body(error.code, error.message, **error.state)
        case NotBuilt():
            return 400, _body("not_built", error.message, {error.field: [error.message]})
        case Http404() | exceptions.NotFound():
            return 404, _body("not_found", NOT_THERE)
        case PermissionDenied():
            return 403, _body("permission_denied", str(error) or "This is not yours to do.")
        case ValidationError() if hasattr(error, "error_dict"):
            return 400, _invalid(error.message_dict)
        case ValidationError():
            return 400, _body("invalid", " ".join(error.messages))
        case exceptions.ValidationError():
            return 400, _invalid(dict(_flat(error.detail)))
        case RequestDataTooBig():
            return 413, _body("too_large", "The body is too large. Split it into parts.")
        case SuspiciousOperation():
            return 400, _body("invalid", "This request cannot be read.")
        case exceptions.APIException():
            return error.status_code, _body(error.default_code, str(error.detail))
    return 500, _body("server_error", "Something went wrong on our side. It was written down; try again.")


def _body(code, message, fields=None, **state):
    return {"code": code, "message": message, "fields": fields or {}, **state}


def _invalid(fields):
    """What is wrong, at the names of the fields; what concerns none of them is only in the message."""
    named = {name: messages for name, messages in fields.items() if name.rpartition(".")[2] not in GENERAL}
    sentences = [message for messages in fields.values() for message in messages]
    names = ", ".join(named)
    return _body("invalid", f"{names}: {sentences[0]}" if names else " ".join(sentences), named)


GENERAL = {"", "__all__", "non_field_errors"}


def _flat(detail, path=""):
    """Pairs of a dotted path ("3.text": the field of the fourth object) and its list of sentences."""
    if isinstance(detail, dict):
        items = list(detail.items())
    elif any(isinstance(part, dict | list) for part in detail):
        items = list(enumerate(detail))
    else:
        yield path, [str(part) for part in detail]
        return
    for name, part in items:
        if part:
            yield from _flat(part, f"{path}.{name}" if path else str(name))
