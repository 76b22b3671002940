from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from accounts import throttle
from accounts.models import Throttle


def guess(email="someone@desk.example", address="192.0.2.1", known=False):
    """Whether one guess is let through."""
    request = RequestFactory().post("/sign-in/", REMOTE_ADDR=address)
    if known:
        request.COOKIES[throttle.KNOWN_COOKIE] = throttle.browser_mark(email)
    try:
        throttle.admit_guess(request, email)
    except throttle.TooManyTries:
        return False
    return True


@pytest.mark.django_db
def test_tries_count_for_as_long_as_they_are_told(monkeypatch):
    now = 1_000_000.0
    monkeypatch.setattr(throttle.time, "time", lambda: now)

    first = [throttle.take("guess", "a", limit=2, seconds=60) for _ in range(3)]
    now += 59
    just_before = throttle.take("guess", "a", limit=2, seconds=60)
    now += 1
    after = [throttle.take("guess", "a", limit=2, seconds=60) for _ in range(3)]

    assert first == [True, True, False]
    assert just_before is False
    assert after == [True, True, False]


@pytest.mark.django_db
def test_one_limit_is_not_another(monkeypatch):
    for _ in range(2):
        throttle.take("guess", "a", limit=2, seconds=60)

    assert throttle.take("guess", "b", limit=2, seconds=60)
    assert throttle.take("reset", "a", limit=2, seconds=60)


@pytest.mark.django_db(transaction=True)
def test_threads_together_get_no_more_than_the_limit():
    def try_once(_):
        try:
            return throttle.take("guess", "a", limit=20, seconds=3600)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        taken = list(threads.map(try_once, range(60)))

    assert taken.count(True) == 20
    assert len(Throttle.objects.get().times) == 20


@pytest.mark.django_db
def test_an_account_takes_at_most_twenty_guesses_a_minute_from_all_addresses():
    strangers = [guess(address=f"192.0.2.{n}") for n in range(30)]
    owner = [guess(address="198.51.100.7", known=True) for _ in range(10)]

    assert strangers.count(True) == 15
    assert owner.count(True) == 5


@pytest.mark.django_db
def test_the_owners_browser_alone_may_use_all_twenty():
    assert [guess(known=True) for _ in range(25)].count(True) == 20


@pytest.mark.django_db
def test_a_mark_for_one_account_opens_no_other():
    for n in range(15):
        guess("owner@desk.example", address=f"192.0.2.{n}")
    request = RequestFactory().post("/sign-in/", REMOTE_ADDR="198.51.100.7")
    request.COOKIES[throttle.KNOWN_COOKIE] = throttle.browser_mark("other@desk.example")

    with pytest.raises(throttle.TooManyTries):
        throttle.admit_guess(request, "owner@desk.example")


@pytest.mark.django_db
def test_an_address_takes_at_most_sixty_and_then_uses_up_no_accounts():
    spread = [guess(f"person{n}@desk.example") for n in range(70)]
    elsewhere = [guess("person69@desk.example", address="198.51.100.7") for _ in range(15)]

    assert spread == [True] * 60 + [False] * 10
    assert all(elsewhere)


@pytest.mark.django_db
def test_an_ipv6_subscriber_is_one_address():
    spread = [guess(f"person{n}@desk.example", address=f"2001:db8:1:2::{n:x}") for n in range(61)]

    assert spread[-1] is False
    assert guess("someone.else@desk.example", address="2001:db8:1:3::1")


@pytest.mark.django_db
def test_a_right_password_is_no_guess():
    request = RequestFactory().post("/sign-in/", REMOTE_ADDR="192.0.2.1")

    for _ in range(100):
        throttle.take_back(throttle.admit_guess(request, "someone@desk.example"))

    assert [row.times for row in Throttle.objects.all()] == [[], []]


@pytest.mark.django_db
def test_what_was_typed_is_not_kept():
    guess("Secret typed into the wrong box")

    assert not any("secret" in row.key.lower() for row in Throttle.objects.all())


@pytest.mark.django_db
def test_forget_removes_only_what_no_longer_counts():
    throttle.take("guess", "old", limit=1, seconds=60)
    Throttle.objects.update(last_at=timezone.now() - timedelta(hours=3))
    throttle.take("guess", "new", limit=1, seconds=60)

    throttle.forget()

    assert Throttle.objects.count() == 1
    assert not throttle.take("guess", "new", limit=1, seconds=60)
