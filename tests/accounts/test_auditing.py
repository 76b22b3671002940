"""An intruder with all rights of the database changes the trail; the audit names the place."""

import json

import pytest
from django.db import connection

from accounts import auditing, chain, sealing
from accounts.erasing import erase_values
from accounts.models import Event, Seal
from tests.chain_attacks import FILE_ATTACKS, changed


@pytest.fixture
def trail(desk, editor):
    """Ten sealed events."""
    for number in range(1, 11):
        Event.objects.append(
            "desk.named", desk, by=editor, before={"name": f"old {number}"}, after={"name": "né"}, note="why"
        )
    sealing.seal_all()


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def event(position):
    return Event.objects.filter(seal__position=position)


def reseal(position):
    """The intruder reckons the hashes anew from `position` on."""
    links = list(sealing.links())
    previous = links[position - 2]["hash"] if position > 1 else chain.BEGINNING
    for link in links[position - 1 :]:
        previous = chain.hash_of(link, previous)
        Seal.objects.filter(position=link["position"]).update(hash=previous)


def edit_words():
    event(4).update(note="another reason")


def edit_before():
    event(4).update(before={"name": "invented"})


def edit_who():
    event(4).update(by=None)


def edit_when():
    sql("UPDATE accounts_event SET at = '2001-01-01 00:00:00+00:00' WHERE id = %s", event(4).get().pk)


def edit_kind():
    event(4).update(kind="desk.closed")


def edit_subject():
    event(4).update(subject_id=99)


def edit_within():
    event(4).update(within="desk:99")


def edit_salt():
    event(4).update(salt="0" * 32)


def delete_event():
    event(4).delete()


def delete_both():
    event(4).delete()
    Seal.objects.filter(position=4).delete()


def delete_and_close_the_gap():
    delete_both()
    for position in range(5, 11):
        Seal.objects.filter(position=position).update(position=position - 1)


def insert():
    """A new event between the third and the fourth, the others moved on."""
    for position in range(10, 3, -1):
        Seal.objects.filter(position=position).update(position=position + 1)
    made = Event.objects.create(kind="desk.closed", subject_kind="desk", subject_id=1)
    Seal.objects.create(position=4, event=made, hash="a" * 64)


def insert_with_a_right_hash():
    insert()
    third, fourth = list(sealing.links())[2:4]
    Seal.objects.filter(position=4).update(hash=chain.hash_of(fourth, third["hash"]))


def swap():
    fourth, fifth = Seal.objects.get(position=4).event_id, Seal.objects.get(position=5).event_id
    Seal.objects.filter(position=4).update(event_id=10**9)
    Seal.objects.filter(position=5).update(event_id=fourth)
    Seal.objects.filter(position=4).update(event_id=fifth)


def forge_a_hash():
    Seal.objects.filter(position=4).update(hash="f" * 64)


def forge_an_event_and_its_hash():
    event(4).update(note="another reason")
    third, fourth = list(sealing.links())[2:4]
    Seal.objects.filter(position=4).update(hash=chain.hash_of(fourth, third["hash"]))


def erase_in_secret():
    row = event(4).values("salt", *chain.VALUES).get()
    event(4).update(erased=chain.digests(row["salt"], row), salt="", before={}, after={}, note="")


FOUND = {
    **dict.fromkeys(
        [edit_words, edit_before, edit_who, edit_when, edit_kind, edit_subject, edit_within, edit_salt], 4
    ),
    **dict.fromkeys([delete_event, delete_both, delete_and_close_the_gap, insert, swap], 4),
    insert_with_a_right_hash: 5,
    forge_a_hash: 4,
    forge_an_event_and_its_hash: 5,
    erase_in_secret: 4,
}


def test_the_trail_as_it_was_written_holds(trail):
    assert auditing.verify() == sealing.head()
    assert auditing.verify().position == 10


@pytest.mark.parametrize(
    ("attack", "position"), FOUND.items(), ids=lambda value: getattr(value, "__name__", value)
)
def test_an_attack_is_found_at_its_position(trail, unguarded, attack, position):
    attack()

    with pytest.raises(chain.Broken) as found:
        auditing.verify()

    assert found.value.position == position


def cut_tail():
    Event.objects.filter(seal__position__gt=7).delete()
    Seal.objects.filter(position__gt=7).delete()


def rewrite_all():
    event(4).update(note="another reason")
    reseal(4)


@pytest.mark.parametrize(("attack", "position"), [(cut_tail, 8), (rewrite_all, 9)])
def test_what_only_an_anchor_sees(trail, unguarded, attack, position):
    links = list(sealing.links())
    anchors = {9: links[8]["hash"]}

    attack()

    auditing.verify()  # the rest is in order by itself
    with pytest.raises(chain.Broken) as found:
        auditing.verify(anchors)
    assert found.value.position == position


def test_events_without_a_seal_are_counted(trail, desk):
    Event.objects.append("desk.closed", desk, by=None)

    assert auditing.verify().unsealed == 1


def test_erasing_leaves_tombstones_and_a_valid_chain(trail, desk, admin):
    anchors = {10: sealing.head().hash}

    erase_values(Event.objects.filter(seal__position__in=[4, 5]), desk, by=admin, reason="asked to")
    assert auditing.verify(anchors).position == 10  # before the erasing is sealed itself
    sealing.seal_all()

    assert auditing.verify(anchors).position == 11


# ---- files


@pytest.fixture
def file(trail, desk, admin):
    erase_values(Event.objects.filter(seal__position=2), desk, by=admin, reason="asked to")
    sealing.seal_all()
    return list(auditing.export())


def test_an_exported_chain_holds(file):
    assert auditing.verify_file(file) == sealing.head()
    assert "old 2" not in "".join(file)


@pytest.mark.parametrize(("attack", "position"), FILE_ATTACKS.values(), ids=FILE_ATTACKS)
def test_an_attack_on_a_file_is_found_at_its_position(file, attack, position):
    with pytest.raises(chain.Broken) as found:
        auditing.verify_file(attack(file))

    assert found.value.position == position


def test_a_file_cut_together_with_its_head_needs_an_anchor(file):
    ninth = json.loads(file[9])
    shorter = changed(file[:9], 0, position=8, hash=json.loads(file[8])["hash"])

    assert auditing.verify_file(shorter).position == 8
    with pytest.raises(chain.Broken) as found:
        auditing.verify_file(shorter, {9: ninth["hash"]})
    assert found.value.position == 9


@pytest.mark.parametrize("lines", [[], ["{}"], ["no JSON"], ["[]"]])
def test_another_file_is_none(lines):
    with pytest.raises(ValueError, match="not an exported chain"):
        auditing.verify_file(lines)


def test_an_empty_chain_holds(db):
    assert auditing.verify() == auditing.verify_file(auditing.export()) == chain.Head()
