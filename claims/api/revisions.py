"""New versions of a text, and what they did: before they are stored, and after."""

from django.db.models import Count
from rest_framework.response import Response

from claims import policy
from claims.actions import revisions as actions
from claims.anchoring import Change
from claims.api import inputs
from claims.api.articles import find
from claims.api.doors import PAGING, Door, paged, read
from claims.api.revised import RevisionOutput, RevisionRow
from claims.api.rows import shaped, valued
from claims.api.schema import call, listing
from claims.models import Carried

NEWEST_FIRST = ("-number",)
REVISION = {
    "id": "id",
    "number": "number",
    "sha256": "sha256",
    "created_at": "created_at",
    "created_by": "created_by_id",
    "created_by_name": "created_by__name",
}


class Revisions(Door):
    parameters = PAGING

    @call(
        "The versions of a text, newest first",
        listing(RevisionRow),
        operation_id="revisions_list",
        parameters=parameters,
    )
    def get(self, request, pk):
        article = find(request, pk)
        shape = _with_changes if policy.reads_work(request.user) else _without_changes
        return paged(request, valued(article.revisions.all(), REVISION), NEWEST_FIRST, shape)

    @call(
        "Store a new version; 200 and the newest where its text is the same",
        {201: RevisionOutput, 200: RevisionOutput},
        body=inputs.NewVersion,
    )
    def post(self, request, pk):
        article = find(request, pk)
        policy.require(request.user, "revise", article)
        version = read(inputs.NewVersion, request)
        revision, plan, is_new = actions.add_revision(article, by=request.user, **version)
        return Response(told(plan, revision.pk), 201 if is_new else 200)


class RevisionsPreview(Door):
    @call("What a new version would do; nothing is stored", RevisionOutput, body=inputs.NewVersion)
    def post(self, request, pk):
        article = find(request, pk)
        policy.require(request.user, "revise", article)
        plan = actions.plan_revision(article, by=request.user, **read(inputs.NewVersion, request))
        return Response(told(plan, None))


def told(plan, revision):
    """The answer about a Plan; `revision` is the id of what was stored, None for nothing."""
    return {
        "revision": revision,
        "diff": [piece._asdict() for piece in plan.diff],
        "claims": [
            {
                "id": carry.claim.pk,
                "class": carry.anchored.change,
                "start": carry.anchored.place and carry.anchored.place.start,
                "end": carry.anchored.place and carry.anchored.place.end,
                "why": carry.anchored.why,
            }
            for carry in plan.carries
        ],
    }


def _without_changes(rows):
    return [shaped(row, REVISION) | {"claims": None} for row in rows]


def _with_changes(rows):
    """With how many claims came over and how; counted in one query."""
    counts = {row["id"]: dict.fromkeys(Change, 0) for row in rows}
    carried = Carried.objects.filter(revision__in=counts).values_list("revision", "change").order_by()
    for revision, change, count in carried.annotate(Count("pk")):
        counts[revision][Change(change)] = count
    return [shaped(row, REVISION) | {"claims": counts[row["id"]]} for row in rows]
