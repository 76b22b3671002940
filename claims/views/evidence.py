"""Sources of a claim: one, several addresses at once, or a record of another claim of the article."""

from django.http import Http404
from django.views.decorators.http import require_POST

from claims import policy
from claims.actions import evidence
from claims.source_forms import EvidenceForm, LinksForm, ReuseForm
from claims.views.claims import claim_desk
from claims.views.doors import carried_out, find_claim, lead_to


@require_POST
def claim_evidence(request, pk):
    form = EvidenceForm(request.POST, prefix="evidence")
    return _added(request, pk, "evidence", form, evidence.add_evidence)


@require_POST
def claim_links(request, pk):
    return _added(request, pk, "links", LinksForm(request.POST, prefix="links"), evidence.add_links)


@require_POST
def claim_reuse(request, pk):
    def reuse(claim, *, by, record, stance):
        found = next((one for one in policy.evidence_beside(by, claim) if one.pk == record), None)
        if found is None:
            raise Http404
        evidence.reuse_evidence(claim, by=by, record=found, stance=stance)

    return _added(request, pk, "reuse", ReuseForm(request.POST), reuse)


def _added(request, pk, name, form, act):
    claim = find_claim(request, pk)
    policy.require(request.user, "add_evidence", claim)
    if carried_out(form, lambda typed: act(claim, by=request.user, **typed)):
        return lead_to(request, claim, "#evidence")
    return claim_desk(request, pk, **{name: form})
