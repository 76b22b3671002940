"""Which claims get a second verdict: the rules, for admins to set, and in sentences for the desk."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from accounts.policy import Role
from claims import policy
from claims.actions import rules
from claims.desk_forms import RuleForm, SwitchForm
from claims.models import CheckRule
from claims.views import history
from claims.views.doors import UNPROCESSABLE, carried_out, refused


@require_safe
def rule_list(request):
    policy.require_rules(request.user)
    context = _listed() | {"changes": history.of_rules()}
    return render(request, "claims/rules.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def rule_add(request):
    policy.require_rules(request.user)
    form = RuleForm(_sent(request), people=_reviewers())

    def add(typed):
        del typed["version"]  # there is none to compare with
        rules.add_rule(by=request.user, **typed)

    if form.is_bound and carried_out(form, add):
        messages.success(request, _("The rule holds for every verdict from now on."))
        return redirect("rules")
    return render(request, "claims/rule.html", {"form": form}, status=refused(form))


@require_http_methods(["GET", "HEAD", "POST"])
def rule_edit(request, pk):
    policy.require_rules(request.user)
    rule = get_object_or_404(_all(), pk=pk)
    stored = {name: getattr(rule, name) for name in (*rules.FIELDS, "version")} | {
        "people": rule.people.all()
    }
    form = RuleForm(_sent(request), initial=stored, people=_reviewers(rule))
    if form.is_bound and carried_out(form, lambda typed: rules.change_rule(rule, by=request.user, **typed)):
        messages.success(request, _("Rule {number} is saved.").format(number=rule.pk))
        return redirect("rules")
    now = get_object_or_404(_all(), pk=pk)
    # Only who was told that somebody was faster goes on from what stands now.
    seen = form["version"].value() if refused(form) == UNPROCESSABLE else now.version
    context = {"rule": now, "version": seen, "form": form, "changes": history.of_rules(rule)}
    return render(request, "claims/rule.html", context, status=refused(form))


@require_POST
def rule_switch(request, pk):
    """On or off, in one press from the list."""
    policy.require_rules(request.user)
    rule = get_object_or_404(CheckRule, pk=pk)
    form = SwitchForm(request.POST)
    if carried_out(form, lambda typed: rules.change_rule(rule, by=request.user, **typed)):
        return redirect("rules")
    context = _listed() | {"changes": history.of_rules(), "sent": form}
    return render(request, "claims/rules.html", context, status=refused(form))


def _all():
    return CheckRule.objects.select_related("desk").prefetch_related("people")


def _listed():
    """All rules in their order, and those of them that nobody they name can follow any more."""
    rules = list(_all().prefetch_related("people__memberships"))
    return {"rules": rules, "stuck": [rule for rule in rules if policy.is_stuck(rule)]}


def _sent(request):
    """What was typed; None where nothing was sent, which is not the same as a form sent empty."""
    return request.POST if request.method == "POST" else None


def _reviewers(rule=None):
    """Who can be named: those who review now, and whom `rule` names already."""
    named = Q(pk__in=rule.people.values("pk")) if rule else Q()
    return User.objects.filter(Q(role=Role.REVIEWER, is_active=True) | named).order_by("name")


def sentences_for(desk):
    """The rules in force on `desk`, the first that fits a claim holding, as sentences."""
    return [rule.sentence for rule in _all().filter(Q(desk=None) | Q(desk=desk), active=True)]
