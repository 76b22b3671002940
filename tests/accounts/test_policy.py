import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from accounts import policy
from accounts.models import User
from accounts.policy import Role

WHO_IS_WHAT = {  # role: which of the questions are answered yes
    Role.VIEWER: {"is_viewer"},
    Role.REVIEWER: {"is_reviewer", "can_review"},
    Role.EDITOR: {"is_editor", "can_review"},
    Role.ADMIN: {"is_admin", "can_administer"},
}
QUESTIONS = {"is_viewer", "is_reviewer", "is_editor", "is_admin", "can_review", "can_administer"}


@pytest.mark.parametrize("role", Role)
def test_roles(role):
    user = User(role=role)

    assert {question for question in QUESTIONS if getattr(policy, question)(user)} == WHO_IS_WHAT[role]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_the_deactivated_are_nothing(role, question):
    assert not getattr(policy, question)(User(role=role, is_active=False))


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_nobody_is_nothing(question):
    assert not getattr(policy, question)(AnonymousUser())


def test_nobody_changes_their_own_rights():
    admin, other = User(pk=1, role=Role.ADMIN), User(pk=2, role=Role.ADMIN)

    assert policy.can_change_rights(admin, other)
    assert not policy.can_change_rights(admin, admin)
    assert not policy.can_change_rights(User(pk=3, role=Role.EDITOR), other)


def test_require_says_why():
    policy.require(True)
    with pytest.raises(PermissionDenied, match="Only an admin"):
        policy.require(False, "Only an admin does that.")
