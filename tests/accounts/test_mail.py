import re

import pytest
from django.core import mail as outbox

from accounts import mail
from accounts.models import JobState, OutgoingMail
from tests.factories import UserFactory

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
