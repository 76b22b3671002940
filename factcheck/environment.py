"""Settings as the environment spells them: each reader gives a clean value or stops the start by name.

An empty variable counts as not set. `NAME_FILE` may name a file that holds the value of `NAME` (for secrets).
"""

import os
import secrets
from collections.abc import Collection
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

ON = {"1", "on", "true", "yes"}
OFF = {"0", "off", "false", "no"}
KEY_LENGTH = 50  # what `check --deploy` asks for


def bad(name: str, sentence: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name}: {sentence}")


def text(name: str, default: str = "") -> str:
    path = os.environ.get(f"{name}_FILE", "").strip()
    if path:
        try:
            return Path(path).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise bad(f"{name}_FILE", f"the file {path!r} cannot be read ({error}).") from error
    return os.environ.get(name, "").strip() or default


def switch(name: str, default: bool) -> bool:
    value = text(name).lower()
    if value and value not in ON | OFF:
        raise bad(name, f"must be on or off, not {value!r}.")
    return value in ON if value else default


def number(name: str, default: int, *, low: int, high: int) -> int:
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and low <= int(value) <= high):
        raise bad(name, f"must be a whole number from {low} to {high}, not {value!r}.")
    return int(value)


def one_of(name: str, default: str, choices: Collection[str]) -> str:
    value = text(name, default).upper()
    if value not in choices:
        raise bad(name, f"must be one of {', '.join(choices)}, not {value!r}.")
    return value


def words(name: str, default: Collection[str] = ()) -> list[str]:
    """Values separated by commas."""
    return [word.strip() for word in text(name).split(",") if word.strip()] or list(default)


def address(name: str, default: str, schemes: Collection[str]) -> str:
    """An absolute URL with one of `schemes`, without the slash at its end."""
    value = text(name, default)
    check_address(name, value, schemes)
    return value.rstrip("/")


def check_address(name: str, value: str, schemes: Collection[str]) -> None:
    """The value itself is not repeated in the sentence where it may hold a password."""
    try:
        parts = urlsplit(value)
        complete = bool(parts.netloc or parts.path.startswith("/")) and (parts.port or 1) > 0
    except ValueError as error:
        raise bad(name, f"is not an address ({error}).") from error
    if parts.scheme not in schemes or not complete:
        raise bad(name, f"must be an address that begins with {' or '.join(f'{s}://' for s in schemes)}.")


def origins(name: str) -> list[str]:
    values = words(name)
    for value in values:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.path:
            raise bad(
                name, f"must be origins like https://desk.example.org, separated by commas, not {value!r}."
            )
    return values


def folder(name: str, default: Path) -> Path:
    """An absolute path of a folder that can be written to; made, for its owner only, if it is missing."""
    path = Path(text(name, str(default))).expanduser().absolute()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise bad(name, f"the folder {path} cannot be made ({error.strerror}).") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise bad(name, f"the folder {path} cannot be written to.")
    return path


def database(name: str, default: Path) -> dict[str, Any]:
    """A Django database entry from `sqlite:///PATH` or `postgres://USER:PASSWORD@HOST:PORT/NAME`."""
    value = text(name, f"sqlite:///{default}")
    check_address(name, value, ("sqlite", "postgres", "postgresql"))
    config: dict[str, Any] = environ.Env.db_url_config(value)
    if not config.get("NAME") or config["NAME"] == ":memory:":
        raise bad(name, "must name a database that all processes share.")
    return config


def email(name: str, default: Path) -> dict[str, Any]:
    """Django's EMAIL_ settings from `smtp://USER:PASSWORD@HOST:PORT`, `smtp+tls://…` or `filemail:///FOLDER`."""
    value = text(name, f"filemail://{default}")
    check_address(name, value, ("smtp", "smtp+tls", "smtp+ssl", "filemail", "consolemail"))
    config: dict[str, Any] = environ.Env.email_url_config(value)
    if urlsplit(value).scheme == "filemail":
        config["EMAIL_FILE_PATH"] = unquote(urlsplit(value).path)  # django-environ drops the first slash
    return {key: entry for key, entry in config.items() if key.startswith("EMAIL_")}


def secret_key(name: str, path: Path) -> str:
    """The key from the environment, or the one in `path`, which the first start fills with a new one."""
    value = text(name)
    source = name if value else f"{name} in {path}"
    if not value:
        value = stored_secret(path)
    if len(value) < KEY_LENGTH or len(set(value)) < 10:
        raise bad(source, f"must be at least {KEY_LENGTH} random characters.")
    if value.startswith("django-insecure-") or "changeme" in value.lower().replace("-", "").replace("_", ""):
        raise bad(source, "is a sample value; every installation needs a random one of its own.")
    return value


def stored_secret(path: Path) -> str:
    """Of several processes starting at once one wins the link, and all read the same key."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(64))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text("utf-8").strip()
