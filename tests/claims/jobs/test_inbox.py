from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as outbox
from django.db import transaction
from django.utils import timezone

from accounts import mail as letters
from accounts.models import Event, JobState, Mails, OutgoingMail
from claims.actions import notes
from claims.jobs import inbox, tidying
from claims.jobs.mail import send_mail
from claims.models import Notice, NoticeKind
from claims.views.told import SAID
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def claim(desk):
    return ClaimFactory(article=ArticleFactory(desk=desk, title="Zanzibar"))


@pytest.fixture
def tell(claim, editor):
    """`tell(person)`: one more notice, of a note with words that no mail may hold; `at` sets its time."""

    def tell(person, at=None):
        notes.add_note(claim, by=editor, body=f"@{person.name}, mind the tapir.")
        notice = Notice.objects.get(event=Event.objects.last())
        if at is not None:
            Notice.objects.filter(pk=notice.pk).update(at=at)
        return notice

    return tell


def choose(person, mails, time_zone="UTC"):
    person.mails, person.time_zone = mails, time_zone
    person.save()
    return person


def stored():
    """To whom which notices are to be mailed."""
    return [
        (mail.address, [link.get("notice") for link in mail.links])
        for mail in OutgoingMail.objects.order_by("id")
    ]


def test_at_once_all_that_is_new_comes_in_one_mail_and_once(claim, tell, reviewer):
    choose(reviewer, Mails.AT_ONCE)
    first, second = tell(reviewer), tell(reviewer)

    for _look in range(3):
        inbox.mail_notices()

    assert stored() == [(reviewer.email, [second.pk, first.pk])]
    third = tell(reviewer)
    inbox.mail_notices()
    assert stored()[1:] == [(reviewer.email, [third.pk])]


def test_a_mail_holds_ids_and_links_and_no_words_of_the_article(claim, tell, reviewer, settings):
    settings.BASE_URL = "https://desk.example"
    choose(reviewer, Mails.AT_ONCE)
    notice = tell(reviewer)

    inbox.mail_notices()
    send_mail(OutgoingMail.objects.get().pk)

    (sent,) = outbox.outbox
    assert sent.to == [reviewer.email]
    assert f"You are named in a note on claim {claim.pk}." in sent.body
    assert f"https://desk.example/inbox/{notice.pk}/" in sent.body
    said = f"{sent.subject} {sent.body}".lower()
    assert [word for word in ("zanzibar", "harbour", "berths", "tapir", "password") if word in said] == []


@pytest.mark.parametrize(
    ("zone", "mailed_at"),
    [("UTC", "07:00"), ("America/New_York", "11:00"), ("Asia/Kolkata", "01:30"), ("No/Where", "07:00")],
)
def test_the_digest_comes_at_seven_where_the_person_is(
    tell, reviewer, zone, mailed_at, monkeypatch, settings
):
    settings.TIME_ZONE = "UTC"
    choose(reviewer, Mails.DIGEST, zone)
    notice = tell(reviewer, at=datetime(2026, 7, 1, 1, 0, tzinfo=UTC))
    hour, minute = map(int, mailed_at.split(":"))
    morning = datetime(2026, 7, 1, hour, minute, tzinfo=UTC)

    for now, mails in ((morning - timedelta(seconds=1), 0), (morning, 1), (morning + timedelta(hours=1), 1)):
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        inbox.mail_notices()
        assert len(stored()) == mails

    late = tell(reviewer, at=morning + timedelta(minutes=1))
    for hours, mails in ((23, 1), (25, 2), (40, 2)):
        monkeypatch.setattr(timezone, "now", lambda hours=hours: morning + timedelta(hours=hours))
        inbox.mail_notices()
        assert len(stored()) == mails
    assert [told for _address, told in stored()] == [[notice.pk], [late.pk]]


def test_who_wants_none_who_has_read_it_and_who_is_gone_gets_none(
    tell, reviewer, second_reviewer, second_editor
):
    for person in (reviewer, second_reviewer, second_editor):
        choose(person, Mails.AT_ONCE)
        tell(person)
    choose(reviewer, Mails.OFF)
    Notice.objects.filter(person=second_reviewer).update(read_at=timezone.now())
    second_editor.is_active = False
    second_editor.save()

    inbox.mail_notices()

    assert stored() == []


def test_what_is_old_is_not_mailed(tell, reviewer):
    choose(reviewer, Mails.AT_ONCE)
    tell(reviewer, at=timezone.now() - inbox.TOO_OLD)

    inbox.mail_notices()

    assert stored() == []


