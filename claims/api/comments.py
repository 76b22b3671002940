"""Requests for comment on a claim: whom the desk asked, and what they answered."""

from django.http import Http404
from rest_framework import serializers as s
from rest_framework.response import Response

from claims import policy
from claims.actions import publishing
from claims.api.doors import PAGING, Door, paged, read
from claims.api.fields import Body, Id, Line, Moment, nullable, optional
from claims.api.rows import plain, valued
from claims.api.schema import call, listing
from claims.api.steps import find
from claims.forms import LONGEST_TEXT

BY_TIME = ("asked_at", "id")
ASKED = {
    "id": "id",
    "claim": "claim_id",
    "whom": "whom",
    "question": "question",
    "asked_at": "asked_at",
    "due_at": "due_at",
    "answer": "answer",
    "answered_at": "answered_at",
    "by": "by_id",
    "by_name": "by__name",
    "version": "version",
}


class CommentRequestOutput(s.Serializer):
    id = s.IntegerField()
    claim = s.IntegerField()
    whom = s.CharField()
    question = s.CharField()
    asked_at = s.DateTimeField()
    due_at = nullable(s.DateTimeField)
    answer = s.CharField(help_text="Empty with a time of answer: none came.")
    answered_at = nullable(s.DateTimeField)
    by = s.IntegerField()
    by_name = s.CharField()
    version = s.IntegerField()


class CommentRequestInput(Body):
    whom = Line(max_length=200)
    question = optional(max_length=LONGEST_TEXT)
    due_at = Moment(required=False, allow_null=True, default=None)


class CommentAnswerInput(Body):
    answer = optional(max_length=LONGEST_TEXT, help_text="Empty: no answer came.")
    version = Id(required=False, help_text="The version that was seen; a newer one answers 409.")


def _told(asked):
    found = valued(asked.claim.comment_requests.filter(pk=asked.pk), ASKED)
    return plain(ASKED)(found)[0]


class CommentRequests(Door):
    parameters = PAGING

    @call(
        "Requests for comment, oldest first",
        listing(CommentRequestOutput),
        operation_id="comment_requests_list",
        parameters=PAGING,
    )
    def get(self, request, pk):
        claim = find(request, pk)
        policy.require_reads_work(request.user)
        found = valued(policy.comment_requests_for(request.user, claim), ASKED)
        return paged(request, found, BY_TIME, plain(ASKED))

    @call("Record whom you asked for comment", CommentRequestOutput, status=201, body=CommentRequestInput)
    def post(self, request, pk):
        claim = find(request, pk)
        policy.require(request.user, "ask", claim)
        asked = publishing.ask_for_comment(claim, by=request.user, **read(CommentRequestInput, request))
        return Response(_told(asked), 201)


class CommentAnswer(Door):
    @call(
        "Record what they answered; the first answer stands",
        CommentRequestOutput,
        body=CommentAnswerInput,
        operation_id="comment_requests_answer",
    )
    def post(self, request, pk):
        asked = policy.comment_request(request.user, pk)
        if asked is None:
            raise Http404
        policy.require(request.user, "ask", asked.claim)
        data = read(CommentAnswerInput, request)
        asked.version = data.get("version", asked.version)
        publishing.answer_comment(asked, by=request.user, answer=data["answer"])
        return Response(_told(asked))
