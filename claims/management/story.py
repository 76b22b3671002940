"""Plays what has happened on the demo desk so far, step by step, through the actions.

`seeds/story.toml` says how a chapter is written.
"""

from django.db import transaction

from claims.actions import articles, assignments, evidence, notes, triage, verdicts
from claims.models import Rating
from claims.workflow import Status


@transaction.atomic
def play(article, chapter, people):
    """Take all steps of one article, or none: `people` are the users by their key in the seeds."""
    ratings = {rating.slug: rating for rating in Rating.objects.filter(scale_id=article.scale_id)}
    for entry in chapter["claims"]:
        _judge(article, entry, people, ratings)
    if rest := chapter.get("dismiss_rest"):
        for claim in article.claims.filter(status=Status.SUGGESTED).order_by("start"):
            triage.dismiss(claim, by=people[rest["by"]], reason=rest["reason"])
    if signature := chapter.get("sign_off"):
        article.refresh_from_db()
        articles.sign_off_article(
            article, by=people[signature["by"]], revision=article.revision_id, **_without(signature, "by")
        )


def _judge(article, entry, people, ratings):
    start = article.revision.text.index(entry["words"])
    claim = _suggestion(article, start, start + len(entry["words"]))
    if "dismissed_by" in entry:
        if claim is not None:
            triage.dismiss(claim, by=people[entry["dismissed_by"]], reason=entry["reason"])
        return
    accepted_by = people[entry["accepted_by"]]
    if claim is not None:
        triage.accept(claim, by=accepted_by)
    else:
        claim = triage.mark_claim(article, by=accepted_by, start=start, end=start + len(entry["words"]))
    if "held_by" in entry:
        _check(claim, entry, people, ratings)


def _suggestion(article, start, end):
    """The suggestion that comes nearest to text[start:end] and shares more than half of it, or None."""

    def shared(claim):
        return min(end, claim.end) - max(start, claim.start)

    touching = article.claims.filter(status=Status.SUGGESTED, start__lt=end, end__gt=start)
    near = [claim for claim in touching if 2 * shared(claim) > end - start]
    return max(near, key=lambda claim: (shared(claim), claim.start - claim.end), default=None)


def _check(claim, entry, people, ratings):
    holder = people[entry["held_by"]]
    if "assigned_by" in entry:
        assignments.assign(claim, by=people[entry["assigned_by"]], assignee=holder)
    else:
        assignments.take(claim, by=holder)
    sources = [
        evidence.add_evidence(claim, by=people[source["by"]], **_without(source, "by"))
        for source in entry.get("evidence", [])
    ]
    first = None
    for note in entry.get("notes", []):
        written = notes.add_note(claim, by=people[note["by"]], body=note["body"], parent=first)
        first = first or written
    if "verdict" in entry:
        verdict = entry["verdict"] | {"rating": ratings[entry["verdict"]["rating"]]}
        verdicts.propose_verdict(claim, by=holder, evidence=sources, **verdict)
    if claim.status == Status.AWAITING_SECOND_CHECK:
        if "second" not in entry:
            return
        second = entry["second"] | {"rating": ratings[entry["second"]["rating"]]}
        assignments.take(claim, by=people[second["by"]])
        verdicts.propose_verdict(claim, evidence=sources, **second | {"by": people[second["by"]]})
    if returned := entry.get("returned"):
        verdicts.return_claim(claim, by=people[returned["by"]], note=returned["comment"])
    elif "signed_off_by" in entry:
        verdicts.sign_off(claim, by=people[entry["signed_off_by"]], verdict=claim.verdict_id)


def _without(entry, key):
    return {name: value for name, value in entry.items() if name != key}
