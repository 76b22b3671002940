"""Requests for comment on a claim: whom the desk asked, and what they answered."""

from django.http import Http404
from django.views.decorators.http import require_POST

from claims import policy
from claims.actions import publishing
from claims.forms import AnswerForm, AskForm
from claims.views.claims import claim_desk
from claims.views.doors import carried_out, find_claim, lead_to, posted_version


@require_POST
def claim_ask(request, pk):
    claim = find_claim(request, pk)
    policy.require(request.user, "ask", claim)
    form = AskForm(request.POST, prefix="ask")
    if carried_out(form, lambda typed: publishing.ask_for_comment(claim, by=request.user, **typed)):
        return lead_to(request, claim, "#comment-requests")
    return claim_desk(request, pk, ask=form)


@require_POST
def comment_answer(request, pk):
    asked = policy.comment_request(request.user, pk)
    if asked is None:
        raise Http404
    policy.require(request.user, "ask", asked.claim)
    asked.version = posted_version(request, asked.version)
    form = AnswerForm(request.POST, of=pk)
    if carried_out(form, lambda typed: publishing.answer_comment(asked, by=request.user, **typed)):
        return lead_to(request, asked.claim, "#comment-requests")
    return claim_desk(request, asked.claim_id, answer=form)
