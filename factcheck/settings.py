"""The settings of the desk. What an operator may choose comes from the environment; the defaults just run.

docs/deploying.md lists the variables. A bad value stops the start with its name and a sentence.
"""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from factcheck import embedded, environment

BASE_DIR = Path(__file__).resolve().parent.parent

# Where everything lives that is not code
DATA_DIR = environment.folder("DATA_DIR", BASE_DIR / "var")
RUN_DIR = DATA_DIR / "run"  # sockets, pids, the schedule of beat
LOG_DIR = DATA_DIR / "logs"
EXPORT_DIR = DATA_DIR / "exports"
for _folder in (RUN_DIR, LOG_DIR, EXPORT_DIR):
    _folder.mkdir(exist_ok=True)

# Where the desk is found
PORT = environment.number("PORT", 8000, low=1, high=65535)
BASE_URL = environment.address("BASE_URL", f"http://127.0.0.1:{PORT}", ("http", "https"))
HTTPS = environment.switch("HTTPS", BASE_URL.startswith("https://"))
if BASE_URL.startswith("https://") != HTTPS:
    raise environment.bad("HTTPS", f"must agree with BASE_URL, which is {BASE_URL}.")
HOST = urlsplit(BASE_URL).hostname or ""
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", [HOST, "127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = environment.origins("CSRF_TRUSTED_ORIGINS")

DEBUG = environment.switch("DEBUG", False)
SECRET_KEY = environment.secret_key("SECRET_KEY", DATA_DIR / "secret_key")
METRICS_TOKEN = environment.text("METRICS_TOKEN")  # what Prometheus sends; empty: only admins read /metrics

# Rows, and the broker that only workers and the relay talk to
DATABASES = {"default": environment.database("DATABASE_URL", DATA_DIR / "desk.sqlite3")}
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
if "sqlite" in DATABASES["default"]["ENGINE"]:
    # With Django's defaults most contended writes fail; like this they wait for each other.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

EMBEDDED_BROKER = not environment.text("REDIS_URL")  # the demo starts the one from the wheel
REDIS_URL = environment.address(
    "REDIS_URL", f"redis+socket://{embedded.socket_path(DATA_DIR)}", ("redis", "rediss", "redis+socket")
)

CELERY_APP = "factcheck.celery"  # loaded by worker, beat and relay alone

# E-mail is sent by a worker
vars().update(environment.email("EMAIL_URL", LOG_DIR / "mail"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", f"desk@{HOST}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "accounts",
    "claims",
    "accounts.apps.BackOfficeConfig",  # Django's admin, for looking only
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "lucide",
    "csp",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
]

MIDDLEWARE = [
    "factcheck.middleware.NobodyYet",  # first: whatever refuses a request does so in the language of the desk
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # its files are compressed once, when they are collected
    "django.middleware.gzip.GZipMiddleware",  # adds random bytes, so that lengths tell nothing of secrets
    "csp.middleware.CSPMiddleware",
    "factcheck.middleware.PermissionsPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.SignInRequired",  # deny by default; a view opts out by name
    "accounts.middleware.Preferences",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "claims.middleware.OneReading",
    "claims.middleware.SentDrafts",
    "claims.middleware.Refusals",
]

ROOT_URLCONF = "factcheck.urls"
WSGI_APPLICATION = "factcheck.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "claims.views.shell.shell",
            ],
        },
    },
]

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.ThrottledBackend"]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "sign-in"
PASSWORD_HASHERS = ["accounts.hashers.Argon2id"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24  # seconds
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14  # seconds
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Cookies, headers, limits
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True  # scripts read the CSRF token from the page
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
# The proxy in front must set this header itself (docs/deploying.md), so it is believed only with HTTPS on.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# How many proxies of our own write X-Forwarded-For: throttling counts by the address the outer one saw.
TRUSTED_PROXIES = environment.number("TRUSTED_PROXIES", int(HTTPS), low=0, high=9)
SECURE_HSTS_SECONDS = environment.number("HSTS_SECONDS", 31536000, low=0, high=10**9) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
# Pages and API answer 413 over 8 MB (an article) and 32 MB (bulk, a file) themselves, in their own words;
# this is only the net below. The multipart parser counts form fields, not files.
DATA_UPLOAD_MAX_MEMORY_SIZE = 36 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # bulk steps name each claim

LANGUAGE_CODE = "en-gb"
LANGUAGES = [
    ("en-gb", "English (day first)"),
    ("en-us", "English (month first)"),
    ("de", "Deutsch"),
]
LOCALE_PATHS = [BASE_DIR / "factcheck" / "locale"]  # `make messages` rebuilds what is in it
FORMAT_MODULE_PATH = "factcheck.formats"
TIME_ZONE = "UTC"
USE_I18N = USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "factcheck" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA_DIR / "files"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["claims.api.reading.Json", "rest_framework.parsers.MultiPartParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "claims.api.reading.AlwaysJson",
    "EXCEPTION_HANDLER": "claims.api.errors.handle",
    "URL_FORMAT_OVERRIDE": None,  # `format` is the name of a field
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Fact-check desk",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "POSTPROCESSING_HOOKS": [],  # no components made up for each set of choices
}

LOG_LEVEL = environment.one_of("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))
# One line a record; the supervisor or the service manager takes them from standard error into files.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}
