from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import tokens
from accounts.models import Event, Token


def make(user, **changes):
    return tokens.make(user, **{"name": "script", "scope": "read", "by": user} | changes)


def test_only_the_hash_is_kept(reviewer):
    token, raw = make(reviewer)

    row = Token.objects.values().get()
    assert raw not in str(row)
    assert raw not in str(Event.objects.values().get())
    assert len(row["digest"]) == 64
    assert tokens.authenticate(raw) == token


def test_a_token_ends_when_its_days_are_over(reviewer, monkeypatch):
    token, raw = make(reviewer, days=2)

    Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert tokens.authenticate(raw) is None
    assert token.expires_at - token.created_at < timedelta(days=2, seconds=5)


def test_a_revoked_token_ends_at_once_and_stays_in_the_trail(reviewer):
    token, raw = make(reviewer)

    tokens.revoke(token, by=reviewer)
    tokens.revoke(token, by=reviewer)

    assert tokens.authenticate(raw) is None
    assert [event.kind for event in Event.objects.about(token)] == ["token.made", "token.revoked"]


def test_the_tokens_of_the_deactivated_do_nothing(reviewer):
    _, raw = make(reviewer)
    reviewer.is_active = False
    reviewer.save()

    assert tokens.authenticate(raw) is None


@pytest.mark.django_db
@pytest.mark.parametrize("raw", ["", "desk_wrong", "é"])
def test_an_unknown_token_is_nothing(raw):
    assert tokens.authenticate(raw) is None


def test_last_use_is_stamped_at_most_every_five_minutes(reviewer, django_assert_num_queries):
    _, raw = make(reviewer)

    with django_assert_num_queries(2):
        tokens.authenticate(raw)
    with django_assert_num_queries(1):
        tokens.authenticate(raw)
    Token.objects.update(last_used_at=timezone.now() - timedelta(minutes=6))
    tokens.authenticate(raw)

    assert timezone.now() - Token.objects.get().last_used_at < timedelta(minutes=1)
