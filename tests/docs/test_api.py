"""docs/api.md names every call there is."""

import re
from pathlib import Path

from django.urls import URLPattern

from claims.actions.bulk import STEPS
from claims.api.urls import urlpatterns

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")


def test_every_address_of_the_api_is_on_the_page():
    routes = [str(entry.pattern) for entry in urlpatterns if isinstance(entry, URLPattern) and entry.name]
    addresses = {route.replace("<int:pk>", "ID").replace("<slug:slug>", "SLUG") for route in routes}

    steps = {f"claims/ID/{step}/" for step in STEPS}
    on_page = set(re.findall(r"[`\s]((?:[\w-]+/)+)", PAGE))

    assert addresses - steps - on_page == set()


def test_every_step_is_on_the_page():
    line = next(line for line in PAGE.splitlines() if line.startswith("| `POST claims/ID/STEP/`"))

    assert set(STEPS) <= set(re.findall(r"`([\w-]+)`", line))
