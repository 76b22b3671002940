"""What a search found, as claims: new suggestions, and news of claims that came over from an earlier text."""

from bisect import bisect_left, bisect_right
from itertools import islice

from django.utils import timezone

from accounts.models import Event, JobState
from claims import priority
from claims.anchoring import Change, unchanged
from claims.models import Claim, Origin, Revision
from claims.text import Role
from claims.text.overlaps import touching
from claims.workflow import Status

DETAILS = ["standalone", "kind", "cues", "claimant", "quantities", "dates", "names"]
ENDING = ["claim.gone", "claim.fact_changed"]  # how a new text ends claims that were dismissed


def searched_before(revision):
    """The newest earlier revision that was searched to its end, or None."""
    return (
        Revision.objects.filter(
            article=revision.article_id, number__lt=revision.number, extraction__state=JobState.DONE
        )
        .order_by("-number")
        .first()
    )


def unchanged_since(before, revision):
    """A test whether a span lies in sentences that were searched in an earlier revision already.

    What was not suggested there, or was suggested and judged, does not come again with the same words.
    """
    return touching(unchanged(before.text, revision.text) if before is not None else [])


def news_in(revision, searched=()):
    """A test whether a candidate of `revision` is to be suggested.

    Words that went with a claim and are back are suggested again, unless they had been dismissed. `searched`
    are the sentences of this very revision that a search went through before, if there was one: a block was
    restored since, and all else is known.
    """
    if searched:
        known = touching((one["start"], one["end"]) for one in searched)
    else:
        known = unchanged_since(searched_before(revision), revision)
    ended = _ended(revision.article)

    def is_news(candidate):
        words = revision.text[candidate.start : candidate.end]
        return not ended[words] if words in ended else not known(candidate.start, candidate.end)

    return is_news


def _ended(article):
    """The words of claims that ended with an earlier text, as {words: whether they had been dismissed}."""
    events = Event.objects.within(article).filter(kind__in=ENDING, before__status=Status.DISMISSED)
    dismissed = set(events.values_list("subject_id", flat=True))
    ended = {}
    for pk, words in Claim.objects.filter(article=article, status=Status.CLOSED).values_list("pk", "text"):
        ended[words] = ended.get(words, False) or pk in dismissed
    return ended


def refresh(revision, candidates):
    """Tell claims that came over with changed words anew what is in them; decisions stay untouched.

    `candidates` are in order and apart.
    """
    changed = list(
        Claim.objects.filter(
            revision=revision,
            origin=Origin.MACHINE,
            carried__revision=revision,
            carried__change__in=[Change.WORDING_CHANGED, Change.FACT_CHANGED],
        ).order_by("start")
    )
    starts, ends = [one.start for one in candidates], [one.end for one in candidates]
    for claim in changed:
        over = candidates[bisect_right(ends, claim.start) : bisect_left(starts, claim.end)]
        if len(over) == 1:
            for name, value in _told_anew(revision, claim, over[0]).items():
                setattr(claim, name, value)
    Claim.objects.bulk_update(changed, DETAILS, batch_size=100)


def _told_anew(revision, claim, candidate):
    """What `candidate` says of the words of `claim`; where people cut it, of what is left of it."""
    told, text = details(revision, candidate), revision.text
    beyond = text[candidate.start : claim.start] + text[claim.end : candidate.end]
    if not any(map(str.isalnum, beyond)):
        return told
    inside = {
        name: [one for one in told[name] if claim.start <= one["start"] and one["end"] <= claim.end]
        for name in ("cues", "quantities", "dates", "names")
    }
    around = [
        cue for cue in told["cues"] if cue["end"] <= candidate.start or cue["start"] >= candidate.end
    ]  # "Peskov said"
    return {**inside, "cues": inside["cues"] + around, "claimant": told["claimant"], "standalone": ""}


def details(revision, candidate):
    """What a candidate says of its words, as a claim keeps it."""
    words = revision.text[candidate.start : candidate.end]
    return {
        "standalone": "" if candidate.standalone == words else candidate.standalone,
        "kind": candidate.kind,
        "cues": candidate.cues,
        "claimant": candidate.claimant,
        "quantities": candidate.quantities,
        "dates": candidate.dates,
        "names": list(candidate.names),
    }


def suggestion(article, revision, candidate, blocks):
    """The unsaved claim that proposes `candidate`."""
    prominence = prominence_of(candidate.start, blocks)
    return Claim(
        article=article,
        desk_id=article.desk_id,
        revision=revision,
        start=candidate.start,
        end=candidate.end,
        text=revision.text[candidate.start : candidate.end],
        score=candidate.score,
        **details(revision, candidate),
        prominence=prominence,
        risk=article.risk,
        due_at=article.due_at,
        priority=priority.total(
            risk=article.risk,
            due_at=article.due_at,
            prominence=prominence,
            score=candidate.score,
            now=timezone.now(),
        ),
    )


def prominence_of(start, blocks):
    """How much a reader notices words at the offset `start`, 0 to 10. `blocks` partition the text."""
    place = bisect_right(blocks, start, key=lambda block: block.start) - 1
    role = blocks[place].role
    is_lead = role == Role.PARAGRAPH and all(block.role != role for block in islice(blocks, place))
    return priority.PROMINENCE_POINTS.get("lead" if is_lead else role.value, 0)
