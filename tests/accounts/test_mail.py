import re

import pytest
from django.core import mail as outbox
from django.utils import timezone, translation

from accounts import mail
from accounts.models import JobState, OutgoingMail
from tests.factories import UserFactory
from tests.pseudo import outside, speaking

KINDS = [OutgoingMail.Kind.PASSWORD_RESET, OutgoingMail.Kind.INVITATION]


@pytest.mark.django_db
def test_to_store_is_not_to_send(settings):
    settings.BASE_URL = "https://desk.example"

    row = mail.store(OutgoingMail.Kind.PASSWORD_RESET, "someone@desk.example")

    assert (row.state, row.base_url) == (JobState.QUEUED, "https://desk.example")
    assert outbox.outbox == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_link_sets_a_password_once(kind, reviewer, client, settings):
    settings.BASE_URL = "http://testserver"
    password = "a brand new password"

    mail.send(mail.store(kind, reviewer.email.upper()))
    (sent,) = outbox.outbox
    (link,) = re.findall(r"http://testserver/\S+", sent.body)
    form = client.get(link, follow=True)
    answer = client.post(form.wsgi_request.path, {"new_password1": password, "new_password2": password})

    assert sent.to == [reviewer.email]
    assert answer.url == "/sign-in/"
    reviewer.refresh_from_db()
    assert reviewer.check_password(password)
    assert "This link no longer works" in client.get(link, follow=True).text


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_nobody_unknown_or_deactivated_gets_mail(kind):
    UserFactory(email="gone@desk.example", is_active=False)

    for address in ("unknown@desk.example", "gone@desk.example", "not an address"):
        mail.send(mail.store(kind, address))

    assert outbox.outbox == []


LINK = {"about": "claim {number}", "number": 7, "path": "/claims/7/", "due": "2026-07-05T14:30:00+00:00"}


@pytest.mark.parametrize(
    ("language", "due"),
    [
        ("en-gb", "claim 7, due 5 July 2026, 23:30 (JST)"),
        ("en-us", "claim 7, due July 5, 2026, 23:30 (JST)"),
        ("de", "5. Juli 2026, 23:30 (JST)"),
    ],
)
def test_a_mail_has_the_language_and_the_time_zone_of_its_reader(language, due, reviewer):
    reviewer.language, reviewer.time_zone = language, "Asia/Tokyo"
    reviewer.save()

    mail.send(mail.store(OutgoingMail.Kind.REMINDER, reviewer.email, [LINK]))

    assert due in outbox.outbox[0].body
    assert (translation.get_language(), timezone.get_current_timezone_name()) == ("en-gb", "UTC")


@pytest.mark.parametrize("kind", OutgoingMail.Kind)
def test_each_word_of_a_mail_can_be_translated(kind, reviewer):
    with speaking():
        mail.send(mail.store(kind, reviewer.email, [LINK]))

    (sent,) = outbox.outbox
    addresses = re.findall(r"https?://\S+", sent.body)
    assert outside(f"<p>{sent.subject}</p><p>{sent.body}</p>", addresses) == []


def test_a_mail_that_an_earlier_release_stored_says_what_it_said(reviewer):
    old = {"about": "Your inbox has 3 more.", "path": "/inbox/"}

    mail.send(mail.store(OutgoingMail.Kind.NOTICES, reviewer.email, [old]))

    assert old["about"] in outbox.outbox[0].body


def test_the_words_of_a_mail_in_english(reviewer, settings):
    settings.BASE_URL = "https://desk.example"

    mail.send(mail.store(OutgoingMail.Kind.REMINDER, reviewer.email, [LINK]))

    assert (
        outbox.outbox[0].body
        == """Good day Carla Reviewer,

these deadlines of yours are near, or have passed:

claim 7, due 5 July 2026, 14:30 (UTC)
https://desk.example/claims/7/

You are told once when a deadline is a day away, and once when it has passed.
"""
    )
