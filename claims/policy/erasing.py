"""Who asks for an erasure, who carries it out, and who reads what was asked for."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.policy import can_administer, can_change_rights, is_editor
from claims.models import Erasure
from claims.policy.seeing import _desk_ids, visible_articles


def require_erasures(user):
    """Raise PermissionDenied unless `user` asks for erasures, or carries them out."""
    if not (is_editor(user) or can_administer(user)):
        raise PermissionDenied(_("Erasures are for editors, who ask for them, and admins."))


def visible_erasures(user):
    """All requests for an admin, in ids; for an editor their own, on what they still see."""
    if can_administer(user):
        return Erasure.objects.all()
    seen = Q(article__in=visible_articles(user)) | Q(article=None)
    return Erasure.objects.filter(seen, asked_by=user) if is_editor(user) else Erasure.objects.none()


def people_to_erase(user):
    """The people of the desks of `user`, active or not, whom they may ask to erase."""
    if not is_editor(user):
        return User.objects.none()
    return User.objects.filter(memberships__desk__in=_desk_ids(user)).distinct()


def may_ask_to_erase(user, person=None):
    """Whether `user` may ask for the erasure of `person`, or of people at all."""
    return is_editor(user) and (person is None or people_to_erase(user).contains(person))


def require_to_erase(user, person=None):
    """Raise PermissionDenied unless `may_ask_to_erase`."""
    if not may_ask_to_erase(user, person):
        raise PermissionDenied(_("Editors ask for the erasure of people of their desks."))


def deciding_refusal(user, erasure):
    """The sentence that refuses `user` to carry out or decline `erasure`, or ""."""
    if not can_administer(user):
        return _("Only an admin carries out or declines an erasure.")
    if erasure.asked_by_id == user.pk:
        return _("Four eyes: somebody other than who asked carries out an erasure.")
    if erasure.person is not None and not can_change_rights(user, erasure.person):
        return _("Nobody decides on their own erasure.")
    return ""


def require_deciding(user, erasure):
    """Raise PermissionDenied, with the sentence that refuses, unless `user` may decide on `erasure`."""
    if why := deciding_refusal(user, erasure):
        raise PermissionDenied(why)
