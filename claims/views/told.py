"""Notices as sentences, and where each of them leads."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import NoticeKind

MENTIONED, ANSWERED, ASSIGNED = NoticeKind.MENTIONED, NoticeKind.ANSWERED, NoticeKind.ASSIGNED
RETURNED, DECIDED, FIX, CHANGED = NoticeKind.RETURNED, NoticeKind.DECIDED, NoticeKind.FIX, NoticeKind.CHANGED

SAID = {
    (MENTIONED, "claim.note"): gettext_lazy("{who} named you in a note."),
    (ANSWERED, "claim.note"): gettext_lazy("{who} answered in a thread of yours."),
    (ASSIGNED, "claim.assign"): gettext_lazy("{who} gave you this claim to check."),
    (RETURNED, "claim.return"): gettext_lazy("{who} returned your verdict."),
    (RETURNED, "claim.reopen"): gettext_lazy("{who} reopened this claim: it is yours again."),
    (RETURNED, "claim.fact_changed"): gettext_lazy(
        "A fact changed in the new version: the claim is yours again."
    ),
    (RETURNED, "claim.waiver_ended"): gettext_lazy("The waiver ran out: the claim is yours again."),
    (DECIDED, "claim.sign_off"): gettext_lazy("{who} decided on a verdict of yours."),
    (FIX, "claim.sign_off"): gettext_lazy("{who} asks you for a fix."),
    (FIX, "claim.fix_insisted"): gettext_lazy("{who} insists on a fix that you declined."),
    (CHANGED, "article.revised"): gettext_lazy("{who} sent a new version of the text."),
    (CHANGED, "article.reopened"): gettext_lazy("{who} reopened the article."),
    (CHANGED, "article.signed_off"): gettext_lazy("{who} signed off the article."),
    (CHANGED, "article.extraction_failed"): gettext_lazy("The search for claims could not be finished."),
}


def said(notice):
    """What happened, as one sentence; reads `notice.event.by`."""
    who = notice.event.by.name if notice.event.by else _("The desk")
    return SAID[notice.kind, notice.event.kind].format(who=who)


def place_of(notice):
    """The address where somebody goes on from a notice; reads `notice.event`."""
    if notice.kind == FIX:
        return reverse("article-fixes", args=[notice.article_id])
    if notice.claim_id is None:
        return reverse("article", args=[notice.article_id])
    claim = reverse("claim", args=[notice.claim_id])
    note = notice.event.after.get("note")
    return f"{claim}#note-{note}" if note and notice.kind in {MENTIONED, ANSWERED} else claim
