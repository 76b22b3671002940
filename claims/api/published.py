"""After sign-off: where the piece ran, and what was corrected in it. Who sees the article reads both."""

from django.core.exceptions import ValidationError
from rest_framework import serializers as s
from rest_framework.response import Response

from claims import policy
from claims.actions import publishing
from claims.api.articles import find as find_article
from claims.api.doors import PAGING, Door, paged, read
from claims.api.fields import Body, Id, Line, Moment, Text, nullable
from claims.api.rows import plain, valued
from claims.api.schema import call, listing
from claims.forms import LONGEST_REASON, LONGEST_TEXT

BY_TIME, BY_SHOWN = ("at", "id"), ("shown_at", "id")
PUBLICATION = {
    "id": "id",
    "article": "article_id",
    "revision": "revision_id",
    "address": "address",
    "at": "at",
    "by": "by_id",
    "by_name": "by__name",
}
CORRECTION = {
    "id": "id",
    "article": "article_id",
    "claim": "claim_id",
    "old": "old",
    "new": "new",
    "why": "why",
    "shown_at": "shown_at",
    "by": "by_id",
    "by_name": "by__name",
    "created_at": "created_at",
}


class PublicationOutput(s.Serializer):
    id = s.IntegerField()
    article = s.IntegerField()
    revision = s.IntegerField(help_text="The one that was signed off then.")
    address = s.URLField()
    at = s.DateTimeField()
    by = s.IntegerField()
    by_name = s.CharField()


class CorrectionOutput(s.Serializer):
    id = s.IntegerField()
    article = s.IntegerField()
    claim = nullable(s.IntegerField)
    old = s.CharField()
    new = s.CharField(help_text="Empty: the words were cut.")
    why = s.CharField()
    shown_at = s.DateTimeField(help_text="Since when readers see it.")
    by = s.IntegerField()
    by_name = s.CharField()
    created_at = s.DateTimeField()


class PublicationInput(Body):
    address = Line(help_text="http or https.")
    at = Moment(required=False, allow_null=True, default=None, help_text="Now unless told.")


class CorrectionInput(Body):
    old = Text(max_length=LONGEST_TEXT)
    new = Text(max_length=LONGEST_TEXT, allow_blank=True, help_text="Empty: the words were cut.")
    why = Text(max_length=LONGEST_REASON)
    claim = Id(required=False, allow_null=True, default=None)
    shown_at = Moment(required=False, allow_null=True, default=None, help_text="Now unless told.")


class Publications(Door):
    parameters = PAGING

    @call(
        "Where the piece ran, by time",
        listing(PublicationOutput),
        operation_id="publications_list",
        parameters=PAGING,
    )
    def get(self, request, pk):
        found = valued(find_article(request, pk).publications.all(), PUBLICATION)
        return paged(request, found, BY_TIME, plain(PUBLICATION))

    @call("Say where a signed-off article ran", PublicationOutput, status=201, body=PublicationInput)
    def post(self, request, pk):
        article = find_article(request, pk)
        policy.require(request.user, "publish", article)
        made = publishing.publish(article, by=request.user, **read(PublicationInput, request))
        found = valued(article.publications.filter(pk=made.pk), PUBLICATION)
        return Response(plain(PUBLICATION)(found)[0], 201)


class Corrections(Door):
    parameters = PAGING

    @call(
        "What was corrected in the published piece, by the time it was shown",
        listing(CorrectionOutput),
        operation_id="corrections_list",
        parameters=PAGING,
    )
    def get(self, request, pk):
        found = valued(find_article(request, pk).corrections.all(), CORRECTION)
        return paged(request, found, BY_SHOWN, plain(CORRECTION))

    @call("Record a correction of a published piece", CorrectionOutput, status=201, body=CorrectionInput)
    def post(self, request, pk):
        article = find_article(request, pk)
        policy.require(request.user, "correct", article)
        data = read(CorrectionInput, request)
        if data["claim"] is not None:
            claims = policy.visible_claims(request.user).filter(article=article)
            data["claim"] = claims.filter(pk=data["claim"]).first()
            if data["claim"] is None:
                raise ValidationError({"claim": "There is no such claim in this article."})
        made = publishing.correct(article, by=request.user, **data)
        found = valued(article.corrections.filter(pk=made.pk), CORRECTION)
        return Response(plain(CORRECTION)(found)[0], 201)
