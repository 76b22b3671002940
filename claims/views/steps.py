"""The steps of a claim: each a POST that calls one action."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims import policy
from claims.actions import assignments, glances, triage, undo, verdicts
from claims.forms import AssignForm, PlanForm, ReasonForm, SignOffForm
from claims.views.begun import verdict_form
from claims.views.claims import claim_desk
from claims.views.doors import carried_out, find_claim, lead_back
from claims.views.lists import onward
from claims.views.toasts import tell


@require_POST
def claim_accept(request, pk):
    claim = find_claim(request, pk)
    triage.accept(claim, by=request.user)
    return _done(request, claim)


@require_POST
def claim_dismiss(request, pk):
    return _with_text(request, pk, "dismiss", "reason", triage.dismiss)


@require_POST
def claim_restore(request, pk):
    claim = find_claim(request, pk)
    triage.restore(claim, by=request.user)
    return _done(request, claim)


@require_POST
def claim_take(request, pk):
    claim = find_claim(request, pk)
    assignments.take(claim, by=request.user)
    return _done(request, claim)


@require_POST
def claim_release(request, pk):
    claim = find_claim(request, pk)
    assignments.release(claim, by=request.user)
    return _done(request, claim)


@require_POST
def claim_assign(request, pk):
    claim = find_claim(request, pk)
    policy.require(request.user, "assign", claim)
    form = AssignForm(request.POST, people=policy.people_who_see(claim.article))
    if carried_out(form, lambda typed: assignments.assign(claim, by=request.user, **typed)):
        return _done(request, claim)
    return claim_desk(request, pk, assign=form)


@require_POST
def claim_withdraw(request, pk):
    claim = find_claim(request, pk)
    verdicts.withdraw(claim, by=request.user)
    return _done(request, claim)


@require_POST
def claim_return(request, pk):
    return _with_text(request, pk, "return", "note", verdicts.return_claim)


@require_POST
def claim_reopen(request, pk):
    return _with_text(request, pk, "reopen", "reason", verdicts.reopen)


@require_POST
def claim_undo(request, pk):
    claim = find_claim(request, pk)
    undo.undo(claim, by=request.user)
    return _done(request, claim)


@require_POST
def claim_seen(request, pk):
    claim = find_claim(request, pk)
    glances.seen(claim, by=request.user)
    return _done(request, claim)


@require_POST
def claim_propose(request, pk):
    claim = find_claim(request, pk)
    policy.require(request.user, policy.proposing(claim), claim)
    form, onwards = verdict_form(claim, request.user, request.POST), onward(request, claim)
    if carried_out(form, lambda typed: verdicts.propose_verdict(claim, by=request.user, **typed)):
        return _lead_on(request, claim, onwards)
    return claim_desk(request, pk, verdict=form)


@require_POST
def claim_sign_off(request, pk):
    claim = find_claim(request, pk)
    policy.require(request.user, "sign_off", claim)
    form, onwards = SignOffForm(request.POST), onward(request, claim)
    if carried_out(
        form,
        lambda typed: verdicts.sign_off(claim, by=request.user, verdict=typed["seen"], note=typed["note"]),
    ):
        return _lead_on(request, claim, onwards)
    return claim_desk(request, pk, sign_off=form)


@require_POST
def claim_plan(request, pk):
    claim = find_claim(request, pk)
    policy.require(request.user, "plan", claim)
    form = PlanForm(request.POST, prefix="plan")
    if carried_out(form, lambda typed: triage.plan(claim, by=request.user, **typed)):
        return _done(request, claim)
    return claim_desk(request, pk, plan=form)


def _with_text(request, pk, step, name, act):
    """A step with a compulsory text, which its action takes under `name`."""
    claim = find_claim(request, pk)
    policy.require(request.user, step, claim)
    form, onwards = ReasonForm(request.POST, name=name), onward(request, claim)
    if carried_out(form, lambda typed: act(claim, by=request.user, **typed)):
        return _lead_on(request, claim, onwards)
    return claim_desk(request, pk, **{step: form})


def _done(request, claim):
    tell(request, claim)
    return lead_back(request, claim)


def _lead_on(request, claim, onwards):
    """To the next claim of the list, where that was asked for; after the last one to the list."""
    if onwards is None:
        return _done(request, claim)
    tell(request, claim)
    if not onwards.next:
        messages.info(request, _("That was the last claim of this list."))
    return redirect(onwards.next or onwards.address)
