"""Rules that ask for a second, blind verdict: admins add and change them, switched off they stay."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Event
from accounts.policy import is_reviewer
from claims import policy
from claims.models import CheckRule
from claims.workflow import WorkflowError

FITS = ("desk", "kind", "risk", "least_priority")
FIELDS = (*FITS, "shows_evidence", "active")


class RuleChanged(WorkflowError):
    """Somebody else changed the rule since it was read."""

    code = "rule_changed"


@transaction.atomic
def add_rule(*, by, people=(), **fields):
    """Ask for a second verdict on all claims that fit `fields` (those of `CheckRule`); returns the rule.

    `people`, reviewers of the desk, may give it; none named: every reviewer who sees the article.
    It counts for first verdicts to come. Raises PermissionDenied, ValidationError.
    """
    policy.require_rules(by)
    rule = CheckRule(**fields)
    _check(rule, people)
    rule.save()
    rule.people.set(people)
    Event.objects.append("rule.added", rule, by=by, after=_snapshot(rule), note=_read(rule))
    return rule


@transaction.atomic
def change_rule(rule, *, by, version, people=None, **fields):
    """Change the named fields of a rule, and who gives the second verdict where `people` are named.

    `version` is that of the rule that was seen; raises RuleChanged where another admin was faster.
    What changes nothing is no event. Raises PermissionDenied, ValidationError.
    """
    policy.require_rules(by)
    rule = CheckRule.objects.select_for_update().get(pk=rule.pk)
    if rule.version != version:
        raise RuleChanged(_("Another admin changed this rule meanwhile."), version=rule.version)
    before = _snapshot(rule)
    for name, value in fields.items():
        setattr(rule, name, value)
    if people is None:
        people = list(rule.people.all())
    else:
        _check(rule, people)
        rule.people.set(people)
    after = _snapshot(rule)
    if after == before:
        return
    rule.version += 1
    rule.save()
    Event.objects.append("rule.changed", rule, by=by, before=before, after=after, note=_read(rule))


def _check(rule, people):
    """Raise ValidationError for a rule that could never be followed."""
    wrong = {}
    never = [person.name for person in people if not is_reviewer(person)]
    if never:
        said = _("Second verdicts are given by reviewers: {names} cannot.")
        wrong["people"] = said.format(names=", ".join(never))
    elif rule.desk is not None and people:
        members = set(rule.desk.memberships.values_list("user_id", flat=True))
        if strangers := [person.name for person in people if person.pk not in members]:
            said = _("Not on the desk {desk}: {names}.")
            wrong["people"] = said.format(desk=rule.desk.name, names=", ".join(strangers))
    same = CheckRule.objects.filter(**{name: getattr(rule, name) for name in FITS}).exclude(pk=rule.pk)
    if (twin := same.first()) is not None:
        said = _("Rule {number} fits the same claims already: change that one.")
        wrong["__all__"] = said.format(number=twin.pk)
    if wrong:
        raise ValidationError(wrong)


def _snapshot(rule):
    """What an event keeps of a rule; people by their ids."""
    people = sorted(rule.people.values_list("pk", flat=True))
    said = {name: getattr(rule, name) for name in FIELDS if name != "desk"}
    return said | {"desk": rule.desk_id, "people": people}


def _read(rule):
    with translation.override(settings.LANGUAGE_CODE):  # it is stored
        return rule.sentence if rule.active else f"Off: {rule.sentence}"
