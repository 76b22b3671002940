from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from accounts import tokens
from accounts.models import Event
from claims.models import Heartbeat
from tests.factories import ClaimFactory

TOKEN = "for-the-monitoring"


def test_alive_without_sign_in_and_without_the_database(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_ready_reports_who_was_heard_of(client):
    now = timezone.now()
    Heartbeat.objects.create(name="broker", at=now)
    Heartbeat.objects.create(name="relay", at=now - timedelta(seconds=10))
    Heartbeat.objects.create(name="worker", at=now - timedelta(minutes=5))

    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {"database": "up", "broker": "up", "relay": "up", "worker": "down"}


@pytest.mark.django_db
def test_not_ready_without_the_database(client, monkeypatch):
    def gone(*args, **kwargs):
        raise DatabaseError("gone")

    monkeypatch.setattr(connection, "cursor", gone)

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (503, {"database": "down"})


def test_no_metrics_without_a_token_set(client, settings):
    settings.METRICS_TOKEN = ""

    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 401


@pytest.mark.parametrize("sent", ["", "Bearer", "Bearer wrong", TOKEN])
def test_metrics_want_the_token(client, settings, sent):
    settings.METRICS_TOKEN = TOKEN

    assert client.get("/metrics", headers={"Authorization": sent}).status_code == 401


@pytest.mark.django_db
def test_metrics_count_rows_and_tell_no_text(client, settings):
    settings.METRICS_TOKEN = TOKEN
    claim = ClaimFactory()
    Event.objects.append("claim.note", claim, by=None, note=claim.text)

    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})

    page = answer.content.decode()
    assert answer["Content-Type"].startswith("text/plain")
    assert f'desk_claims{{status="{claim.status}"}} 1' in page.splitlines()
    assert 'desk_up{part="relay"} 0' in page.splitlines()
    assert "desk_events_unsealed 1" in page.splitlines()
    assert claim.text not in page
    assert claim.article.title not in page


def test_an_admin_reads_the_metrics_with_an_api_token_and_nobody_else(client, admin, editor):
    def read(person):
        _, raw = tokens.make(person, name="metrics", scope="read", by=None)
        return client.get("/metrics", headers={"Authorization": f"Token {raw}"}).status_code

    assert (read(admin), read(editor)) == (200, 401)
    assert client.get("/metrics", headers={"Authorization": "Token made-up"}).status_code == 401


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_nothing_is_posted_there(client, path):
    assert client.post(path).status_code == 405
