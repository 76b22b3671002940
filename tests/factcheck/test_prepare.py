import pytest
from django.utils import timezone

from claims.models import Heartbeat
from factcheck import prepare


@pytest.mark.django_db
def test_tables_come_before_seeds_and_old_signs_of_life_are_forgotten(monkeypatch):
    called = []
    monkeypatch.setattr(prepare, "call_command", lambda *words, **options: called.append(words))
    Heartbeat.objects.create(name="worker", at=timezone.now())

    prepare.main()

    assert called == [("migrate",), ("collectstatic",), ("seed", "--demo"), ("seed", "--sign-ins")]
    assert not Heartbeat.objects.exists()  # or the demo would call itself ready before it is
