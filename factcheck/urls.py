"""Every address of the desk."""

from importlib.util import find_spec

from django.urls import include, path

from factcheck import health

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("metrics", health.metrics),
    *(path("", include(name)) for name in ("accounts.urls", "claims.urls") if find_spec(name)),
]
