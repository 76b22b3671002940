"""The fix list of house copy, the steps on a fix, and the applying of what was accepted."""

from django.http import Http404
from rest_framework import serializers as s
from rest_framework.response import Response

from claims import policy
from claims.actions import fixes as actions
from claims.api.articles import find as find_article
from claims.api.doors import PAGING, Door, paged, read
from claims.api.fields import Body, Id, Moment, nullable, optional
from claims.api.revised import RevisionOutput
from claims.api.revisions import told
from claims.api.rows import plain, valued
from claims.api.schema import call, listing
from claims.forms import LONGEST_REASON
from claims.models import FixState

OLDEST_FIRST = ("id",)
FIX = {
    "id": "id",
    "article": "article_id",
    "claim": "claim_id",
    "verdict": "verdict_id",
    "old": "old",
    "new": "new",
    "why": "verdict__rationale",
    "state": "state",
    "reason": "reason",
    "decided_by": "decided_by_id",
    "decided_by_name": "decided_by__name",
    "decided_through": "decided_through__number",
    "decided_through_name": "decided_through__name",
    "decided_at": "decided_at",
    "created_at": "created_at",
    "version": "version",
}


class FixOutput(s.Serializer):
    id = s.IntegerField()
    article = s.IntegerField()
    claim = s.IntegerField()
    verdict = s.IntegerField()
    old = s.CharField()
    new = s.CharField(help_text="Empty: the words are to be cut.")
    why = s.CharField(help_text="The rationale of the verdict.")
    state = s.ChoiceField(FixState.choices)
    reason = s.CharField(help_text="Of the last answer.")
    decided_by = nullable(s.IntegerField, help_text="null as well where a guest link decided.")
    decided_by_name = nullable(s.CharField)
    decided_through = nullable(s.IntegerField, help_text="The number of the guest link.")
    decided_through_name = nullable(s.CharField, help_text="Whom that link is for.")
    decided_at = nullable(s.DateTimeField)
    created_at = s.DateTimeField()
    version = s.IntegerField()


class FixStep(Body):
    """Each step needs another part of this."""

    reason = optional(max_length=LONGEST_REASON)
    expires_at = Moment(
        required=False, allow_null=True, default=None, help_text="Of `waive`; null: for good."
    )
    version = Id(required=False, help_text="The version that was seen; a newer one answers 409.")


class Base(Body):
    base = Id(help_text="The id of the revision that was seen; where it is not the newest, 409.")


class Fixes(Door):
    parameters = PAGING

    @call(
        "The fixes that verdicts asked for, oldest first",
        listing(FixOutput),
        operation_id="fixes_list",
        parameters=parameters,
    )
    def get(self, request, pk):
        article = find_article(request, pk)
        policy.require_reads_fixes(request.user, article)
        found = policy.visible_fixes(request.user).filter(article=article)
        return paged(request, valued(found, FIX), OLDEST_FIRST, plain(FIX))


class Apply(Door):
    @call(
        "The next version: the text with all accepted fixes, and nothing else",
        RevisionOutput,
        status=201,
        body=Base,
    )
    def post(self, request, pk):
        article = find_article(request, pk)
        policy.require(request.user, "revise", article)
        base = read(Base, request)["base"]
        revision, plan, is_new = actions.apply_accepted(article, by=request.user, base=base)
        return Response(told(plan, revision.pk), 201 if is_new else 200)


SUMMARIES = {
    "accept": "The writer, or an editor for them, takes the new words",
    "decline": "The writer leaves the words as they are; reason compulsory",
    "insist": "Ask again for what was declined; reason compulsory",
    "give-way": "The words stay as they are; reason compulsory",
    "waive": "The words stand on their author's word; reason compulsory",
}


def view_of(name):
    """The view of one step on a fix."""

    class OneStep(Door):
        @call(SUMMARIES[name], FixOutput, body=FixStep, operation_id=f"fixes_{name.replace('-', '_')}")
        def post(self, request, pk):
            found = policy.visible_fixes(request.user)
            fix = found.select_related("article", "claim", "verdict__author").filter(pk=pk).first()
            if fix is None:
                raise Http404
            policy.require(request.user, actions.STEPS[name].right, fix.article)
            data = read(FixStep, request)
            if data.get("version", fix.version) != fix.version:
                raise actions.fix_changed(fix)
            actions.take_step(name, fix, data, by=request.user)
            return Response(plain(FIX)(valued(found.filter(pk=pk), FIX))[0])

    return OneStep.as_view()
