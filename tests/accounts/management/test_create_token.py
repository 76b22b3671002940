import pytest
from django.core.management import CommandError, call_command

from accounts import tokens
from accounts.models import Event
from tests.factories import UserFactory


def test_the_token_is_the_last_word(reviewer, capsys):
    call_command("create_token", reviewer.email.upper(), "--scope", "write", "--days", "7")

    token = tokens.authenticate(capsys.readouterr().out.split()[-1])
    assert (token.user, token.scope, (token.expires_at - token.created_at).days) == (reviewer, "write", 7)
    (event,) = Event.objects.about(token)
    assert (event.kind, event.by, event.within) == ("token.made", None, f"user:{reviewer.pk}")
    assert "operator" in event.note


def test_without_more_words_it_may_only_read(reviewer, capsys):
    call_command("create_token", reviewer.email)

    assert tokens.authenticate(capsys.readouterr().out.split()[-1]).scope == "read"


@pytest.mark.django_db
@pytest.mark.parametrize("days", ["0", "-1", "99999999"])
def test_days_have_limits(reviewer, days):
    with pytest.raises(CommandError, match="1 to 3650"):
        call_command("create_token", reviewer.email, "--days", days)


@pytest.mark.django_db
def test_nobody_unknown_or_deactivated_gets_one():
    gone = UserFactory(is_active=False)

    for email in ("unknown@desk.example", gone.email):
        with pytest.raises(CommandError, match="No active person"):
            call_command("create_token", email)
