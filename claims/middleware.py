"""Around every page: a step at the wrong moment is told, and what was sent is no draft any more."""

from django.core.exceptions import ValidationError
from django.shortcuts import render

from accounts.middleware import API  # answers its own errors
from claims import policy
from claims.actions import drafts
from claims.workflow import WorkflowError


class SentDrafts:
    """A form that was carried out leads on: whatever was kept of it under the name in `draft` goes."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        led_on = request.method == "POST" and response.status_code == 302
        if led_on and not request.path.startswith(API) and request.user.is_authenticated:
            drafts.discard(request.POST.get("draft", ""), by=request.user)
        return response


class OneReading:
    """While a page is only read, the desks of its reader are asked for once."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in {"GET", "HEAD"} and request.user.is_authenticated:
            policy.read_desks_once(request.user)
        return self.get_response(request)


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
            return _told(request, "409.html", context, 409)
        if isinstance(exception, ValidationError):
            return _told(request, "400.html", {"message": " ".join(exception.messages)}, 400)
        return None


def _told(request, template, context, status):
    answer = render(request, template, context, status=status)
    answer["HX-Push-Url"] = "false"  # the address of a step is none to come back to
    return answer


def _before_step(path):
    """The page of the thing a step was taken on: /claims/12/take/ leads to /claims/12/."""
    kind, _, pk = path.strip("/").rpartition("/")[0].partition("/")
    return f"/{kind}/{pk}/" if pk.isdigit() else "/"
