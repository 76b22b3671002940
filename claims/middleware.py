"""A step at the wrong moment, on the pages: 409, who was faster, and where things stand."""

from django.core.exceptions import ValidationError
from django.shortcuts import render

from claims.workflow import WorkflowError

API = "/api/"  # answers its own errors


class Refusals:
    """Turns what a one-button step raised into a page; steps with a form answer with the form itself."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if request.path.startswith(API):
            return None
        if isinstance(exception, WorkflowError):
            context = {"message": exception.message, "back": _before_step(request.path)}
            return render(request, "409.html", context, status=409)
        if isinstance(exception, ValidationError):
            return render(request, "400.html", {"message": " ".join(exception.messages)}, status=400)
        return None


def _before_step(path):
    """The page of the thing a step was taken on: /claims/12/take/ leads to /claims/12/."""
    kind, _, pk = path.strip("/").rpartition("/")[0].partition("/")
    return f"/{kind}/{pk}/" if pk.isdigit() else "/"
