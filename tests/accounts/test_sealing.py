import pytest

from accounts import chain, sealing
from accounts.models import Event, Seal, Unsealed


@pytest.fixture
def three(desk, editor):
    return [
        Event.objects.append(f"desk.{word}", desk, by=by, before={"n": 1}, after={"n": 2.5}, note=word)
        for word, by in (("added", editor), ("named", None), ("renamed", editor))
    ]


def test_each_event_is_sealed_once_in_order(three):
    assert sealing.seal() == 3
    assert sealing.seal() == 0

    assert list(Seal.objects.order_by("position").values_list("position", "event_id")) == [
        (number, event.pk) for number, event in enumerate(three, start=1)
    ]
    assert not Unsealed.objects.exists()


def test_an_event_that_commits_late_comes_later_whatever_its_id(three, monkeypatch):
    late = three[0].pk
    Unsealed.objects.filter(event_id=late).delete()  # not to be seen yet
    sealing.seal_all()
    Unsealed.objects.create(event_id=late)

    sealing.seal_all()

    assert Seal.objects.get(event_id=late).position == 3


def test_many_go_in_batches(three, monkeypatch):
    monkeypatch.setattr(sealing, "BATCH", 2)

    assert [sealing.seal(), sealing.seal(), sealing.seal()] == [2, 1, 0]
    assert chain.check(sealing.links()).position == 3


def test_a_second_sealer_who_read_the_same_head_is_refused(three, monkeypatch):
    joined = sealing._joined

    def overtaken(links):
        seals = list(joined(links))  # the head is read; now another one is faster
        monkeypatch.setattr(sealing, "_joined", joined)
        sealing.seal_all()
        return seals

    monkeypatch.setattr(sealing, "_joined", overtaken)

    assert sealing.seal() == 0  # all of it taken back, the faster one's work too, as that was inside ours
    assert (Seal.objects.count(), Unsealed.objects.count()) == (0, 3)


def test_what_was_added_without_the_triggers_is_found(three):
    sealing.seal_all()
    Unsealed.objects.create(event_id=three[0].pk)  # sealed already: two who look at once
    missed = Event.objects.append("desk.closed", three[0], by=None)
    Unsealed.objects.filter(event_id=missed.pk).delete()

    sealing.find_missed()
    sealing.seal_all()

    assert Seal.objects.get(position=4).event_id == missed.pk
    assert (sealing.head().position, sealing.head().unsealed) == (4, 0)


def test_the_head_counts_what_waits(three, desk):
    assert sealing.head() == chain.Head(unsealed=3)
    sealing.seal_all()
    Event.objects.append("desk.closed", desk, by=None)

    assert sealing.head() == chain.Head(3, Seal.objects.get(position=3).hash, unsealed=1)


def test_a_round_with_nothing_to_do_is_one_query(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        sealing.seal()
