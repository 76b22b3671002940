import pytest
from django.core.management import CommandError, call_command

from accounts import auditing, sealing
from accounts.models import Event


@pytest.fixture
def trail(desk):
    Event.objects.append("desk.named", desk, by=None, after={"name": "Zürich"})
    sealing.seal_all()


def test_the_file_verifies_and_holds_the_words(trail, tmp_path):
    path = tmp_path / "trail.jsonl"

    call_command("export_audit", "--output", str(path))

    lines = path.read_text().splitlines()
    assert auditing.verify_file(lines).position == 1
    assert "Z\\u00fcrich" in lines[1]


def test_without_words_the_hashes_are_still_verified(trail, tmp_path):
    path = tmp_path / "trail.jsonl"

    call_command("export_audit", "--output", str(path), "--hashes")

    assert auditing.verify_file(path.read_text().splitlines()).position == 1
    assert "rich" not in path.read_text()
    assert "salt" not in path.read_text()


def test_a_dash_is_standard_output(trail, capsys):
    call_command("export_audit", "--output", "-")

    assert auditing.verify_file(capsys.readouterr().out.splitlines()).position == 1


def test_a_place_that_cannot_be_written(trail, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_audit", "--output", str(tmp_path))
