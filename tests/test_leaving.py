"""Leaving a desk, or being left off a restricted article, takes effect at once: no door stays open."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from accounts import people, tokens
from accounts.models import Event
from claims.models import Claim, Export
from claims.workflow import Status
from tests.access_table import API, PAGES
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, FixFactory, UserFactory
from tests.test_access import address_of, content_of

OF_DESK = {key: row for key, row in (PAGES | API).items() if row.of in ("article", "claim", "fix", "desk")}
LISTS = [
    key
    for key, row in (PAGES | API).items()
    if row.get and not row.of and key not in ("api-schema", "^api/", "guest-fixes")
]


@pytest.fixture(params=["reviewer", "editor"])
def leaver(request, desk):
    return UserFactory(name="Lea Ver", role=request.param, desks=[desk])


@pytest.fixture
def things(leaver, desk, second_editor):
    article = ArticleFactory(title="Zanzibar", desk=desk, submitted_by=second_editor)
    claim = ClaimFactory(article=article, status=Status.IN_CHECK, assignee=leaver)
    EvidenceFactory(claim=claim, added_by=leaver, private=True, locator="Zanzibar")
    return {"article": article, "claim": claim, "fix": FixFactory(claim=claim), "desk": desk}


@pytest.fixture
def opened(leaver, things):
    """A browser with the claim's page open, and a script with a token: both from before."""
    browser, script = Client(enforce_csrf_checks=True), Client()
    browser.force_login(leaver)
    page = browser.get(things["claim"].get_absolute_url())
    assert page.status_code == 200
    csrf = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
    _, raw = tokens.make(leaver, name="script", scope="write", by=leaver)
    key = {"Authorization": f"Token {raw}"}
    assert script.get(f"/api/v1/claims/{things['claim'].pk}/", headers=key).status_code == 200

    def call(method, door):
        address, body = address_of(door, things.get((PAGES | API)[door].of)), (PAGES | API)[door].body or {}
        if door in API:
            kind = {"content_type": "application/json"} if method == "post" else {}
            return getattr(script, method)(address, body if method == "post" else None, headers=key, **kind)
        return getattr(browser, method)(address, body | {"csrfmiddlewaretoken": csrf, "version": 1})

    return call


def leaves_the_desk(leaver, things, admin):
    people.change_rights(leaver, role=leaver.role, desks=[], active=True, by=admin)


def is_left_off_the_list(leaver, things, admin):
    article = things["article"]
    article.restricted = True
    article.save()


@pytest.mark.parametrize("leaves", [leaves_the_desk, is_left_off_the_list], ids=lambda way: way.__name__)
def test_every_open_door_is_shut_at_once(leaves, opened, leaver, things, admin):
    leaves(leaver, things, admin)
    before = Event.objects.count()
    doors = {
        (method, door)
        for door, row in OF_DESK.items()
        for method in ("get", "post")
        if getattr(row, method) and (row.of != "desk" or leaves is leaves_the_desk)
    }

    answers = {door: opened(*door).status_code for door in doors}

    assert {door: status for door, status in answers.items() if status != 404} == {}
    assert len(answers) > 60
    assert Event.objects.count() == before
    assert Claim.objects.get().status == Status.IN_CHECK


@pytest.mark.parametrize("leaves", [leaves_the_desk, is_left_off_the_list], ids=lambda way: way.__name__)
def test_no_list_no_count_and_no_search_tells_of_it(leaves, opened, leaver, things, admin):
    listed = {door for door in LISTS if "Zanzibar" in content_of(opened("get", door)).decode()}
    assert {"articles", "claims", "queue", "api-articles"} <= listed

    leaves(leaver, things, admin)

    assert [door for door in LISTS if "Zanzibar" in content_of(opened("get", door)).decode()] == []


def test_a_report_made_before_is_not_handed_out(opened, leaver, things, admin):
    if leaver.role != "editor":
        leaver.role = "editor"
        leaver.save()
    client = Client()
    client.force_login(leaver)
    body = {"format": "csv", "article": things["article"].pk}
    export = client.post("/api/v1/exports/", body, content_type="application/json").json()["id"]
    assert Export.objects.get().state == "done"

    leaves_the_desk(leaver, things, admin)

    assert client.get(f"/api/v1/exports/{export}/download/").status_code == 404


def test_the_commands_know_it_too(leaver, things, admin, tmp_path):
    leaves_the_desk(leaver, things, admin)
    path = tmp_path / "next.txt"
    path.write_text("It rained.")
    article = str(things["article"].pk)

    with pytest.raises(CommandError, match="no such article"):
        call_command("revise", article, str(path), "--as", leaver.email, stdout=StringIO())
    with pytest.raises(CommandError, match="no article"):
        call_command("export", article=int(article), format="csv", output="-", email=leaver.email)


def test_the_claim_they_held_can_be_given_to_somebody_else(leaver, things, admin, editor, reviewer, client):
    leaves_the_desk(leaver, things, admin)
    client.force_login(editor)

    answer = client.post(f"/claims/{things['claim'].pk}/assign/", {"assignee": reviewer.pk, "version": 1})

    assert answer.status_code == 302
    assert Claim.objects.get().assignee == reviewer


def test_a_lower_role_counts_at_once_on_an_open_page(opened, leaver, things, admin, desk):
    people.change_rights(leaver, role="viewer", desks=[desk], active=True, by=admin)

    for door in ("claim-release", "claim-note", "api-claim-release", "api-claim-notes"):
        assert opened("post", door).status_code == 403


def test_who_is_shut_out_is_signed_out_of_page_and_token(opened, leaver, things, admin, desk):
    people.change_rights(leaver, role=leaver.role, desks=[desk], active=False, by=admin)

    assert opened("get", "claim").status_code == 302
    assert opened("get", "api-claim").status_code == 401
