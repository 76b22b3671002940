"""The inbox: notices, what was read of them, and which articles one watches."""

from django.core.exceptions import ValidationError
from django.http import Http404
from rest_framework import serializers as s
from rest_framework.response import Response

from claims import policy
from claims.actions import inbox
from claims.api.doors import PAGING, Door, paged, read
from claims.api.fields import Body, Id, nullable
from claims.api.inputs import MOST_AT_ONCE, Nothing
from claims.api.rows import plain, valued
from claims.api.schema import call, listing
from claims.models import NoticeKind

NEWEST_FIRST = ("-id",)
NOTICE = {
    "id": "id",
    "kind": "kind",
    "article": "article_id",
    "claim": "claim_id",
    "step": "event__kind",
    "by": "event__by_id",
    "by_name": "event__by__name",
    "at": "at",
    "read_at": "read_at",
}


class NoticeOutput(s.Serializer):
    id = s.IntegerField()
    kind = s.ChoiceField(NoticeKind.choices)
    article = s.IntegerField()
    claim = nullable(s.IntegerField, help_text="null: it is about the whole article")
    step = s.CharField(help_text="The kind of the event, as in the history.")
    by = nullable(s.IntegerField, help_text="null: the system")
    by_name = nullable(s.CharField)
    at = s.DateTimeField()
    read_at = nullable(s.DateTimeField)


class ReadInput(Body):
    """Which notices were read: those with these ids, those of an article, or all."""

    ids = s.ListField(child=Id(), required=False, allow_empty=False, max_length=MOST_AT_ONCE)
    article = Id(required=False)
    all = s.BooleanField(required=False)

    def validate(self, data):
        if len(data) != 1 or data.get("all") is False:
            raise s.ValidationError("Send one of ids, article, or all: true.")
        return data


class ReadOutput(s.Serializer):
    read = s.IntegerField(help_text="How many of them were unread.")


class WatchOutput(s.Serializer):
    article = s.IntegerField()
    watched = s.BooleanField()


class Notices(Door):
    parameters = (*PAGING, "unread")

    @call("Your notices, newest first", listing(NoticeOutput), parameters=parameters)
    def get(self, request):
        found = policy.notices_for(request.user)
        match request.query_params.get("unread"):
            case "true":
                found = found.filter(read_at=None)
            case None | "false":
                pass
            case _:
                raise ValidationError({"unread": "Say true or false."})
        return paged(request, valued(found, NOTICE), NEWEST_FIRST, plain(NOTICE))


class NoticesRead(Door):
    @call("Mark notices as read", ReadOutput, body=ReadInput)
    def post(self, request):
        data = read(ReadInput, request)
        which = {"pk__in": data["ids"]} if "ids" in data else {}
        which |= {"article": data["article"]} if "article" in data else {}
        return Response({"read": inbox.mark_read(by=request.user, **which)})


def view_of(name):
    """The view of "watch" or "unwatch"."""
    act, summary = {
        "watch": (inbox.watch, "Be told when an article changes"),
        "unwatch": (inbox.unwatch, "Be told no more when an article changes"),
    }[name]

    class OneStep(Door):
        @call(summary, WatchOutput, body=Nothing, operation_id=f"articles_{name}")
        def post(self, request, pk):
            article = policy.visible_articles(request.user).filter(pk=pk).first()
            if article is None:
                raise Http404
            read(Nothing, request)
            act(article, by=request.user)
            return Response({"article": article.pk, "watched": name == "watch"})

    return OneStep.as_view()
