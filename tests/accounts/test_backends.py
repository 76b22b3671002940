import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import MD5PasswordHasher

from tests.factories import UserFactory


@pytest.fixture
def hashes(monkeypatch):
    """Every password that reaches the hasher."""
    seen = []
    encode = MD5PasswordHasher.encode

    def counted(self, password, *args, **kwargs):
        seen.append(password)
        return encode(self, password, *args, **kwargs)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    return seen


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["known", "unknown", "deactivated", "invited"])
def test_a_wrong_password_costs_one_hash_whoever_it_is(kind, hashes):
    UserFactory(email="known@desk.example", password="right password")
    UserFactory(email="deactivated@desk.example", password="right password", is_active=False)
    UserFactory(email="invited@desk.example")
    hashes.clear()

    user = authenticate(username=f"{kind}@desk.example", password="wrong password")

    assert user is None
    assert len(hashes) == 1


@pytest.mark.django_db
def test_the_address_is_matched_in_any_case(rf):
    person = UserFactory(email="Jane.Doe@Desk.Example", password="right password")

    assert person.email == "jane.doe@desk.example"
    assert authenticate(username=" JANE.doe@desk.EXAMPLE ", password="right password") == person


@pytest.mark.django_db
def test_the_deactivated_do_not_come_in_with_the_right_password():
    UserFactory(email="gone@desk.example", password="right password", is_active=False)

    assert authenticate(username="gone@desk.example", password="right password") is None
