"""The page on deploying names what is there, and all of it."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "deploying.md").read_text("utf-8")
DEPLOY = [path for path in (ROOT / "deploy").rglob("*") if path.is_file()]


def test_every_setting_is_in_the_table():
    settings = (ROOT / "factcheck" / "settings.py").read_text("utf-8")
    gunicorn = (ROOT / "factcheck" / "gunicorn.py").read_text("utf-8")
    read = set(re.findall(r'environment\.\w+\(\s*"([A-Z_]+)"', settings))
    read |= set(re.findall(r'environ\.get\("([A-Z_]+)"', gunicorn))

    rows = "\n".join(line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `"))

    assert read - set(re.findall(r"`([A-Z_]+)`", rows)) == set()


@pytest.mark.parametrize("path", DEPLOY, ids=lambda path: path.name)
def test_commands_in_deploy_files_exist(path):
    named = re.findall(r"manage\.py[, ]+(\w+)", path.read_text("utf-8"))

    assert set(named) <= set(get_commands())


def test_commands_and_files_named_on_the_page_exist():
    assert set(re.findall(r"manage\.py (\w+)", PAGE)) <= set(get_commands())
    named = set(re.findall(r"\bdeploy/[\w./]+\w", PAGE)) - {"deploy/.env"}
    assert [name for name in named if not (ROOT / name).exists()] == []
