import stat
from pathlib import Path

import pytest

from factcheck import embedded


def test_the_socket_is_in_the_data_folder():
    assert embedded.socket_path(Path("/data")) == Path("/data/run/valkey.sock")


@pytest.mark.parametrize("length", [91, 92, 200])
def test_a_long_data_folder_has_a_short_socket_of_its_own(length):
    folder = Path("/" + "d" * (length - 1))

    path = embedded.socket_path(folder)

    assert len(bytes(path)) <= 107
    assert path.is_relative_to(folder) == (length + len("/run/valkey.sock") <= 107)
    assert path == embedded.socket_path(folder)
    assert path != embedded.socket_path(folder.with_name("e" * (length - 1)))


def test_the_server_is_in_the_wheel_and_writes_every_change_down(tmp_path):
    binary, *options = embedded.command(tmp_path)

    given = dict(zip(options[::2], options[1::2], strict=True))
    assert Path(binary).is_file()
    assert given["--appendonly"] == "yes"
    assert given["--port"] == "0"
    assert given["--unixsocket"] == str(tmp_path / "run" / "valkey.sock")


def test_its_folders_are_closed_to_others(tmp_path):
    embedded.prepare(tmp_path)

    assert stat.S_IMODE((tmp_path / "valkey").stat().st_mode) == 0o700


def test_a_folder_of_somebody_else_is_refused(tmp_path, monkeypatch):
    embedded.prepare(tmp_path)
    monkeypatch.setattr("os.getuid", lambda: 12345)

    with pytest.raises(PermissionError, match="somebody else"):
        embedded.prepare(tmp_path)
