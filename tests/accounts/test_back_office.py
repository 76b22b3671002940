import pytest
from django.contrib import admin as back_office
from django.contrib.auth.models import Group

from accounts import people, tokens
from accounts.models import User
from accounts.policy import Role
from tests.factories import UserFactory

OURS = [model for model in back_office.site._registry if model._meta.app_label == "accounts"]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_nothing_can_be_changed(model, client, admin, reviewer):
    client.force_login(admin)
    tokens.make(reviewer, name="script", scope="read", by=reviewer)
    people.send_invitation(reviewer, by=admin)
    base = f"/back-office/accounts/{model._meta.model_name}/"
    row = model.objects.first()
    before = list(model.objects.values())

    assert client.get(base).status_code == 200
    assert client.get(f"{base}add/").status_code == 403
    assert client.get(f"{base}{row.pk}/change/").status_code == 200
    assert client.post(f"{base}{row.pk}/change/", {"role": "admin"}).status_code == 403
    assert client.post(f"{base}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(base, {"action": "delete_selected", "_selected_action": row.pk})
    assert list(model.objects.values()) == before


def test_secrets_stay_out_of_sight(client, admin, reviewer):
    client.force_login(admin)
    token, _ = tokens.make(reviewer, name="script", scope="read", by=reviewer)

    for page in ("token/", f"token/{token.pk}/change/", "user/", f"user/{reviewer.pk}/change/"):
        text = client.get(f"/back-office/accounts/{page}").text
        assert token.digest not in text
        assert reviewer.password not in text


@pytest.mark.parametrize("role", [Role.VIEWER, Role.REVIEWER, Role.EDITOR])
def test_only_admins_look(role, client, db):
    client.force_login(UserFactory(role=role))

    answer = client.get("/back-office/accounts/user/", follow=True)

    assert answer.status_code == 403


@pytest.mark.django_db
def test_it_has_no_door_of_its_own(client):
    answer = client.post("/back-office/login/", {"username": "x", "password": "y"})

    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/")


def test_it_has_no_password_page_of_its_own(client, admin):
    client.force_login(admin)

    assert client.get("/back-office/password_change/").url == "/profile/password/"
    assert client.post("/back-office/password_change/", {}).url == "/profile/password/"


def test_signing_out_there_is_signing_out(client, admin):
    client.force_login(admin)

    assert client.post("/back-office/logout/").url == "/sign-in/"
    assert client.get("/profile/").status_code == 302


def test_what_is_not_for_looking_is_not_registered():
    assert Group not in back_office.site._registry
    assert User in back_office.site._registry
