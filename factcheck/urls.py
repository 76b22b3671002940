"""Every address of the desk."""

from django.contrib import admin
from django.urls import include, path, re_path

from claims.api.doors import NotThere
from factcheck import health

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("metrics", health.metrics),
    path("back-office/", admin.site.urls),
    path("api/v1/", include("claims.api.urls")),
    re_path("^api/", NotThere.as_view()),
    path("", include("accounts.urls")),
    path("", include("claims.urls")),
]
