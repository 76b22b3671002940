"""What a step did, told on the page that follows, with the way back for as long as there is one."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.models import Event
from claims import policy
from claims.actions import undo
from claims.views.doors import lead_back

DONE = {
    "claim.accept": gettext_lazy("Accepted."),
    "claim.dismiss": gettext_lazy("Dismissed."),
    "claim.restore": gettext_lazy("Restored."),
    "claim.take": gettext_lazy("Taken."),
    "claim.assign": gettext_lazy("Assigned."),
    "claim.release": gettext_lazy("Released."),
    "claim.propose": gettext_lazy("Your verdict awaits sign-off by an editor."),
    "claim.propose_first": gettext_lazy("Your verdict awaits a second one, by somebody who does not see it."),
    "claim.propose_second": gettext_lazy("Your verdict awaits sign-off by an editor, beside the first one."),
    "claim.withdraw": gettext_lazy("Verdict withdrawn."),
    "claim.withdraw_first": gettext_lazy("Verdict withdrawn."),
    "claim.sign_off": gettext_lazy("Signed off."),
    "claim.return": gettext_lazy("Returned to its checker."),
    "claim.reopen": gettext_lazy("Reopened."),
    "claim.plan": gettext_lazy("Risk and deadline set."),
    "claim.respan": gettext_lazy("The claim has other words."),
    "claim.split": gettext_lazy("Two claims were made of one."),
    "claim.merge": gettext_lazy("Two claims became one."),
    "claim.seen": gettext_lazy("Marked as seen."),
    "claim.undo": gettext_lazy("Taken back."),
}


def tell(request, claim):
    """Say what the step just taken on `claim` did. The toast leads back while nothing is built on it."""
    last = Event.objects.about(claim).last()
    if last is None or last.by_id != request.user.pk or last.kind not in DONE:
        return
    back = f"undo {claim.pk} {claim.version}" if undo.is_undoable(last) else f"see {claim.pk}"
    messages.success(request, str(DONE[last.kind]), extra_tags=back)


@require_POST
def undo_last(request):
    """Take back the last step of mine, wherever I am, and stay there."""
    policy.require_review(request.user)
    undone = undo.undo_last(policy.visible_claims(request.user), by=request.user)
    if undone is None:
        messages.info(request, _("There is no step of yours to take back: the last ten minutes count."))
    elif undone[1]:
        tell(request, undone[0])
    else:
        messages.warning(request, str(undo.BUILT_ON), extra_tags=f"see {undone[0].pk}")
    return lead_back(request, redirect("queue").url)
