"""Notes of a claim: written, resolved, and who may be named in them."""

from django.http import Http404, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from claims import policy
from claims.actions import notes
from claims.forms import NoteForm
from claims.text.mentions import written
from claims.views.claims import claim_desk
from claims.views.doors import carried_out, find_claim, lead_to

OFFERED = 8  # people at once


@require_POST
def claim_note(request, pk):
    claim = find_claim(request, pk)
    policy.require(request.user, "add_note", claim)
    form = NoteForm(request.POST, prefix="note")

    def write(typed):
        parent = typed["parent"] and policy.notes_for(request.user, claim).filter(pk=typed["parent"]).first()
        notes.add_note(claim, by=request.user, body=typed["body"], parent=parent)

    if carried_out(form, write):
        return lead_to(request, claim, "#notes")
    return claim_desk(request, pk, **{"reply" if form["parent"].value() else "note": form})


@require_POST
def note_resolve(request, pk):
    return _settled(request, pk, notes.resolve_note)


@require_POST
def note_reopen(request, pk):
    return _settled(request, pk, notes.reopen_note)


def _settled(request, pk, act):
    note = policy.note(request.user, pk)
    if note is None:
        raise Http404
    act(note, by=request.user)
    return lead_to(request, note.claim, "#notes")


@require_safe
def claim_people(request, pk):
    """Those whom a note may mention, a few whose names begin like the words of `q`."""
    claim = find_claim(request, pk)
    policy.require(request.user, "add_note", claim)
    words = request.GET.get("q", "").lower().split()
    people = list(policy.people_to_name(claim.article))
    fitting = [person for person in people if _fits(person.name.lower().split(), words)]
    return JsonResponse(
        {
            "people": [
                {
                    "id": person.pk,
                    "name": person.name,
                    "role": person.get_role_display(),
                    "text": written(person, people),
                }
                for person in fitting[:OFFERED]
            ]
        }
    )


def _fits(name, words):
    """Whether each of the words begins a part of the name."""
    return all(any(part.startswith(word) for part in name) for word in words)
