"""Notes on a claim: their threads, resolved and reopened."""

from django.core.exceptions import ValidationError
from django.http import Http404
from rest_framework.response import Response

from claims import policy
from claims.actions import notes
from claims.api import inputs, outputs, rows
from claims.api.doors import PAGING, Door, paged, read
from claims.api.schema import call, listing
from claims.api.steps import find
from claims.models import Note

OLDEST_FIRST = ("id",)
STEPS = {
    "resolve": (notes.resolve_note, "Nothing is left to do in the thread of this note"),
    "reopen": (notes.reopen_note, "The thread of this note is open again"),
}


def _told(pk):
    return rows.note_rows(rows.valued(Note.objects.filter(pk=pk), rows.NOTE))[0]


class NotesOfClaim(Door):
    parameters = PAGING

    @call("Notes, oldest first", listing(outputs.NoteOutput), parameters=PAGING)
    def get(self, request, pk):
        claim = find(request, pk)
        policy.require_reads_work(request.user)
        found = rows.valued(policy.notes_for(request.user, claim), rows.NOTE)
        return paged(request, found, OLDEST_FIRST, rows.note_rows)

    @call(
        "Remark on a claim; `@Name` in `body` tells that person",
        outputs.NoteOutput,
        status=201,
        body=inputs.NoteInput,
    )
    def post(self, request, pk):
        claim = find(request, pk)
        policy.require(request.user, "add_note", claim)
        data = read(inputs.NoteInput, request)
        parent = data.pop("parent")
        if parent is not None:
            parent = policy.notes_for(request.user, claim).filter(pk=parent).first()
            if parent is None:
                raise ValidationError({"parent": "There is no such note on this claim."})
        note = notes.add_note(claim, by=request.user, parent=parent, **data)
        return Response(_told(note.pk), 201)


def view_of(name):
    """The view that resolves or reopens a thread; it answers with the first note of it."""
    act, summary = STEPS[name]

    class OneStep(Door):
        @call(summary, outputs.NoteOutput, body=inputs.Nothing, operation_id=f"notes_{name}")
        def post(self, request, pk):
            note = policy.note(request.user, pk)
            if note is None:
                raise Http404
            policy.require(request.user, "resolve_note", note.claim)
            read(inputs.Nothing, request)
            act(note, by=request.user)
            return Response(_told(note.thread()[0]))

    return OneStep.as_view()
