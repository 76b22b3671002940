"""What is there around the claims: who I am, my desks, the rating scale of a claim."""

from django.core.exceptions import ValidationError
from rest_framework.response import Response

from claims import policy
from claims.api import outputs, rows
from claims.api.doors import PAGING, Door, paged
from claims.api.schema import call, listing
from claims.api.steps import find

DESK = {name: name for name in ("id", "slug", "name")}


class WhoAmI(Door):
    @call("Who you are", outputs.Me)
    def get(self, request):
        user = request.user
        desks = rows.plain(DESK)(rows.valued(policy.desks_of(user), DESK))
        return Response(
            {"id": user.pk, "email": user.email, "name": user.name, "role": user.role, "desks": desks}
        )


class Desks(Door):
    parameters = PAGING

    @call("Your desks", listing(outputs.DeskOutput), parameters=PAGING)
    def get(self, request):
        return paged(request, rows.valued(policy.desks_of(request.user), DESK), ("id",), rows.plain(DESK))


class Ratings(Door):
    parameters = ("claim",)

    @call(
        "The scale that a claim is rated on, in order", outputs.RatingOutput(many=True), parameters=parameters
    )
    def get(self, request):
        claim = request.query_params.get("claim", "")
        if not (claim.isascii() and claim.isdecimal()):
            raise ValidationError({"claim": "Name the claim by its id: ?claim=12."})
        ratings = find(request, int(claim)).article.scale.ratings.order_by("order")
        return Response(rows.plain(rows.RATING)(rows.valued(ratings, rows.RATING)))
