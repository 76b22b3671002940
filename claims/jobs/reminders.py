"""Deadlines that come near or have passed: who holds the work is told once of each, by e-mail."""

from collections import defaultdict
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from accounts import mail
from accounts.models import OutgoingMail
from claims import policy
from claims.models import Article, Claim, Reminder
from claims.workflow import FINAL, UNFINISHED

SOON = timedelta(days=1)
CLAIM, ARTICLE = gettext_noop("claim {number}"), gettext_noop("article {number}")
FORGOTTEN = timedelta(days=7)  # what is overdue for longer was told before, or came in overdue


class Due(NamedTuple):
    """Something with a deadline, and who is told; `claim` is None for an article."""

    person: object
    article: object
    claim: object
    due_at: object


def remind():
    """Store a mail for each person with deadlines that they were not told of yet."""
    now = timezone.now()
    by_person = defaultdict(list)
    for due in (*_claims(now), *_articles(now)):
        by_person[due.person].append(due)
    for person, found in by_person.items():
        _tell(person, found, now)


@transaction.atomic
def _tell(person, found, now):
    """One mail about what `person` has not been told; two workers at once tell it once."""
    told = []
    for due in found:
        step = "overdue" if due.due_at <= now else "soon"
        row = {"person": person, "article": due.article, "claim": due.claim, "due_at": due.due_at}
        _row, is_new = Reminder.objects.get_or_create(**row, step=step)
        if is_new:
            subject = due.claim or due.article
            told.append(
                {
                    "about": CLAIM if due.claim else ARTICLE,
                    "number": subject.pk,
                    "path": subject.get_absolute_url(),
                    "due": due.due_at.isoformat(),
                }
            )
    if told:
        mail.store(OutgoingMail.Kind.REMINDER, person.email, links=told)


def _claims(now):
    near = Claim.objects.filter(
        status__in=UNFINISHED,
        assignee__is_active=True,
        due_at__gt=now - FORGOTTEN,
        due_at__lte=now + SOON,
    ).select_related("article", "assignee")
    for claim in near.order_by("due_at", "id").iterator(500):
        if policy.visible_claims(claim.assignee).filter(pk=claim.pk).exists():
            yield Due(claim.assignee, claim.article, claim, claim.due_at)


def _articles(now):
    near = Article.objects.filter(
        submitted_by__is_active=True, due_at__gt=now - FORGOTTEN, due_at__lte=now + SOON
    ).exclude(status__in=FINAL)
    for article in near.select_related("submitted_by").order_by("due_at", "id").iterator(500):
        if policy.visible_articles(article.submitted_by).filter(pk=article.pk).exists():
            yield Due(article.submitted_by, article, None, article.due_at)
