"""Who sees an article, changed after it was submitted."""

from rest_framework import serializers
from rest_framework.response import Response

from claims import policy
from claims.actions.readers import set_readers
from claims.api import outputs
from claims.api.articles import find, shown
from claims.api.doors import Door, read
from claims.api.fields import Body, Id
from claims.api.schema import call


class ReadersInput(Body):
    restricted_to = serializers.ListField(
        child=Id(),
        allow_null=True,
        max_length=1000,
        help_text="Ids of people on its desk; null: everybody on the desk.",
    )
    version = Id(required=False, help_text="That of the article that was seen; a newer one answers 409.")


class Readers(Door):
    @call("Say who sees an article", outputs.ArticleOutput, body=ReadersInput)
    def post(self, request, pk):
        article = find(request, pk)
        policy.require(request.user, "set_readers", article)
        sent = read(ReadersInput, request)
        ids = sent["restricted_to"]
        people = None if ids is None else list(policy.people_on_desk(article).filter(pk__in=ids))
        if people is not None and (unknown := set(ids) - {one.pk for one in people}):
            message = f"Nobody on the desk of this article has the id {min(unknown)}."
            raise serializers.ValidationError({"restricted_to": [message]})
        set_readers(article, by=request.user, restricted_to=people, version=sent.get("version"))
        return Response(shown(find(request, pk)))
