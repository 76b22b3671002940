"""People and desks, for admins."""

from django.contrib import messages
from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from .. import people, policy, wording
from ..forms import DeskForm, InviteForm, RightsForm
from ..models import Desk, User

ADMINS_ONLY = gettext_lazy("People and desks are for admins.")


def people_list(request):
    policy.require(policy.can_administer(request.user), ADMINS_ONLY)
    context = {
        "people": User.objects.prefetch_related("desks"),
        "changes": wording.lines(people.recent_changes()),
    }
    return render(request, "accounts/people.html", context)


def person_invite(request):
    policy.require(policy.can_administer(request.user), ADMINS_ONLY)
    form = InviteForm(request.POST or None)
    if form.is_valid():
        try:
            person = people.invite(**form.cleaned_data, by=request.user)
        except IntegrityError:  # the same form sent twice at once
            form.add_error("email", form.TAKEN)
        else:
            told = _("{person} is invited; a mail with a link is on its way.").format(person=person.name)
            messages.success(request, told)
            return redirect("people")
    return render(request, "accounts/person_invite.html", {"form": form})


def person_edit(request, pk):
    policy.require(policy.can_administer(request.user), ADMINS_ONLY)
    person = get_object_or_404(User, pk=pk)
    may_change = policy.can_change_rights(request.user, person)
    rights = {"role": person.role, "desks": person.desks.all(), "active": person.is_active}
    form = RightsForm(request.POST or None, initial=rights)
    if request.method == "POST":
        policy.require(may_change, _("Only another admin changes your role and desks."))
        if form.is_valid():
            people.change_rights(person, **form.cleaned_data, by=request.user)
            told = _("The rights of {person} are saved and hold from now on.").format(person=person.name)
            messages.success(request, told)
            return redirect("people")
    history = wording.lines(people.history(person))
    context = {"person": person, "form": form, "may_change": may_change, "history": history}
    return render(request, "accounts/person_edit.html", context)


@require_POST
def person_invite_again(request, pk):
    policy.require(policy.can_administer(request.user), ADMINS_ONLY)  # first: who is here is not for others
    person = get_object_or_404(User, pk=pk, is_active=True)
    people.send_invitation(person, by=request.user)
    messages.success(request, _("A new link for {person} is on its way.").format(person=person.name))
    return redirect("person-edit", pk=pk)


def desk_list(request):
    policy.require(policy.can_administer(request.user), ADMINS_ONLY)
    form = DeskForm(request.POST or None)
    if form.is_valid():
        try:
            people.add_desk(form.instance, by=request.user)
        except IntegrityError:  # another admin added it between our look and our write
            form.add_error("slug", _("This desk is there by now; another admin has just added it."))
        else:
            messages.success(request, _("The desk {desk} is there.").format(desk=form.instance.name))
            return redirect("desks")
    return render(request, "accounts/desks.html", {"form": form, "desks": Desk.objects.all()})
