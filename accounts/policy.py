"""Who is what: the only place that compares roles.

An admin only administers: the role alone gives no right to read or judge anything.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

NOT_YOURS = _("This is not yours to do.")


class Role(TextChoices):
    VIEWER = "viewer", _("viewer")
    REVIEWER = "reviewer", _("reviewer")
    EDITOR = "editor", _("editor")
    ADMIN = "admin", _("admin")


def _is(user, role):
    return user.is_authenticated and user.is_active and user.role == role


def is_viewer(user):
    return _is(user, Role.VIEWER)


def is_reviewer(user):
    return _is(user, Role.REVIEWER)


def is_editor(user):
    return _is(user, Role.EDITOR)


def is_admin(user):
    return _is(user, Role.ADMIN)


def can_review(user):
    """Reviewers, and editors, who do all that a reviewer does."""
    return is_reviewer(user) or is_editor(user)


def can_administer(user):
    """People, desks and the back office."""
    return is_admin(user)


def can_change_rights(user, person):
    """An admin, but nobody their own role, desks or activity; who was erased stays nobody."""
    return is_admin(user) and user.pk != person.pk and not person.is_erased


def require(allowed, message=NOT_YOURS):
    """Raise PermissionDenied, whose text the page shows, unless `allowed`."""
    if not allowed:
        raise PermissionDenied(str(message))
