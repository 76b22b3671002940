from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.actions import articles, evidence, triage
from claims.actions.times import FIRST, LAST, check_ends, check_times
from tests.factories import ArticleFactory, ClaimFactory

EARLY, LATE = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)


def test_every_time_that_is_wrong_is_named():
    check_times(due_at=None, published_at=FIRST, obtained_at=LAST - timedelta(microseconds=1))

    with pytest.raises(ValidationError) as refused:
        check_times(due_at=LAST, published_at=FIRST - timedelta(microseconds=1), obtained_at=FIRST)

    assert set(refused.value.message_dict) == {"due_at", "published_at"}


def test_what_ends_ends_in_the_future():
    now = timezone.now()
    check_ends(waived_until=now + timedelta(minutes=1), expires_at=None)

    for over in (now, EARLY, LATE):
        with pytest.raises(ValidationError) as refused:
            check_ends(waived_until=over)
        assert list(refused.value.message_dict) == ["waived_until"]


@pytest.mark.parametrize("time", [EARLY, LATE])
def test_no_action_stores_a_time_that_half_of_the_world_cannot_show(time, desk, editor):
    claim = ClaimFactory(article=ArticleFactory(desk=desk))
    source = {"kind": "primary", "locator": "p. 3", "stance": "supports"}

    with pytest.raises(ValidationError):
        triage.plan(claim, by=editor, risk="low", due_at=time)
    with pytest.raises(ValidationError):
        evidence.add_evidence(claim, by=editor, **source, obtained_at=time)
    for name in ("due_at", "published_at"):
        with pytest.raises(ValidationError) as refused:
            articles.prepare(by=editor, desk=desk, text="It rained.", kind="house", **{name: time})
        assert list(refused.value.message_dict) == [name]