@pytest.mark.parametrize("hide", ["leave", "restrict"])
def test_what_one_may_not_see_any_more_is_not_mailed(claim, tell, reviewer, hide):
    choose(reviewer, Mails.AT_ONCE)
    notice = tell(reviewer)
    _hide(hide, claim, reviewer)

    inbox.mail_notices()

    assert stored() == []
    notice.refresh_from_db()
    assert notice.mailed_at is None


@pytest.mark.parametrize("hide", ["leave", "restrict", "read", "off"])
def test_nor_if_that_changes_before_it_is_sent(claim, tell, reviewer, hide):
    choose(reviewer, Mails.AT_ONCE)
    tell(reviewer)
    inbox.mail_notices()
    _hide(hide, claim, reviewer)

    send_mail(OutgoingMail.objects.get().pk)

    assert outbox.outbox == []
    assert OutgoingMail.objects.get().state == JobState.DONE


def _hide(how, claim, person):
    if how == "leave":
        person.memberships.all().delete()
    elif how == "restrict":
        type(claim.article).objects.update(restricted=True)
    elif how == "read":
        Notice.objects.update(read_at=timezone.now())
    else:
        choose(person, Mails.OFF)


def test_only_what_may_still_be_seen_is_sent(desk, editor, tell, reviewer):
    choose(reviewer, Mails.AT_ONCE)
    seen = tell(reviewer)
    other = ClaimFactory(article=ArticleFactory(desk=desk))
    notes.add_note(other, by=editor, body="@Carla Reviewer")
    inbox.mail_notices()
    type(other.article).objects.filter(pk=other.article_id).update(restricted=True)

    send_mail(OutgoingMail.objects.get().pk)

    (sent,) = outbox.outbox
    assert sent.body.count("/inbox/") == 1
    assert f"/inbox/{seen.pk}/" in sent.body


def test_killed_between_the_two_it_is_neither_lost_nor_told_twice(tell, reviewer, monkeypatch):
    choose(reviewer, Mails.AT_ONCE)
    notice = tell(reviewer)
    store = letters.store

    def killed(*args, **kwargs):
        store(*args, **kwargs)
        raise SystemExit

    monkeypatch.setattr(letters, "store", killed)
    with pytest.raises(SystemExit), transaction.atomic():
        inbox.mail_notices()
    notice.refresh_from_db()
    assert (notice.mailed_at, stored()) == (None, [])

    monkeypatch.setattr(letters, "store", store)
    inbox.mail_notices()
    inbox.mail_notices()
    assert stored() == [(reviewer.email, [notice.pk])]


def test_of_two_workers_at_once_the_second_finds_nothing(tell, reviewer):
    choose(reviewer, Mails.AT_ONCE)
    tell(reviewer)
    now = timezone.now()

    inbox._mail(reviewer, now)
    inbox._mail(reviewer, now)  # it had seen the notice before the first was through

    assert len(stored()) == 1


def test_of_very_many_a_mail_lists_some_and_counts_the_others(tell, reviewer, monkeypatch):
    monkeypatch.setattr(inbox, "LISTED", 2)
    choose(reviewer, Mails.AT_ONCE)
    told = [tell(reviewer) for _time in range(5)]

    inbox.mail_notices()
    send_mail(OutgoingMail.objects.get().pk)

    assert stored() == [(reviewer.email, [told[4].pk, told[3].pk, None])]
    assert "Your inbox has 3 more." in outbox.outbox[0].body


def test_a_digest_that_waits_costs_one_look(tell, reviewer, django_assert_num_queries):
    choose(reviewer, Mails.DIGEST)
    tell(reviewer, at=timezone.now())

    with django_assert_num_queries(2):
        inbox.mail_notices()


def test_what_was_read_long_ago_is_tidied(tell, reviewer):
    now = timezone.now()
    read = {days: tell(reviewer).pk for days in (91, 89, None)}
    for days, pk in read.items():
        Notice.objects.filter(pk=pk).update(
            at=now - timedelta(days=200), read_at=days and now - timedelta(days=days)
        )

    tidying.tidy()

    assert set(Notice.objects.values_list("pk", flat=True)) == {read[89], read[None]}


def test_every_kind_can_be_mailed():
    assert set(inbox.ABOUT) == set(NoticeKind) == {kind for kind, _event in SAID}
