"""The script for auditors finds what our own audit finds, and shares no line with it."""

import re
import runpy
from pathlib import Path

import pytest

from accounts import auditing, sealing
from accounts.erasing import erase_values
from accounts.models import Event
from tests.chain_attacks import FILE_ATTACKS

SCRIPT = Path(__file__).parents[2] / "docs" / "verify_chain.py"
main = runpy.run_path(str(SCRIPT))["main"]


@pytest.fixture
def file(desk, tmp_path):
    for number in range(10):
        Event.objects.append("desk.named", desk, by=None, after={"name": f"Zoë {number}"}, note="“so”")
    sealing.seal_all()
    erase_values(Event.objects.filter(seal__position=2), desk, by=None, reason="asked to")
    sealing.seal_all()
    path = tmp_path / "trail.jsonl"
    path.write_text("".join(auditing.export()))
    return path


def test_a_chain_that_holds(file, capsys):
    main(file)

    told = capsys.readouterr().out
    assert told.startswith("11 events are as they were sealed, 1 told without their words.")
    assert sealing.head().hash in told


@pytest.mark.parametrize(("attack", "position"), FILE_ATTACKS.values(), ids=FILE_ATTACKS)
def test_an_attack_is_found_at_its_position(file, attack, position):
    file.write_text("".join(attack(file.read_text().splitlines(keepends=True))))

    with pytest.raises(SystemExit, match=rf"Broken at position {position}: "):
        main(file)


def test_an_anchor_from_elsewhere(file, tmp_path, capsys):
    anchors = tmp_path / "anchors"
    anchors.write_text(str(sealing.head()))
    main(file, anchors)

    anchors.write_text(f"position 7, hash {'f' * 64}")
    with pytest.raises(SystemExit, match="Broken at position 7: an anchor knows another hash"):
        main(file, anchors)


def test_it_is_short_and_needs_nothing_but_python():
    text = SCRIPT.read_text("utf-8")

    assert set(re.findall(r"^(?:import|from) (\w+)", text, flags=re.MULTILINE)) == {
        "hashlib",
        "json",
        "re",
        "sys",
    }
    assert len([line for line in text.split('"""')[2].splitlines() if line.strip()]) <= 60
