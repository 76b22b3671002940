"""Whatever a page says in words of our own can be said in another language."""

import re
import zoneinfo

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import CharField, TextField
from django.test import Client

from accounts import sealing
from claims.anchoring import diff
from claims.models import Fix, Revision
from tests.access_table import ACCOUNTS, PAGES, ROLES
from tests.pseudo import outside, speaking
from tests.test_access import address_of, content_of

NAMES = {"SHA", "HTML", "JSON", "CSV", "UTC", "API"}  # the same in every language


def typed():
    """What people wrote, longest first: it stays as it is in every language."""
    fields = (
        (model, field)
        for label in ("accounts", "claims")
        for model in apps.get_app_config(label).get_models()
        for field in model._meta.fields
        if isinstance(field, CharField | TextField) and not field.choices
    )
    words = {value for model, field in fields for value in model.objects.values_list(field.name, flat=True)}
    pieces = {piece for value in words if value for piece in (value, *re.split(r"(?<=[.!?])\s+|\n", value))}
    pieces |= {name.replace("_", " ") for name in zoneinfo.available_timezones()}
    pieces |= {sha256[:16] for sha256 in Revision.objects.values_list("sha256", flat=True)}
    pieces |= {one.text.strip() for words in Fix.objects.values_list("old", "new") for one in diff(*words)}
    pieces.add(str(sealing.head()))  # an anchor: programs look for it
    pieces |= set(dict(settings.LANGUAGES).values())  # each is named in itself
    return sorted((piece for piece in pieces | NAMES if len(piece) > 2), key=len, reverse=True)


@pytest.mark.parametrize("role", ROLES)
def test_each_word_of_each_page_can_be_translated(role, people, things):
    client = Client()
    client.force_login(people[role])
    owned = things.own | things.belonging[role]
    left = {}
    for key, row in (ACCOUNTS | PAGES).items():
        if not row.get or row.get[role] != 200:
            continue
        address = address_of(key, owned.get(row.of))
        with speaking():
            answer = client.get(address)
            content = content_of(answer).decode()
        if answer.headers["Content-Type"].startswith("text/html"):
            left[address] = sorted(set(outside(content, typed())))

    assert "\n".join(f"{address}: {words}" for address, found in left.items() for words in found) == ""


@pytest.mark.parametrize("key", [key for key, row in ACCOUNTS.items() if row.anonymous == (200, 200)])
@pytest.mark.parametrize("method", ["get", "post"])
def test_and_each_word_at_the_door(method, key, db):
    with speaking():
        content = getattr(Client(), method)(address_of(key)).text

    assert outside(content, typed()) == []
