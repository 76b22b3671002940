"""Saved views: who sees them, shares them, and takes them away."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.policy import can_review, is_editor
from claims.models import SavedView
from claims.policy.seeing import desks_of


def visible_views(user):
    """The views of `user` and those shared with their desks; what stands in them, each reader sees alone."""
    return SavedView.objects.filter(Q(owner=user) | Q(desk__in=desks_of(user)))


def may_share_views(user):
    return can_review(user)


def deletable_views(user):
    """Those that `user` may take away: their own, and an editor what is shared with a desk of theirs."""
    views = visible_views(user)
    return views if is_editor(user) else views.filter(owner=user)


def require_share_view(user, desk):
    """Raise PermissionDenied unless `user` may share a view with `desk`."""
    if not may_share_views(user) or not desks_of(user).filter(pk=desk.pk).exists():
        raise PermissionDenied(_("Reviewers and editors share views, with desks of their own."))


def require_rename_view(user, view):
    """Raise PermissionDenied unless the view is `user`'s own."""
    if view.owner_id != user.pk:
        raise PermissionDenied(_("Only who saved a view can rename it."))


def require_delete_view(user, view):
    """Raise PermissionDenied unless `user` may take the view away."""
    if not deletable_views(user).filter(pk=view.pk).exists():
        raise PermissionDenied(_("Only who saved a view, or an editor of its desk, can delete it."))
