import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event
from claims.actions.evidence import add_evidence
from claims.models import Evidence
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def claim(desk):
    return ClaimFactory(article=ArticleFactory(desk=desk))


def test_the_event_of_a_private_source_tells_nothing_of_it(claim, reviewer):
    add_evidence(
        claim,
        by=reviewer,
        kind="interview",
        locator="the harbour master, by telephone",
        quote="we never counted",
        stance="contradicts",
        private=True,
    )

    event = Event.objects.about(claim).get()
    told = f"{event.before} {event.after} {event.note}"
    assert event.after["stance"] == "contradicts"
    assert "harbour master" not in told
    assert "counted" not in told


def test_a_source_says_where_it_is(claim, reviewer):
    with pytest.raises(ValidationError) as refused:
        add_evidence(claim, by=reviewer, kind="primary", locator=" ", stance="supports")

    assert list(refused.value.message_dict) == ["locator"]
    assert not Evidence.objects.exists()


def test_a_viewer_adds_nothing(claim, viewer):
    with pytest.raises(PermissionDenied):
        add_evidence(claim, by=viewer, kind="primary", locator="p. 3", stance="supports")
