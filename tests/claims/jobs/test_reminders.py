from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.utils import timezone

from accounts.models import OutgoingMail
from claims.jobs import reminders
from claims.jobs.mail import send_mail
from claims.models import Claim, Reminder
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def claim(desk, editor, reviewer):
    article = ArticleFactory(desk=desk, submitted_by=editor)
    return ClaimFactory(
        article=article,
        status=Status.IN_CHECK,
        assignee=reviewer,
        due_at=timezone.now() + timedelta(hours=3),
    )


def told():
    return [
        (mail.address, [link["about"].format(**link) for link in mail.links])
        for mail in OutgoingMail.objects.order_by("id")
    ]


def test_who_holds_a_claim_is_told_once_that_it_is_due_soon(claim, reviewer):
    for _look in range(3):
        reminders.remind()

    assert told() == [(reviewer.email, [f"claim {claim.pk}"])]


def test_and_once_more_when_it_is_overdue(claim, reviewer):
    reminders.remind()
    Reminder.objects.update(due_at=timezone.now() - timedelta(hours=1))
    Claim.objects.update(due_at=Reminder.objects.get().due_at)

    for _look in range(2):
        reminders.remind()

    assert len(told()) == 2
    assert [one.step for one in Reminder.objects.order_by("id")] == ["soon", "overdue"]


def test_a_new_deadline_is_told_again(claim):
    reminders.remind()
    Claim.objects.update(due_at=timezone.now() + timedelta(hours=5))

    reminders.remind()

    assert len(told()) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"due_at": timezone.now() + timedelta(days=3)},
        {"due_at": timezone.now() - timedelta(days=30)},
        {"status": Status.RESOLVED},
        {"assignee": None},
    ],
)
def test_nobody_is_told_of_what_is_far_off_long_past_done_or_nobodys(claim, change):
    Claim.objects.update(**change)

    reminders.remind()

    assert told() == []


def test_who_left_the_desk_is_not_told(claim, reviewer):
    reviewer.memberships.all().delete()

    reminders.remind()

    assert told() == []


def test_who_submitted_an_article_is_told_of_its_deadline(desk, editor):
    article = ArticleFactory(desk=desk, submitted_by=editor, due_at=timezone.now() + timedelta(hours=2))

    for _look in range(2):
        reminders.remind()

    assert told() == [(editor.email, [f"article {article.pk}"])]


def test_the_mail_has_links_and_no_words_of_the_article(claim, reviewer):
    reminders.remind()

    send_mail(OutgoingMail.objects.get().pk)

    [sent] = outbox.outbox
    assert sent.to == [reviewer.email]
    assert f"\nclaim {claim.pk}, due " in sent.body
    assert f"/claims/{claim.pk}/" in sent.body
    assert claim.text not in sent.body
    assert claim.article.title not in sent.body
