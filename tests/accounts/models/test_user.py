from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError
from django.utils import timezone

from accounts.models import Event, Membership, User
from accounts.policy import Role
from tests.factories import DeskFactory, UserFactory


@pytest.mark.django_db
def test_an_address_is_one_person_in_any_case():
    User.objects.create_user("Jane@Desk.example ", "Jane", Role.VIEWER)

    assert User.objects.get_by_natural_key("JANE@desk.example").name == "Jane"
    with pytest.raises(IntegrityError):
        User.objects.create_user("jane@desk.EXAMPLE", "Jane", Role.VIEWER)


@pytest.mark.django_db
def test_the_first_desk_is_the_one_of_longest_standing():
    older, newer = DeskFactory(), DeskFactory()
    person = UserFactory(desks=[newer, older])
    Membership.objects.filter(desk=older).update(since=timezone.now() - timedelta(days=9))

    assert person.first_desk == older
    assert UserFactory().first_desk is None


@pytest.mark.django_db
def test_djangos_command_makes_the_first_admin_of_a_new_desk(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "right password")

    call_command("createsuperuser", "--noinput", "--email", "First@desk.example", "--name", "First")

    person = User.objects.get(email="first@desk.example")
    assert (person.name, person.role, person.check_password("right password")) == ("First", Role.ADMIN, True)
    assert Event.objects.about(person).get().kind == "person.invited"


@pytest.mark.parametrize(
    ("role", "permission", "expected"),
    [
        (Role.ADMIN, "claims.view_claim", True),
        (Role.ADMIN, "claims.change_claim", False),
        (Role.EDITOR, "claims.view_claim", False),
    ],
)
def test_djangos_permissions_are_for_looking(role, permission, expected):
    assert User(role=role).has_perm(permission) is expected
