"""Judging suggestions, marking by hand, and planning: before a claim is checked."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accounts.models import Event
from claims import policy, priority, search
from claims.actions.times import check_times
from claims.models import Claim, Origin
from claims.moves import (
    apply,
    article_changed,
    claim_changed,
    lock_article,
    move,
    require_holder,
    require_step,
    settle,
)
from claims.text.spans import trim
from claims.workflow import Status

MARKED_BY_HAND = {"cue": "marked by hand"}
LONGEST_CLAIM = 5_000  # code points


def required(text, field, message):
    """The text without white space around it; raises ValidationError at `field` where nothing is left."""
    text = text.strip()
    if not text:
        raise ValidationError({field: message})
    return text


def accept(claim, *, by):
    """A suggestion becomes an open claim."""
    policy.require(by, "accept", claim)
    require_step(claim, "accept")
    move(claim, Status.OPEN, by=by, step="accept")


def dismiss(claim, *, by, reason):
    """Not a claim to check. A suggestion is anybody's to judge; a claim is its holder's or an editor's."""
    policy.require(by, "dismiss", claim)
    require_step(claim, "dismiss")
    reason = required(reason, "reason", _("Say why this is not to be checked."))
    if claim.status != Status.SUGGESTED:
        require_holder(claim, by, or_editor=True)
    move(claim, Status.DISMISSED, by=by, step="dismiss", note=reason, assignee=None)


def restore(claim, *, by):
    """A dismissed claim is open again."""
    policy.require(by, "restore", claim)
    require_step(claim, "restore")
    move(claim, Status.OPEN, by=by, step="restore")


@transaction.atomic
def mark_claim(article, *, by, start, end, revision=None):
    """Mark text[start:end] of the newest revision by hand; white space at the ends is left out.

    `revision` is the id of the one in which the words were seen; None: the newest. Raises ValidationError
    for a span that is not in the text, ArticleChanged where the words were seen in an older one,
    ClaimChanged where they are a claim already.
    """
    policy.require(by, "mark", article)
    article = lock_article(article.pk)
    if revision not in {None, article.revision_id}:
        raise article_changed(
            article, _("The text changed since you read it. Mark the words in the newest one.")
        )
    revision = article.revision
    start, end = placed(revision, start, end)
    there = (
        Claim.objects.filter(revision=revision, start=start, end=end).exclude(status=Status.CLOSED).first()
    )
    if there is not None and there.status in {Status.SUGGESTED, Status.DISMISSED}:
        # The words were found or judged before: the person's mark says that they are to be checked.
        (accept if there.status == Status.SUGGESTED else restore)(there, by=by)
        return there
    if there is not None:
        raise claim_changed(there)
    claim = Claim.objects.create(
        article=article,
        desk_id=article.desk_id,
        revision=revision,
        start=start,
        end=end,
        text=revision.text[start:end],
        status=Status.OPEN,
        origin=Origin.HAND,
        cues=[MARKED_BY_HAND | {"start": start, "end": end}],
        risk=article.risk,
        due_at=article.due_at,
    )
    Claim.objects.filter(pk=claim.pk).update(priority=sum(part.points for part in claim.priority_parts()))
    claim.refresh_from_db()
    search.add_claims([claim.pk])
    Event.objects.append("claim.mark", claim, by=by, after={"status": claim.status}, within=article)
    settle(article.pk, by=by)
    return claim


def placed(revision, start, end):
    """The Span text[start:end] of `revision` without white space at its ends.

    Raises ValidationError at `end` where it is not in the text, has no words or too many.
    """
    if not 0 <= start < end <= len(revision.text):
        wrong = _("The span must lie in the text, which has {length} characters.")
        raise ValidationError({"end": wrong.format(length=len(revision.text))})
    span = trim(revision.text, start, end)
    if span.start == span.end:
        raise ValidationError({"end": _("There are no words in this span.")})
    if span.end - span.start > LONGEST_CLAIM:
        most = number_format(LONGEST_CLAIM, force_grouping=True)
        wrong = _("A claim has at most {most} characters. Mark a shorter span.").format(most=most)
        raise ValidationError({"end": wrong})
    return span


def plan(claim, *, by, risk, due_at):
    """Set risk and deadline (None: no deadline) of an unfinished claim."""
    policy.require(by, "plan", claim)
    if claim.is_finished:
        raise claim_changed(claim)
    check_times(due_at=due_at)
    due = due_at.isoformat() if due_at else "no deadline"
    apply(claim, kind="claim.plan", by=by, note=f"{risk} risk, {due}", **planning(claim, risk, due_at))


def planning(claim, risk, due_at):
    """The fields of `claim` that change with its risk and deadline."""
    total = priority.total(
        risk=risk, due_at=due_at, prominence=claim.prominence, score=claim.score, now=timezone.now()
    )
    return {"risk": risk, "due_at": due_at, "priority": total}
