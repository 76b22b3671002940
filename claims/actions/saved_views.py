"""Filters of the list of claims, saved under a name: for oneself, or shared with a desk."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from claims import policy
from claims.filters import query_of
from claims.models import SavedView

MOST = 50  # views of one person
LONGEST_NAME, LONGEST_SAVED = 60, 2000  # characters, as the columns have them


def save_view(*, by, name, asked, desk=None):
    """Save the filters `asked` for `by`, or shared with `desk`.

    Raises PermissionDenied, or ValidationError at `name` and at filters that are wrong.
    """
    if desk is not None:
        policy.require_share_view(by, desk)
    query = query_of(asked, by=by)
    if not query:
        raise ValidationError({"name": _("Choose a filter first: there is nothing to save.")})
    if len(query) > LONGEST_SAVED:
        raise ValidationError({"name": _("These filters are too long to save. Choose fewer values.")})
    if by.saved_views.count() >= MOST:
        raise ValidationError({"name": _("You have {most} views. Delete one first.").format(most=MOST)})
    return _kept(SavedView(owner=by, desk=desk, query=query), name)


def rename_view(view, *, by, name):
    """Give one's own view another name; raises PermissionDenied, or ValidationError at `name`."""
    policy.require_rename_view(by, view)
    return _kept(view, name)


def delete_view(view, *, by):
    policy.require_delete_view(by, view)
    view.delete()


def _kept(view, name):
    view.name = " ".join(name.replace("\0", " ").split())  # which no database stores
    if not 0 < len(view.name) <= LONGEST_NAME:
        raise ValidationError({"name": _("A name has 1 to {most} characters.").format(most=LONGEST_NAME)})
    try:
        with transaction.atomic():
            view.save()
    except IntegrityError as error:
        raise ValidationError({"name": _("You have a view of this name already.")}) from error
    return view
