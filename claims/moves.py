"""The one step: claim row, event and the article's status, in one transaction."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Event
from accounts.policy import is_editor
from claims import notices
from claims.gates import all_passed, open_gates, uncovered
from claims.models import Article, Claim, SignOff
from claims.workflow import (
    ARTICLE_MOVES,
    FINAL,
    MOVES,
    STEPS,
    ArticleChanged,
    ArticleErased,
    ArticleStatus,
    ClaimChanged,
    NotHolder,
    Status,
    check_move,
)


def require_step(claim, step):
    """Raise ClaimChanged unless the step begins at the status of `claim`."""
    if claim.status not in STEPS[step]:
        raise claim_changed(claim)


def require_holder(claim, by, *, or_editor=False):
    """Raise NotHolder, naming who holds the claim, unless it is `by` (or, where told, an editor)."""
    if claim.assignee_id == by.pk or (or_editor and is_editor(by)):
        return
    holder = claim.assignee
    if holder:
        message = _("{name} holds this claim.").format(name=holder.name)
    else:
        message = _("Nobody holds this claim: take it first.")
    raise NotHolder(message, **_state(claim))


def claim_changed(claim):
    """The 409 that says how `claim` stands now, and who holds it."""
    now = Claim.objects.select_related("assignee", "article").get(pk=claim.pk)
    if now.article.erased_at is not None:
        return article_erased(now.article)
    said = {"status": str(Status(now.status).label)}
    if now.assignee is not None:
        message = _("This claim changed meanwhile: it is {status}, held by {name}.")
        said["name"] = now.assignee.name
    else:
        message = _("This claim changed meanwhile: it is {status}.")
    return ClaimChanged(message.format(**said), **_state(now))


def _state(claim):
    holder = claim.assignee
    return {
        "status": claim.status,
        "version": claim.version,
        "holder": {"id": holder.pk, "name": holder.name} if holder else None,
    }


def snapshot(claim):
    """What an event keeps of a claim before and after a step: enough to undo it."""
    return {
        "status": claim.status,
        "assignee": claim.assignee_id,
        "verdict": claim.verdict_id,
        "second_verdict": claim.second_verdict_id,
        "standings": {
            str(one.pk): one.standing for one in (claim.verdict, claim.second_verdict) if one is not None
        },
        "wants_a_glance": claim.wants_a_glance,
        "returned_at": claim.returned_at.isoformat() if claim.returned_at else None,
    }


@transaction.atomic
def move(claim, target, *, by, step, note="", proves=(), **changes):
    """Take one step of the workflow and write it into the claim's history.

    `changes` are further fields of the claim that change with the step, `proves` rows that the event
    vouches for. Returns the event; raises ClaimChanged when the row moved on since it was read.
    """
    check_move(MOVES, Status(claim.status), Status(target))
    return apply(claim, kind=f"claim.{step}", by=by, note=note, proves=proves, status=target, **changes)


def planned(claim, changes):
    """What an event keeps besides, where risk or deadline are among the `changes`."""
    if not {"risk", "due_at"} & set(changes):
        return {}
    return {"risk": claim.risk, "due_at": claim.due_at.isoformat() if claim.due_at else None}


@transaction.atomic
def apply(claim, *, kind, by, note="", proves=(), keeps=None, **changes):
    """Change the row if it is still the one that was read, and write the event of `kind`.

    `keeps` is what its undoing needs besides: the event tells it with how the claim stood before.
    """
    lock_article(claim.article_id)
    before = snapshot(claim) | planned(claim, changes) | (keeps or {})
    # The UPDATE matches only while the row is still the version that was read, so of two people
    # acting at once exactly one succeeds, on any database.
    won = Claim.objects.filter(pk=claim.pk, version=claim.version).update(version=F("version") + 1, **changes)
    if not won:
        raise claim_changed(claim)
    claim.refresh_from_db()
    told = {"before": before, "after": snapshot(claim) | planned(claim, changes), "note": note}
    event = Event.objects.append(kind, claim, by=by, within=claim.article, proves=proves, **told)
    notices.tell(event, claim.article, claim)
    settle(claim.article_id, by=by)
    return event


def settle(article_id, *, by):
    """Bring an article's status in line with its gates, after any change to its claims.

    The row is locked first, so that of a sign-off and a new claim at once the later one sees the
    earlier one.
    """
    article = lock_article(article_id)
    if article.status not in {ArticleStatus.CHECKING, ArticleStatus.READY, *FINAL}:
        return
    if article.status in FINAL:
        gates = open_gates(article)
        if not gates or not uncovered(gates, _exceptions(article)):
            return
        target = ArticleStatus.CHECKING
    else:
        target = ArticleStatus.READY if all_passed(article) else ArticleStatus.CHECKING
    if target != article.status:
        move_article(article, target, by=by, step="settled")


def _exceptions(article):
    """The gates in spite of which `article` was signed off."""
    signed = SignOff.objects.filter(article=article, claim=None, undone_at=None).order_by("-id").first()
    return signed.exceptions if signed is not None else []


def lock_article(article_id):
    """The article, its row locked until the transaction ends.

    Whoever changes an article, its claims or verdicts locks it first: of two who lock rows in different
    orders, PostgreSQL ends one with an error. Rows that only refer to the article do not wait (`no_key`).
    Raises ArticleErased: every step comes through here, so none is taken on what is gone.
    """
    article = Article.objects.select_for_update(no_key=True).get(pk=article_id)
    if article.erased_at is not None:
        raise article_erased(article)
    return article


@transaction.atomic
def move_article(article, target, *, by, step, note="", details=None, proves=(), **changes):
    """Take one step of an article's life and write it into its history; raises ArticleChanged.

    `details` are kept with the event, beside the status it led to; `proves` are rows it vouches for.
    """
    source = ArticleStatus(article.status)
    check_move(ARTICLE_MOVES, source, ArticleStatus(target))
    won = Article.objects.filter(pk=article.pk, version=article.version).update(
        status=target, version=F("version") + 1, **changes
    )
    if not won:
        raise article_changed(article)
    if source in FINAL and target not in FINAL:
        SignOff.objects.filter(article=article, claim=None, undone_at=None).update(undone_at=timezone.now())
    article.refresh_from_db(fields=["status", "version", *changes])
    event = Event.objects.append(
        f"article.{step}",
        article,
        by=by,
        before={"status": source},
        after={"status": article.status, **(details or {})},
        note=note,
        within=article,
        proves=proves,
    )
    notices.tell(event, article)
    return event


def article_changed(article, message="", gates=()):
    """The 409 that says how `article` stands now, and which gates are open."""
    now = Article.objects.get(pk=article.pk)
    if now.erased_at is not None:
        return article_erased(now)
    if not message:
        message = _("This article changed meanwhile: it is {status}.")
        message = message.format(status=ArticleStatus(now.status).label)
    return ArticleChanged(
        message,
        status=now.status,
        version=now.version,
        revision=now.revision_id,
        gates=[gate._asdict() for gate in gates],
    )


def article_erased(article):
    """The 409 of an article without words."""
    day = date_format(timezone.localdate(article.erased_at), "LONG_DAY")
    message = _("The words of this article were erased on {day}. Nothing can be done on it.").format(day=day)
    return ArticleErased(message, status=article.status, version=article.version)
