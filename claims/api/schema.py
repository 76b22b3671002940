"""The description of the API (OpenAPI 3.1), in the few words each view needs."""

from threading import Lock

from drf_spectacular.renderers import OpenApiJsonRenderer2
from drf_spectacular.utils import OpenApiParameter, extend_schema
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework import serializers

from claims.api.outputs import ErrorOutput

MEANINGS = {
    "limit": "Rows a page, 1 to 200; 50 unless told.",
    "cursor": "The place in the list, from `next` or `previous`.",
    "status": "Several by comma.",
    "article": "Ids of articles, several by comma.",
    "assignee": "`me`, `none` or ids, several by comma.",
    "desk": "Slugs or ids, several by comma.",
    "kind": "Several by comma.",
    "risk": "`low`, `normal`, `high`, several by comma.",
    "due": "`overdue`, `today`, `week`, `later`, `none`, several by comma; unfinished claims only.",
    "glance": "`wanted`: whose words changed under a verdict.",
    "q": "Words; the last may be a beginning.",
    "order": "`priority`, `due`, `age` or `score`.",
    "claim": "The id of a claim.",
    "unread": "`true`: only those that were not read.",
    "since": "The first day, YYYY-MM-DD; 90 days ago unless told.",
    "until": "The last day, YYYY-MM-DD; today unless told.",
}


def call(summary, answer=None, *, status=200, body=None, parameters=(), **kwargs):
    """Say what one method of a view is sent and answers; `answer` may map several statuses."""
    several = isinstance(answer, dict) and "type" not in answer
    responses = answer if several else {status: answer}
    return extend_schema(
        summary=summary,
        request=body,
        responses=responses | {"4XX": ErrorOutput},
        parameters=[OpenApiParameter(name, description=MEANINGS[name]) for name in parameters],
        **kwargs,
    )


def listing(output):
    """The serializer of a page of `output`."""
    fields = {
        "next": serializers.URLField(allow_null=True),
        "previous": serializers.URLField(allow_null=True),
        "results": output(many=True),
    }
    return type(f"{output.__name__.removesuffix('Output')}Page", (serializers.Serializer,), fields)


class Schema(SpectacularJSONAPIView):
    """The description itself; like everything here, for people who are signed in."""

    renderer_classes = [OpenApiJsonRenderer2]  # plain application/json
    one_at_a_time = Lock()  # the generator fills tables of its own; two threads at once trip over them

    def _get_schema_response(self, request):
        with self.one_at_a_time:
            return super()._get_schema_response(request)
