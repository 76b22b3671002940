"""A sentence for each kind of event, with its values by name, so that every language may order them.

`{claim}` is what it was done to, `{of_claim}` the same behind a preposition: "it" and "this claim" may have
another form there.
"""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "article.submitted": _("{who} submitted the article"),
    "article.extracted": _("{who} found claims"),
    "article.extraction_failed": _("{who} could not finish the search for claims"),
    "article.retried": _("{who} asked for a new search for claims"),
    "article.revised": _("{who} sent a new version of the text"),
    "article.readers": _("{who} changed who sees the article"),
    "article.link_made": _("{who} made a guest link to the fix list"),
    "article.link_revoked": _("{who} revoked a guest link"),
    "article.published": _("{who} told where the article appeared"),
    "article.corrected": _("{who} recorded a correction"),
    "article.settled": _("{who} brought the article up to date with its gates"),
    "article.signed_off": _("{who} signed off the article"),
    "article.closed": _("{who} closed the article"),
    "article.reopened": _("{who} reopened the article"),
    "article.block_role": _("{who} changed the role of a block"),
    "article.extracting": _("{who} began the search for claims"),
    "article.seeded": _("{who} seeded"),
    "claim.accept": _("{who} accepted {claim}"),
    "claim.dismiss": _("{who} dismissed {claim}"),
    "claim.restore": _("{who} restored {claim}"),
    "claim.mark": _("{who} marked by hand {claim}"),
    "claim.respan": _("{who} chose other words for {of_claim}"),
    "claim.split": _("{who} cut in two {claim}"),
    "claim.split_off": _("{who} cut from another claim {claim}"),
    "claim.merge": _("{who} merged another claim into {of_claim}"),
    "claim.merged": _("{who} merged into another claim {claim}"),
    "claim.set_aside": _("{who} set aside {claim}"),
    "claim.take": _("{who} took {claim}"),
    "claim.assign": _("{who} assigned {claim}"),
    "claim.release": _("{who} released {claim}"),
    "claim.propose": _("{who} proposed a verdict on {of_claim}"),
    "claim.withdraw": _("{who} withdrew the verdict on {of_claim}"),
    "claim.sign_off": _("{who} signed off the verdict on {of_claim}"),
    "claim.return": _("{who} returned {claim}"),
    "claim.reopen": _("{who} reopened {claim}"),
    "claim.undo": _("{who} took back a step on {of_claim}"),
    "claim.plan": _("{who} set risk and deadline of {of_claim}"),
    "claim.wording_changed": _("{who} changed the wording of {of_claim}"),
    "claim.fact_changed": _("{who} changed a fact in {of_claim}"),
    "claim.gone": _("{who} took out of the text the words of {of_claim}"),
    "claim.fix_applied": _("{who} applied the fix of {of_claim}"),
    "claim.seen": _("{who} looked at the new words of {of_claim}"),
    "claim.propose_first": _("{who} gave the first verdict on {of_claim}"),
    "claim.propose_second": _("{who} gave the second verdict on {of_claim}"),
    "claim.withdraw_first": _("{who} withdrew the first verdict on {of_claim}"),
    "claim.fix_accepted": _("{who} accepted the fix of {of_claim}"),
    "claim.fix_declined": _("{who} declined the fix of {of_claim}"),
    "claim.fix_insisted": _("{who} insisted on the fix of {of_claim}"),
    "claim.fix_dropped": _("{who} gave up the fix of {of_claim}"),
    "claim.fix_waived": _("{who} accepted without its fix the words of {of_claim}"),
    "claim.waiver_ended": _("{who} ended the waiver of {of_claim}"),
    "claim.asked": _("{who} asked for comment on {of_claim}"),
    "claim.answered": _("{who} recorded an answer on {of_claim}"),
    "claim.evidence": _("{who} added evidence to {of_claim}"),
    "claim.note": _("{who} wrote a note on {of_claim}"),
    "claim.note_resolved": _("{who} resolved a thread of notes on {of_claim}"),
    "claim.note_reopened": _("{who} reopened a thread of notes on {of_claim}"),
    "export.requested": _("{who} asked for a report as a file"),
    "export.taken": _("{who} took a report away as a file"),
    "desk.threshold": _("{who} changed the threshold of {desk}"),
    "rule.added": _("{who} added {rule}"),
    "rule.changed": _("{who} changed {rule}"),
    "words.erased": _("{who} erased words from the history"),
    "erasure.asked": _("{who} asked for the erasure of the words"),
    "erasure.declined": _("{who} declined the erasure of the words"),
    "erasure.carried_out": _("{who} erased the words of the article"),
}
RENEWED = {  # by what its event is about
    "claim": _("{who} renewed the proof of what was said on {of_claim}"),
    "article": _("{who} renewed the proof of what was said on the article"),
}


def sentence_of(event):
    """The sentence of an event, its values not filled in yet; None for a kind that has none."""
    if event.kind == "proof.renewed":
        return RENEWED.get(event.subject_kind)
    return SENTENCES.get(event.kind)
