"""The roles of the blocks of a text, put right."""

from rest_framework import serializers
from rest_framework.response import Response

from claims import policy
from claims.actions import blocks
from claims.api import outputs
from claims.api.articles import find, shown
from claims.api.doors import Door, read
from claims.api.fields import Body, Choice, Id
from claims.api.schema import call
from claims.text import Role


class BlockRole(Body):
    start = serializers.IntegerField(min_value=0, max_value=10**9, help_text="Where the block begins.")
    role = Choice([(role.value, blocks.word(role)) for role in Role])
    revision = Id(required=False, help_text="The id of the revision that was seen; a newer one answers 409.")


class Blocks(Door):
    @call("Give a block of the newest text another role", outputs.ArticleOutput, body=BlockRole)
    def post(self, request, pk):
        article = find(request, pk)
        policy.require(request.user, "set_role", article)
        blocks.set_role(article, by=request.user, **read(BlockRole, request))
        return Response(shown(article))
