import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from accounts import people, tokens
from accounts.models import Event, Membership, OutgoingMail, Session, User
from accounts.policy import Role
from tests.factories import DeskFactory, UserFactory


def test_an_invited_person_has_rights_but_no_password(admin, desk):
    admin.language = "de"
    person = people.invite(email="New@Desk.example", name="New", role=Role.EDITOR, desks=[desk], by=admin)

    assert person.language == "de"
    assert (person.email, person.role, list(person.desks.all())) == ("new@desk.example", "editor", [desk])
    assert not person.has_usable_password()
    (letter,) = OutgoingMail.objects.all()
    assert (letter.kind, letter.address) == ("invitation", "new@desk.example")
    (event,) = Event.objects.about(person)
    assert (event.kind, event.by) == ("person.invited", admin)
    assert event.after == {"role": "editor", "desks": ["news"], "active": True}


def test_rights_change_at_once_and_stand_in_the_trail(admin, reviewer, desk):
    science = DeskFactory(slug="science")

    people.change_rights(reviewer, role=Role.EDITOR, desks=[science], active=True, by=admin)

    changed = User.objects.get(pk=reviewer.pk)
    assert (changed.role, list(changed.desks.all())) == ("editor", [science])
    (event,) = Event.objects.about(reviewer)
    assert event.before == {"role": "reviewer", "desks": ["news"], "active": True}
    assert event.after == {"role": "editor", "desks": ["science"], "active": True}


def test_a_desk_that_stays_keeps_its_date(admin, reviewer, desk):
    since = Membership.objects.get(user=reviewer).since

    people.change_rights(reviewer, role=Role.EDITOR, desks=[desk], active=True, by=admin)

    assert Membership.objects.get(user=reviewer).since == since


def test_no_change_is_no_event(admin, reviewer, desk):
    changed = people.change_rights(reviewer, role=Role.REVIEWER, desks=[desk], active=True, by=admin)

    assert changed is False
    assert not Event.objects.exists()


@pytest.mark.parametrize("role", [Role.VIEWER, Role.REVIEWER, Role.EDITOR])
def test_only_admins_change_rights_and_invite(role, reviewer, desk):
    other = UserFactory(role=role)

    with pytest.raises(PermissionDenied):
        people.change_rights(reviewer, role=Role.EDITOR, desks=[desk], active=True, by=other)
    with pytest.raises(PermissionDenied):
        people.invite(email="x@desk.example", name="X", role=Role.ADMIN, desks=[], by=other)
    with pytest.raises(PermissionDenied):
        people.send_invitation(reviewer, by=other)
    with pytest.raises(PermissionDenied):
        people.add_desk(DeskFactory.build(), by=other)

    assert not Event.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_not_even_an_admin_changes_their_own(admin, desk):
    with pytest.raises(PermissionDenied, match="another admin"):
        people.change_rights(admin, role=Role.EDITOR, desks=[desk], active=True, by=admin)


def test_of_two_admins_who_deactivate_each_other_one_stays(admin):
    other = UserFactory(role=Role.ADMIN)

    people.change_rights(other, role=Role.ADMIN, desks=[], active=False, by=admin)
    with pytest.raises(PermissionDenied):
        people.change_rights(admin, role=Role.ADMIN, desks=[], active=False, by=other)

    admin.refresh_from_db()
    assert admin.is_active


def test_the_deactivated_are_out_and_stay_out(admin, reviewer, client):
    client.force_login(reviewer)
    _, raw = tokens.make(reviewer, name="script", scope="read", by=reviewer)

    people.change_rights(reviewer, role=Role.REVIEWER, desks=[], active=False, by=admin)
    people.change_rights(reviewer, role=Role.REVIEWER, desks=[], active=True, by=admin)

    assert not Session.objects.exists()
    assert tokens.authenticate(raw) is None
    assert client.get("/profile/").status_code == 302


def test_the_latest_changes_of_rights_are_found_by_an_index_among_all_events(reviewer, admin):
    people.change_rights(reviewer, role="viewer", desks=[], active=True, by=admin)
    plan = people.recent_changes().explain()

    assert [event.kind for event in people.recent_changes()] == ["rights.changed"]
    if connection.vendor == "sqlite":  # PostgreSQL plans by its figures; a test has none
        assert "event_subject" in plan
