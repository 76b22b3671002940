import pytest
from django.core.exceptions import PermissionDenied

from accounts import sealing
from accounts.erasing import ERASED, erase_values
from accounts.models import Event


@pytest.fixture
def event(desk, editor):
    return Event.objects.append(
        "desk.named", desk, by=editor, before={"name": "a"}, after={"name": "b"}, note="c"
    )


def test_words_and_salt_are_gone_and_the_event_stays(event, desk, admin):
    assert erase_values(Event.objects.about(desk), desk, by=admin, reason="asked to") == 1

    kept = Event.objects.get(pk=event.pk)
    assert (kept.before, kept.after, kept.note, kept.salt) == ({}, {}, "", "")
    assert set(kept.erased) == {"before", "after", "note"}
    assert (kept.kind, kept.by, kept.at, kept.subject_id) == (event.kind, event.by, event.at, desk.pk)


def test_the_erasing_is_an_event_with_its_reason(event, desk, admin):
    erase_values(Event.objects.about(desk), desk, by=admin, reason="asked to")

    told = Event.objects.about(desk).last()
    assert (told.kind, told.by, told.note, told.after) == (ERASED, admin, "asked to", {"events": [event.pk]})


def test_what_is_erased_stays_so_and_why_cannot_be_erased(event, desk, admin):
    erase_values(Event.objects.about(desk), desk, by=admin, reason="asked to")

    assert erase_values(Event.objects.about(desk), desk, by=admin, reason="again") == 0
    assert Event.objects.about(desk).count() == 2


def test_before_or_after_sealing_is_the_same_link(event, desk):
    before = sealing.link_of(Event.objects.values().get(pk=event.pk))
    erase_values(Event.objects.about(desk), desk, by=None, reason="asked to")
    after = sealing.link_of(Event.objects.values().get(pk=event.pk))

    assert after == before | {"erased": True}


def test_only_an_admin_erases(event, desk, editor):
    with pytest.raises(PermissionDenied):
        erase_values(Event.objects.about(desk), desk, by=editor, reason="asked to")
    assert Event.objects.get().note == "c"
