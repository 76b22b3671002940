"""What Django has no setting for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

UNUSED = ("camera", "microphone", "geolocation", "payment", "usb", "interest-cohort")


class PermissionsPolicy:
    """Pages of the desk, and whatever gets into them, may not use the devices of the reader."""

    header = ", ".join(f"{feature}=()" for feature in UNUSED)

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = self.header
        return response


class NobodyYet:
    """No request begins in the language and the time zone of the one that its thread answered before.

    Nothing is undone after an answer instead: a streamed one is still being written then.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        translation.deactivate()
        timezone.deactivate()
        return self.get_response(request)
