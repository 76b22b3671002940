"""The words of a claim told anew: other ends, split in two, merged with another."""

from rest_framework import serializers
from rest_framework.response import Response

from claims import policy
from claims.actions import bulk, spans
from claims.api import outputs, rows
from claims.api.doors import Door, read
from claims.api.fields import Body, Id
from claims.api.schema import call
from claims.api.steps import find

SEEN = "The id of the revision in which the words were seen; a newer one answers 409."


class Offset(serializers.IntegerField):
    """A place in the text, in code points."""

    def __init__(self, **kwargs):
        super().__init__(min_value=0, max_value=10**9, **kwargs)


class Reshaping(Body):
    revision = Id(required=False, help_text=SEEN)
    version = Id(required=False, help_text="The version that was seen; a newer one answers 409.")


class RespanInput(Reshaping):
    start = Offset()
    end = Offset()


class SplitInput(Reshaping):
    at = Offset(help_text="The offset in the text where the second claim begins.")


class MergeInput(Reshaping):
    other = Id(help_text="The claim that becomes one with this.")


def _asked(request, pk, right, body):
    """The claim, and what was sent for it."""
    claim = find(request, pk)
    policy.require(request.user, right, claim)  # a refusal comes before words about the body
    data = read(body, request)
    bulk.require_version(claim, data)
    data.pop("version", None)
    return claim, data


class Respan(Door):
    @call("Choose other words of the text as the claim's", outputs.ClaimOutput, body=RespanInput)
    def post(self, request, pk):
        claim, data = _asked(request, pk, "respan", RespanInput)
        spans.respan(claim, by=request.user, **data)
        return Response(rows.claim_row(claim, request.user))


class Split(Door):
    @call(
        "Make two claims of one: it keeps the words before, the answer is the new one",
        outputs.ClaimOutput,
        status=201,
        body=SplitInput,
    )
    def post(self, request, pk):
        claim, data = _asked(request, pk, "split", SplitInput)
        return Response(rows.claim_row(spans.split(claim, by=request.user, **data), request.user), 201)


class Merge(Door):
    @call("Make one claim of two: the answer is the one that stays", outputs.ClaimOutput, body=MergeInput)
    def post(self, request, pk):
        claim, data = _asked(request, pk, "merge", MergeInput)
        other = policy.visible_claims(request.user).filter(pk=data.pop("other")).first()
        kept = spans.merge(claim, by=request.user, other=other, **data)
        return Response(rows.claim_row(kept, request.user))
