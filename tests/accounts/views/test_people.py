import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from accounts.forms import InviteForm
from accounts.models import Desk, Event, OutgoingMail, User
from accounts.policy import Role
from tests.factories import DeskFactory, UserFactory

PAGES = ["/people/", "/people/invite/", "/people/1/", "/desks/"]


@pytest.fixture
def signed_in(client, admin):
    client.force_login(admin)
    return client


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("role", [Role.VIEWER, Role.REVIEWER, Role.EDITOR])
def test_people_are_for_admins(client, role, path, db):
    client.force_login(UserFactory(role=role))

    for answer in (client.get(path), client.post(path)):
        assert answer.status_code == 403
        assert "for admins" in answer.text


def test_the_list_names_everybody(signed_in, reviewer):
    UserFactory(name="Gone Person", is_active=False)

    page = signed_in.get("/people/").text

    assert "Carla Reviewer" in page
    assert "Femi Admin" in page
    assert "deactivated" in page


def test_an_invitation(signed_in, desk):
    form = {"email": "New@desk.example", "name": "New Person", "role": "editor", "desks": [desk.pk]}

    answer = signed_in.post("/people/invite/", form)

    assert answer.url == "/people/"
    person = User.objects.get(email="new@desk.example")
    assert (person.role, list(person.desks.all())) == ("editor", [desk])
    assert OutgoingMail.objects.get().address == "new@desk.example"
    assert "invited New Person as editor (news)" in signed_in.get("/people/").text


def test_nobody_is_invited_twice(signed_in, reviewer):
    form = {"email": reviewer.email.upper(), "name": "Again", "role": "editor"}

    page = signed_in.post("/people/invite/", form).text

    assert "is here already" in page
    assert 'value="Again"' in page
    assert not OutgoingMail.objects.exists()


def test_the_same_invitation_sent_twice_at_once(signed_in, reviewer, monkeypatch):
    monkeypatch.setattr(InviteForm, "clean_email", lambda form: form.cleaned_data["email"])
    form = {"email": reviewer.email, "name": "Again", "role": "editor"}

    page = signed_in.post("/people/invite/", form)

    assert (page.status_code, "is here already" in page.text) == (200, True)
    assert not OutgoingMail.objects.exists()


def test_rights_are_changed_and_all_admins_see_it(signed_in, reviewer, client):
    science = DeskFactory(slug="science")

    answer = signed_in.post(
        f"/people/{reviewer.pk}/", {"role": "editor", "desks": [science.pk], "active": "on"}
    )

    assert answer.url == "/people/"
    reviewer.refresh_from_db()
    assert (reviewer.role, list(reviewer.desks.all())) == ("editor", [science])
    client.force_login(UserFactory(role=Role.ADMIN))
    seen = "changed the rights of Carla Reviewer: from reviewer to editor, now on science, no longer on news"
    assert seen in client.get("/people/").text
    assert seen in client.get(f"/people/{reviewer.pk}/").text


def test_nobody_changes_their_own(signed_in, admin):
    answer = signed_in.post(f"/people/{admin.pk}/", {"role": "editor", "active": "on"})

    assert answer.status_code == 403
    assert "Only another admin" in answer.text
    assert 'name="role"' not in signed_in.get(f"/people/{admin.pk}/").text


def test_a_role_that_is_none_is_refused(signed_in, reviewer):
    page = signed_in.post(f"/people/{reviewer.pk}/", {"role": "owner", "active": "on"})

    assert "owner is not one of the available choices" in page.text
    assert not Event.objects.exists()


def test_a_link_is_sent_again(signed_in, reviewer):
    answer = signed_in.post(f"/people/{reviewer.pk}/invite/")

    assert answer.url == f"/people/{reviewer.pk}/"
    assert OutgoingMail.objects.get().address == reviewer.email


def test_a_link_is_sent_by_admins_alone_and_others_do_not_learn_who_is_there(client, editor, reviewer):
    client.force_login(editor)

    assert client.post(f"/people/{reviewer.pk}/invite/").status_code == 403
    assert client.post("/people/999999/invite/").status_code == 403
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("number", [999999, 10**30])
def test_a_person_that_is_none(signed_in, number):
    assert signed_in.get(f"/people/{number}/").status_code == 404


def test_a_desk_is_added_once(signed_in, desk):
    added = signed_in.post("/desks/", {"name": "Science", "slug": "science"})
    again = signed_in.post("/desks/", {"name": "News again", "slug": "news"})

    assert added.url == "/desks/"
    assert "already exists" in again.text
    assert list(Desk.objects.values_list("slug", flat=True)) == ["news", "science"]
    assert "added the desk Science" in signed_in.get("/people/").text


def test_more_people_are_no_more_queries(signed_in, admin, desk, django_assert_num_queries):
    def hire(number):
        for _ in range(number):
            person = UserFactory(desks=[desk])
            Event.objects.append(
                "person.invited", person, by=admin, after={"role": "viewer", "desks": [], "active": True}
            )

    hire(1)
    signed_in.get("/people/")
    with CaptureQueriesContext(connection) as one:
        signed_in.get("/people/")
    hire(3)
    with django_assert_num_queries(len(one)):
        signed_in.get("/people/")


def test_a_desk_that_another_admin_adds_at_the_same_moment_is_told(signed_in, monkeypatch):
    def too_late(desk, *, by):
        raise IntegrityError("UNIQUE constraint failed")

    monkeypatch.setattr("accounts.people.add_desk", too_late)

    answer = signed_in.post("/desks/", {"name": "Science", "slug": "science"})

    assert answer.status_code in {200, 422}
    assert "another admin has just added it" in answer.text
