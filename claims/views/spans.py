"""The words of a claim told anew from its card: other ends, two claims of one, one of two."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.policy import is_editor
from claims import policy
from claims.actions import spans
from claims.forms import MergeForm, SpanForm, SplitForm
from claims.models import Claim
from claims.text import Span
from claims.text.reshaping import STEPS, cuts, halves, stepped
from claims.views.doors import find_claim
from claims.views.toasts import tell
from claims.workflow import RESHAPED, Status

LONGEST_PART = 60  # code points of a half that is offered


class Reshape(NamedTuple):
    """What can be done with the words of a claim: `cuts` are (offset, the words that would be a new claim).

    `other` is the next claim in the text that it can be merged with, or None.
    """

    cuts: list[tuple[int, str]]
    other: Claim | None


def reshape(user, claim, claims):
    """What `user` can do with the words of `claim`, one of `claims` in the order of the text; or None."""
    if not _may(user, claim):
        return None
    text, span = claim.article.revision.text, Span(claim.start, claim.end)
    parts = [(at, halves(text, span, at)) for at in cuts(text, span)]
    behind = claims[claims.index(claim) + 1 :]
    following = next((one for one in behind if one.status not in {Status.DISMISSED, Status.CLOSED}), None)
    return Reshape(
        [(at, _beginning(text[slice(*two[1])])) for at, two in parts if two],
        following if following is not None and _may(user, following) else None,
    )


def _may(user, claim):
    theirs = claim.status != Status.IN_CHECK or claim.assignee_id == user.pk or is_editor(user)
    return claim.status in RESHAPED and theirs and policy.may(user, "respan", claim)


def _beginning(words):
    words = " ".join(words.split())
    return words if len(words) <= LONGEST_PART else f"{words[:LONGEST_PART].rstrip()}…"


@require_POST
def claim_respan(request, pk):
    """Other words: those from `start` to `end`, or the same with one end moved by a word (`step`)."""
    claim = find_claim(request, pk)
    policy.require(request.user, "respan", claim)
    typed: Any = request.POST
    if request.POST.get("step") in STEPS:
        moved = stepped(claim.revision.text, Span(claim.start, claim.end), request.POST["step"])
        typed = request.POST.dict() | moved._asdict()
    return _carried_out(
        request, claim, SpanForm(typed), lambda span: spans.respan(claim, by=request.user, **span)
    )


@require_POST
def claim_split(request, pk):
    claim = find_claim(request, pk)
    policy.require(request.user, "split", claim)
    return _carried_out(
        request,
        claim,
        SplitForm(request.POST),
        lambda typed: spans.split(claim, by=request.user, **typed) and None,
    )


@require_POST
def claim_merge(request, pk):
    claim = find_claim(request, pk)
    policy.require(request.user, "merge", claim)

    def act(typed):
        other = policy.visible_claims(request.user).filter(pk=typed.pop("other")).first()
        return spans.merge(claim, by=request.user, other=other, **typed)

    return _carried_out(request, claim, MergeForm(request.POST), act)


def _carried_out(request, claim, form, act):
    """Back to the claim on the copy, or to the one that `act` returns; what was wrong is said there."""
    kept = claim
    try:
        if form.is_valid():
            kept = act(form.cleaned_data) or claim
            tell(request, kept)
        else:
            raise ValidationError([message for found in form.errors.values() for message in found])
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(f"{claim.article.get_absolute_url()}?claim={kept.pk}&words=1#words-{kept.pk}")
