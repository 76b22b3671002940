import pytest
from django.core.management import CommandError, call_command

from accounts import auditing, sealing
from accounts.erasing import erase_values
from accounts.models import Event, Seal


@pytest.fixture
def trail(desk):
    for number in range(3):
        Event.objects.append("desk.named", desk, by=None, after={"name": str(number)})
    sealing.seal_all()


@pytest.fixture
def anchor(trail, tmp_path):
    path = tmp_path / "anchors"
    path.write_text(f"2026-05-01 {sealing.head()}\n")
    return str(path)


def test_a_count_and_what_is_not_protected_yet(trail, desk, capsys):
    Event.objects.append("desk.closed", desk, by=None)

    call_command("verify_audit")

    told = capsys.readouterr().out
    assert told.startswith("3 events are as they were sealed: position 3, hash ")
    assert "Without an outside anchor" in told
    assert "1 events are not sealed, and so not yet protected." in told
    assert "does not refuse" not in told


def test_triggers_that_are_gone_are_named(trail, unguarded, capsys):
    call_command("verify_audit")

    told = capsys.readouterr().out
    assert "does not refuse changes: event_waits, event_unchanged, event_kept, seal_kept is missing" in told


def test_the_first_broken_position(trail, unguarded):
    Seal.objects.filter(position=2).update(hash="0" * 64)

    with pytest.raises(CommandError, match="broken at position 2: event"):
        call_command("verify_audit")


def test_an_anchor_that_agrees(anchor, capsys):
    call_command("verify_audit", "--anchor", anchor)

    assert "1 outside anchors agree, the last at position 3." in capsys.readouterr().out


def test_an_anchor_sees_a_cut_tail(anchor, unguarded):
    Seal.objects.filter(position=3).delete()

    call_command("verify_audit")
    with pytest.raises(CommandError, match="broken at position 3: cut off"):
        call_command("verify_audit", "--anchor", anchor)


def test_a_file(trail, tmp_path, capsys):
    path = tmp_path / "trail.jsonl"
    path.write_text("".join(auditing.export()))

    call_command("verify_audit", str(path))
    assert capsys.readouterr().out.startswith("3 events are as they were sealed")

    path.write_text(path.read_text().replace("desk.named", "desk.bombed"))
    with pytest.raises(CommandError, match="broken at position 1"):
        call_command("verify_audit", str(path))


def test_files_that_are_none(trail, tmp_path):
    path = tmp_path / "other"
    path.write_text("nothing")

    with pytest.raises(CommandError, match="not an exported chain"):
        call_command("verify_audit", str(path))
    with pytest.raises(CommandError, match="holds no anchor"):
        call_command("verify_audit", "--anchor", str(path))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("verify_audit", str(tmp_path / "missing"))


def test_what_was_erased_is_told_without_its_words(trail, desk, tmp_path, capsys):
    erase_values(Event.objects.filter(seal__position=2), desk, by=None, reason="asked to")
    path = tmp_path / "trail.jsonl"
    call_command("export_audit", output=str(path))

    for arguments in ([], [str(path)]):
        call_command("verify_audit", *arguments)

        told = capsys.readouterr().out.splitlines()
        assert told[:2][1] == "1 of them are told without their words, which were erased."
