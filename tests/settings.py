"""The settings of the desk for tests: a data folder that is thrown away and a hasher that is quick to ask.

DATABASE_URL is kept, so the suite runs on PostgreSQL with the same command.
"""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="factcheck-test-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
for _name in ("BASE_URL", "HTTPS", "ALLOWED_HOSTS", "EMAIL_URL", "REDIS_URL", "SECRET_KEY", "METRICS_TOKEN"):
    os.environ.pop(_name, None)  # a test says itself what it wants
os.environ["DATA_DIR"] = _folder

from factcheck.settings import *  # noqa: E402, F403  the folder above must be set before
from factcheck.settings import DATA_DIR, DATABASES, STORAGES, TEMPLATES  # noqa: E402

if "sqlite" in DATABASES["default"]["ENGINE"]:
    # A real file, so that threads and processes contend as they do in the desk; not kept, so not synced.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA busy_timeout=20000"
    )
DATABASES["default"]["CONN_MAX_AGE"] = 0  # a connection left open by a thread would keep the test database

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = ""
WHITENOISE_AUTOREFRESH = True
