"""The roles of the blocks of a text, put right by people. The text and where its blocks lie never change."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Event, JobState
from claims import policy
from claims.models import Claim, Extraction, Revision
from claims.moves import article_changed, lock_article, move, settle
from claims.text import Role
from claims.text.spans import WITHOUT_CLAIMS
from claims.workflow import FINAL, Status


def word(role):
    """A role in words: "list item"."""
    return role.replace("_", " ")


@transaction.atomic
def set_role(article, *, by, start, role, revision=None):
    """Give the block of the newest revision that begins at the offset `start` this role.

    Where claims may stand that could not stand before, the text is searched again, for this block only; where
    none may stand any more, suggestions nobody judged are closed, and what people judged stays. Returns
    whether anything changed. `revision` is the id of the one that was seen. Raises ValidationError at
    `start` or `role`, ArticleChanged for an older revision, a signed article or while it is being searched.
    """
    policy.require(by, "set_role", article)
    article = lock_article(article.pk)
    if article.revision_id is None or revision not in {None, article.revision_id}:
        raise article_changed(article, _("The text changed since you read it. Look at the newest one."))
    if article.status in FINAL:
        raise article_changed(
            article, _("This article is signed off. Reopen it before its blocks are changed.")
        )
    if role not in set(Role):
        raise ValidationError({"role": _("Choose one of {roles}.").format(roles=", ".join(Role))})
    text = article.revision
    block = next((one for one in text.blocks if one["start"] == start), None)
    if block is None:
        raise ValidationError({"start": _("No block of the text begins there.")})
    before, after = Role(block["role"]), Role(role)
    if before == after:
        return False
    blocks = [one | {"role": after} if one is block else one for one in text.blocks]
    Revision.objects.filter(pk=text.pk).update(blocks=blocks)
    if (before in WITHOUT_CLAIMS) != (after in WITHOUT_CLAIMS):
        _search_anew(article, block, wanted=after not in WITHOUT_CLAIMS)
    if after in WITHOUT_CLAIMS:
        _close_suggestions(text, block, by=by)
    Event.objects.append(
        "article.block_role",
        article,
        by=by,
        before={"role": before},
        after={"role": after, "revision": text.pk, "start": block["start"], "end": block["end"]},
        note=f"block {text.blocks.index(block) + 1}: {word(after)}, was {word(before)}",
        within=article,
    )
    settle(article.pk, by=by)
    return True


def _search_anew(article, block, *, wanted):
    """Forget what was found in the block, and where it is `wanted` queue the search for what is not known."""
    jobs = Extraction.objects.filter(revision=article.revision_id)
    # The row is held until this is stored: a search that waits reads the blocks as they are then.
    if not jobs.exclude(state=JobState.RUNNING).update(attempt=F("attempt")):
        raise article_changed(
            article, _("The text is being searched for claims. Change its blocks once that is done.")
        )
    job = jobs.get()
    # What is kept in `sentences` was searched: the next search looks elsewhere.
    job.sentences = [one for one in job.sentences if not block["start"] <= one["start"] < block["end"]]
    if wanted and job.state == JobState.DONE:
        job.state, job.queued_at, job.published_at = JobState.QUEUED, timezone.now(), None
        job.deaths = job.done = 0
    job.save(update_fields=["sentences", "state", "queued_at", "published_at", "deaths", "done"])


def _close_suggestions(revision, block, *, by):
    inside = Claim.objects.filter(revision=revision, status=Status.SUGGESTED)
    for claim in inside.filter(start__gte=block["start"], start__lt=block["end"]).select_related("article"):
        move(claim, Status.CLOSED, by=by, step="set_aside", note="its block was set aside")


def corrected(article):
    """What people said of the blocks of all its texts, as {the words of a block: its Role}."""
    events = (
        Event.objects.about(article).filter(kind="article.block_role", erased__isnull=True).order_by("id")
    )
    places = [event.after for event in events]
    texts = Revision.objects.in_bulk({place["revision"] for place in places})
    return {
        texts[place["revision"]].text[place["start"] : place["end"]].strip(): Role(place["role"])
        for place in places
    }
