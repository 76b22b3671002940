"""In and out: sign-in, sign-out, and the links that set a password."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView, PasswordResetConfirmView
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView

from .. import mail, people, throttle
from ..forms import ChangePasswordForm, NewPasswordForm, ResetForm, SignInForm
from ..models import OutgoingMail, User

BROWSER_IS_KNOWN_FOR = 365 * 24 * 3600  # seconds


def _status(form):
    return 429 if any(form.has_error(name, "throttled") for name in form.errors) else 200


class Throttled(FormView):
    """An answer that was refused for coming too often says so in its status too."""

    def form_invalid(self, form):
        response = super().form_invalid(form)
        response.status_code = _status(form)
        return response


class SignIn(Throttled, LoginView):
    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_success_url(self):
        """`next`, if it is a page of this host and not this page again."""
        target = super().get_success_url()
        again = target.partition("?")[0] == self.request.path
        return self.get_default_redirect_url() if again else target

    def form_valid(self, form):
        response = super().form_valid(form)
        people.signed_in(form.get_user(), self.request)
        response.set_cookie(
            throttle.KNOWN_COOKIE,
            throttle.browser_mark(form.get_user().email),
            max_age=BROWSER_IS_KNOWN_FOR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        return response


class SignOut(LogoutView):
    def post(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            people.signed_out(request.user)
        return super().post(request, *args, **kwargs)


@login_not_required
def password_reset(request):
    """Ask for a link. Known and unknown addresses get the same answer for the same work."""
    form = ResetForm(request.POST or None)
    if form.is_valid():
        email = form.cleaned_data["email"]
        try:
            throttle.admit_reset(request, email)
        except throttle.TooManyTries as refused:
            form.add_error(None, refused)
        else:
            mail.store(OutgoingMail.Kind.PASSWORD_RESET, email)
            return redirect("password-reset-sent")
    return render(request, "accounts/password_reset.html", {"form": form}, status=_status(form))


@login_not_required
def password_reset_sent(request):
    return render(request, "accounts/password_reset_sent.html")


class PasswordSet(PasswordResetConfirmView):
    template_name = "accounts/password_set.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("sign-in")

    def get_user(self, uidb64):
        user = super().get_user(uidb64)
        return user if user is not None and user.is_active else None

    @transaction.atomic
    def form_valid(self, form):
        response = super().form_valid(form)
        people.password_set(self.user)
        messages.success(self.request, _("Your password is set; sign in with it."))
        return response


class PasswordChange(Throttled, PasswordChangeView):
    template_name = "accounts/password_change.html"
    form_class = ChangePasswordForm
    success_url = reverse_lazy("profile")

    def get_form_kwargs(self):
        # A row of its own: a form that fails must not leave its traces on the person shown in the frame.
        user = User.objects.get(email=self.request.user.get_username())
        return super().get_form_kwargs() | {"user": user, "request": self.request}

    @transaction.atomic
    def form_valid(self, form):
        response = super().form_valid(form)
        people.password_changed(self.request.user, keep=self.request.session.session_key)
        messages.success(self.request, _("Your password is changed; other browsers are signed out."))
        return response
