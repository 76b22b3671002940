"""What a step did, told on the page that follows, with the way back for as long as there is one."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.models import Event
from claims import policy
from claims.actions import undo
from claims.views.doors import lead_back

DONE = {
    "claim.accept": "Accepted.",
    "claim.dismiss": "Dismissed.",
    "claim.restore": "Restored.",
    "claim.take": "Taken.",
    "claim.assign": "Assigned.",
    "claim.release": "Released.",
    "claim.propose": "Your verdict awaits sign-off by an editor.",
    "claim.propose_first": "Your verdict awaits a second one, by somebody who does not see it.",
    "claim.propose_second": "Your verdict awaits sign-off by an editor, beside the first one.",
    "claim.withdraw": "Verdict withdrawn.",
    "claim.withdraw_first": "Verdict withdrawn.",
    "claim.sign_off": "Signed off.",
    "claim.return": "Returned to its checker.",
    "claim.reopen": "Reopened.",
    "claim.plan": "Risk and deadline set.",
    "claim.seen": "Marked as seen.",
    "claim.undo": "Taken back.",
}


def tell(request, claim):
    """Say what the step just taken on `claim` did. The toast leads back while nothing is built on it."""
    last = Event.objects.about(claim).last()
    if last is None or last.by_id != request.user.pk or last.kind not in DONE:
        return
    back = f"undo {claim.pk} {claim.version}" if undo.is_undoable(last) else f"see {claim.pk}"
    messages.success(request, DONE[last.kind], extra_tags=back)


@require_POST
def undo_last(request):
    """Take back the last step of mine, wherever I am, and stay there."""
    policy.require_review(request.user)
    undone = undo.undo_last(policy.visible_claims(request.user), by=request.user)
    if undone is None:
        messages.info(request, "There is no step of yours to take back: the last ten minutes count.")
    elif undone[1]:
        tell(request, undone[0])
    else:
        text = "Your last step cannot be taken back: something was built on it."
        messages.warning(request, text, extra_tags=f"see {undone[0].pk}")
    return lead_back(request, redirect("queue").url)
