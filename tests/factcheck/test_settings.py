"""The settings as an operator meets them: in a process of their own, read from the environment."""

import json
import os
import stat
import subprocess
import sys

import pytest
from django.conf import settings

KEY = "k3y-" + "0123456789abcdefghij" * 3
PRODUCTION = {
    "BASE_URL": "https://desk.example.org",
    "SECRET_KEY": KEY,
    "DATABASE_URL": "postgres://desk:secret@db.example.org:5432/desk",
    "REDIS_URL": "redis://broker.example.org:6379/0",
    "EMAIL_URL": "smtp+tls://desk:secret@mail.example.org:587",
}


def run(tmp_path, *command, **environment):
    """A finished process with only these variables set, whose data folder is thrown away."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, *command],
        env=kept | {"DATA_DIR": str(tmp_path / "data")} | environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
    )


def settings_with(tmp_path, *names, **environment):
    """The named settings of a start with these variables."""
    code = (
        "import json, factcheck.settings as s\n"
        f"print(json.dumps({{name: getattr(s, name) for name in {names}}}, default=str))"
    )
    done = run(tmp_path, "-c", code, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://desk@db/desk"),
        ("DATABASE_URL", "postgres://desk@db:port/desk"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("REDIS_URL", "amqp://broker"),
        ("REDIS_URL", "broker:6379"),
        ("EMAIL_URL", "mail.example.org"),
        ("BASE_URL", "desk.example.org"),
        ("HTTPS", "on"),  # while BASE_URL is http
        ("HTTPS", "perhaps"),
        ("CSRF_TRUSTED_ORIGINS", "desk.example.org"),
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("DEBUG", "2"),
        ("LOG_LEVEL", "LOUD"),
        ("TRUSTED_PROXIES", "-1"),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "a" * 60),
        ("SECRET_KEY", f"django-insecure-{KEY}"),
        ("SECRET_KEY", f"change-me-{KEY}"),
        ("SECRET_KEY_FILE", "/nowhere/key"),
        ("DATA_DIR", "/dev/null/data"),
    ],
)
def test_a_bad_value_stops_the_start_by_name(tmp_path, name, value):
    done = run(tmp_path, "manage.py", "check", **{name: value})

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"{name}: ")
    assert done.stderr.count("\n") == 1
    assert KEY not in done.stderr


def test_a_bad_value_does_not_show_the_password_in_it(tmp_path):
    done = run(tmp_path, "manage.py", "check", DATABASE_URL="mysql://desk:s3cret@db/desk")

    assert done.stderr.startswith("DATABASE_URL: ")
    assert "s3cret" not in done.stderr


def test_a_fresh_clone_just_runs_and_stays_on_this_machine(tmp_path):
    found = settings_with(
        tmp_path, "DATABASES", "REDIS_URL", "ALLOWED_HOSTS", "EMAIL_FILE_PATH", "DEBUG", "HTTPS"
    )

    assert found["DATABASES"]["default"]["NAME"] == str(tmp_path / "data" / "desk.sqlite3")
    assert found["REDIS_URL"].startswith("redis+socket:///")
    assert set(found["ALLOWED_HOSTS"]) == {"127.0.0.1", "localhost"}
    assert found["EMAIL_FILE_PATH"] == str(tmp_path / "data" / "logs" / "mail")
    assert (found["DEBUG"], found["HTTPS"]) == (False, False)


def test_an_empty_variable_counts_as_not_set(tmp_path):
    found = settings_with(tmp_path, "PORT", "EMBEDDED_BROKER", PORT="", REDIS_URL="", SECRET_KEY="")

    assert found == {"PORT": 8000, "EMBEDDED_BROKER": True}


def test_the_two_urls_choose_the_servers(tmp_path):
    found = settings_with(tmp_path, "DATABASES", "REDIS_URL", "EMAIL_HOST", "EMAIL_USE_TLS", **PRODUCTION)

    database = found["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["NAME"], "OPTIONS" in database) == ("db.example.org", "desk", False)
    assert found["REDIS_URL"] == PRODUCTION["REDIS_URL"]
    assert (found["EMAIL_HOST"], found["EMAIL_USE_TLS"]) == ("mail.example.org", True)


def test_the_data_folder_is_closed_to_others(tmp_path):
    settings_with(tmp_path)

    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_the_secret_key_is_made_once_and_for_its_owner_only(tmp_path):
    first = settings_with(tmp_path, "SECRET_KEY")
    second = settings_with(tmp_path, "SECRET_KEY")

    path = tmp_path / "data" / "secret_key"
    assert first == second == {"SECRET_KEY": path.read_text()}
    assert len(first["SECRET_KEY"]) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [found.name for found in path.parent.glob("secret_key*")] == ["secret_key"]


def test_processes_that_start_at_once_have_one_key(tmp_path):
    command = [sys.executable, "-c", "import factcheck.settings as s; print(s.SECRET_KEY)"]
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)}
    started = [
        subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR, stdout=subprocess.PIPE)
        for _ in range(4)
    ]

    keys = {process.communicate()[0] for process in started}

    assert len(keys) == 1
    assert len(keys.pop()) > 50


def test_a_secret_may_stand_in_a_file(tmp_path):
    (tmp_path / "key").write_text(f"{KEY}\n")

    found = settings_with(tmp_path, "SECRET_KEY", SECRET_KEY_FILE=str(tmp_path / "key"))

    assert found == {"SECRET_KEY": KEY}


def test_production_passes_the_deploy_check_without_a_warning(tmp_path):
    done = run(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "DEBUG", **PRODUCTION)

    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_cookies_are_bound_to_the_host_with_https_and_work_without(tmp_path):
    names = ("SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT")

    assert list(settings_with(tmp_path, *names, **PRODUCTION).values()) == [
        "__Host-session",
        True,
        True,
        True,
    ]
    assert list(settings_with(tmp_path, *names).values()) == ["session", False, False, False]


def test_spacy_stays_out_of_the_web_process(tmp_path):
    code = (
        "import sys, factcheck.wsgi, django.urls as u; u.get_resolver().url_patterns\n"
        "print([name for name in ('spacy', 'celery', 'numpy', 'redis') if name in sys.modules])"
    )

    done = run(tmp_path, "-c", code)

    assert done.stdout == "[]\n", done.stderr
