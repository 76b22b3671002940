"""What every view of the API does alike: read JSON, refuse what it does not know, page a list."""

from django.core.exceptions import ValidationError
from django.http import Http404
from rest_framework import views
from rest_framework.exceptions import ParseError
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from claims.api.errors import TooLarge
from claims.paging import limit_of, page_of

MB = 2**20
PAGING = ("limit", "cursor")


class Door(views.APIView):
    """A view of the API. Its query string may hold `parameters`, its body at most `largest` bytes."""

    metadata_class = None  # OPTIONS tells nothing that the schema does not
    parameters: tuple[str, ...] = ()
    largest = 8 * MB

    def initial(self, request, *args, **kwargs):
        length = request.META.get("CONTENT_LENGTH") or ""
        if length.isdecimal() and int(length) > self.largest:
            _read_away(request)
            raise TooLarge(self.largest)
        if "Transfer-Encoding" in request.headers:
            raise ParseError("Send the length of the body (Content-Length); chunked bodies are not read.")
        super().initial(request, *args, **kwargs)
        if unknown := [name for name in request.query_params if name not in self.parameters]:
            raise ValidationError(dict.fromkeys(unknown, "There is no such parameter."))


def _read_away(request, most=64 * MB):
    """Take what is being sent, or its sender sees a broken connection instead of our sentence."""
    read = 0
    while read < most and (chunk := request._request.read(MB)):
        read += len(chunk)


class NotThere(Door):
    """Any address under /api/ that is none. Those that are end in a slash."""

    schema = None

    def initial(self, request, *args, **kwargs):
        views.APIView.initial(self, request, *args, **kwargs)  # who asks is told first that they must sign in
        raise Http404


def read(serializer, request):
    """The validated body of `request`; raises ValidationError."""
    form = serializer(data=request.data)
    form.is_valid(raise_exception=True)
    return form.validated_data


def paged(request, rows, order, shape):
    """The answer with one page of the queryset `rows`, each through `shape`."""
    query = request.query_params
    page = page_of(rows, order, cursor=query.get("cursor", ""), limit=limit_of(query.get("limit")))
    return Response(
        {
            "next": _address(request, page.next),
            "previous": _address(request, page.previous),
            "results": shape(page.rows),
        }
    )


def _address(request, cursor):
    if cursor is None:
        return None
    return replace_query_param(request.build_absolute_uri(), "cursor", cursor)
