"""Notices as sentences, and where each of them leads."""

from django.urls import reverse

from claims.models import NoticeKind

MENTIONED, ANSWERED, ASSIGNED = NoticeKind.MENTIONED, NoticeKind.ANSWERED, NoticeKind.ASSIGNED
RETURNED, DECIDED, FIX, CHANGED = NoticeKind.RETURNED, NoticeKind.DECIDED, NoticeKind.FIX, NoticeKind.CHANGED

SAID = {
    (MENTIONED, "claim.note"): "{who} named you in a note.",
    (ANSWERED, "claim.note"): "{who} answered in a thread of yours.",
    (ASSIGNED, "claim.assign"): "{who} gave you this claim to check.",
    (RETURNED, "claim.return"): "{who} returned your verdict.",
    (RETURNED, "claim.reopen"): "{who} reopened this claim: it is yours again.",
    (RETURNED, "claim.fact_changed"): "A fact changed in the new version: the claim is yours again.",
    (RETURNED, "claim.waiver_ended"): "The waiver ran out: the claim is yours again.",
    (DECIDED, "claim.sign_off"): "{who} decided on a verdict of yours.",
    (FIX, "claim.sign_off"): "{who} asks you for a fix.",
    (FIX, "claim.fix_insisted"): "{who} insists on a fix that you declined.",
    (CHANGED, "article.revised"): "{who} sent a new version of the text.",
    (CHANGED, "article.reopened"): "{who} reopened the article.",
    (CHANGED, "article.signed_off"): "{who} signed off the article.",
    (CHANGED, "article.extraction_failed"): "The search for claims could not be finished.",
}


def said(notice):
    """What happened, as one sentence; reads `notice.event.by`."""
    who = notice.event.by.name if notice.event.by else "The desk"
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
