"""Nobody comes in unasked; times and words are the reader's own."""

import zoneinfo
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

from . import sessions

API = "/api/"


class SignInRequired(LoginRequiredMiddleware):
    """Every page wants a signed-in person unless its view says `login_not_required`.

    API views say so (REST framework marks them) and answer 401 themselves.
    """

    def handle_no_permission(self, request, view_func):
        sign_in = resolve_url(self.get_login_url(view_func))
        response = redirect_to_login(
            self._way_back(request), sign_in, self.get_redirect_field_name(view_func)
        )
        if request.headers.get("HX-Request") != "true":
            return response
        # A fragment must not be filled with the sign-in page: the whole page goes there.
        return HttpResponse(status=204, headers={"HX-Redirect": response.url})

    def _way_back(self, request):
        """The page the reader sees: an address that was posted to, or a fragment, is none to return to."""
        if request.method == "GET" and "HX-Request" not in request.headers:
            return request.get_full_path()
        page = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
        if not url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure()):
            return "/"
        parts = urlsplit(page)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path


class Preferences:
    """The reader's language and time zone; and the stamp that says where their session was last seen.

    Who is not signed in reads the language of their browser; programs read English. A request begins without
    either (`factcheck.middleware.NobodyYet`).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        is_guest, is_program = not request.user.is_authenticated, request.path_info.startswith(API)
        if not is_guest:
            try:
                timezone.activate(zoneinfo.ZoneInfo(request.user.time_zone))
            except (zoneinfo.ZoneInfoNotFoundError, ValueError):  # a zone this machine does not know
                timezone.deactivate()
        if not is_program:
            browsers = translation.get_language_from_request
            translation.activate(browsers(request) if is_guest else request.user.language)
        response = self.get_response(request)
        if is_guest and not is_program:
            patch_vary_headers(response, ["Accept-Language"])
        sessions.stamp(request)
        # Nobody is None to REST framework, which has put its own finding into the request by now.
        if request.user and request.user.is_authenticated and "Cache-Control" not in response:
            # What only this person may see is not left behind in the browser of a shared desk.
            patch_cache_control(response, private=True, no_store=True)
        return response
