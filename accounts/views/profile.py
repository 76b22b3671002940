"""My own account: preferences, the browsers I am signed in with."""

from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from .. import devices, people, sessions
from ..forms import ProfileForm
from ..models import User


def profile(request):
    # A row of its own: a form that fails must not leave its traces on the person shown in the frame.
    person = User.objects.get(pk=request.user.pk)
    form = ProfileForm(request.POST or None, instance=person)
    if form.is_valid():
        people.save_profile(form)
        with translation.override(form.instance.language):  # it may be new, and is that of the next page
            messages.success(request, _("Your profile is saved."))
        return redirect("profile")
    browsers = [
        {
            "reference": session.reference,
            "device": devices.describe(session.user_agent),
            "address": session.address,
            "created_at": session.created_at,
            "last_seen_at": session.last_seen_at,
            "here": session.session_key == request.session.session_key,
        }
        for session in sessions.live(request.user)
    ]
    return render(
        request,
        "accounts/profile.html",
        {"form": form, "browsers": browsers, "desks": request.user.desks.all()},
    )


@require_POST
def session_end(request, reference):
    if sessions.end(request.user, reference):
        messages.success(request, _("That browser is signed out."))
    return redirect("profile")


@require_POST
def sessions_end_all(request):
    sessions.end_all(request.user, by=request.user)
    logout(request)
    messages.success(request, _("You are signed out everywhere."))
    return redirect("sign-in")
