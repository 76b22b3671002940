"""Every address of the desk."""

from django.urls import include, path

from factcheck import health

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("metrics", health.metrics),
    path("", include("accounts.urls")),
    path("", include("claims.urls")),
]
