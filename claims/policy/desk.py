"""Who may use what belongs to no single claim: the queue, submissions, settings, registers, exports."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from accounts.policy import can_administer, can_review, is_editor, is_reviewer
from claims.policy.seeing import desks_of
from claims.policy.steps import _reviews


def require_register(user):
    """Raise PermissionDenied unless `user` reads the register of fixes and waivers."""
    if not is_editor(user):
        raise PermissionDenied(_("Only editors read the register of fixes and waivers."))


def require_review(user):
    """Raise PermissionDenied unless `user` works the queue."""
    if why := _reviews(None)(user):
        raise PermissionDenied(why)


def may_submit(user):
    return is_editor(user)


def require_submit(user, desk=None):
    """Raise PermissionDenied unless `user` may submit articles, to `desk` where one is named."""
    if not may_submit(user):
        raise PermissionDenied(_("Only editors can submit articles."))
    if desk is not None and not desks_of(user).filter(pk=desk.pk).exists():
        raise PermissionDenied(_("You can submit only to your own desks."))


def require_rules(user):
    """Raise PermissionDenied unless `user` says which claims get a second verdict."""
    if not can_administer(user):
        raise PermissionDenied(_("Rules are for admins."))


def is_stuck(rule):
    """Whether nobody whom `rule` names can give the second verdict any more: its claims wait for ever.

    Who can is a reviewer on its desk, or on any where it is for all. Reads `people` and their `memberships`.
    """
    named = rule.people.all()
    return rule.active and bool(named) and not any(is_reviewer(one) and _is_of(rule, one) for one in named)


def _is_of(rule, person):
    return any(rule.desk_id in {None, membership.desk_id} for membership in person.memberships.all())


def may_set_threshold(user, desk):
    return is_editor(user) and desks_of(user).filter(pk=desk.pk).exists()


def require_set_threshold(user, desk):
    """Raise PermissionDenied unless `user` may say from which score on `desk` is shown suggestions."""
    if not may_set_threshold(user, desk):
        raise PermissionDenied(_("Only editors of the desk can set its threshold."))


def require_agreement(user, desk):
    """Raise PermissionDenied unless `user` reads how far the verdicts of `desk` agree."""
    if not (is_editor(user) and desks_of(user).filter(pk=desk.pk).exists()):
        raise PermissionDenied(_("Only editors of the desk see how far its verdicts agree."))


def may_read_figures(user, desk):
    """Whether `user` reads how the work of `desk` goes: those who do it, and nobody from outside."""
    return can_review(user) and desks_of(user).filter(pk=desk.pk).exists()


def require_figures(user, desk):
    """Raise PermissionDenied unless `user` reads the figures of `desk`."""
    if not may_read_figures(user, desk):
        raise PermissionDenied(_("The figures of a desk are for its reviewers and editors."))


def reads_figures_of_people(user):
    """Whether `user`, who reads the figures of a desk, reads them person by person."""
    return is_editor(user)


def may_export(user):
    """Whether `user` may take files of reports away; all others read them on the page."""
    return is_editor(user)


def require_export(user):
    """Raise PermissionDenied unless `user` may export."""
    if not may_export(user):
        raise PermissionDenied(_("Only editors can export. The report can be read on its page."))
