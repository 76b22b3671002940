"""What was typed becomes clean values; what is wrong is said at the field."""

import zoneinfo
from functools import cache

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy as _

from . import throttle, tokens
from .models import Desk, Mails, User
from .models.token import Scope
from .policy import Role


class SignInForm(AuthenticationForm):
    error_messages = {
        # Says nothing about which of the two is wrong, nor whether the account exists or is shut.
        "invalid_login": _("E-mail and password do not match. Check both, or set a new password by a link."),
    }

    def __init__(self, request=None, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        self.fields["username"].label = _("E-mail")
        self.fields["username"].widget.attrs |= {"autocomplete": "username", "inputmode": "email"}


class ResetForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email", "autofocus": True}),
    )

    def clean_email(self):
        return User.objects.normalize_email(self.cleaned_data["email"])


class NewPasswordForm(SetPasswordForm):
    def __init__(self, user, *args, **kwargs):
        super().__init__(user, *args, **kwargs)
        _explain_passwords(self.fields)


class ChangePasswordForm(PasswordChangeForm):
    """The present password is asked for, and guesses at it count like guesses at the door."""

    def __init__(self, user, *args, request, **kwargs):
        super().__init__(user, *args, **kwargs)
        self.request = request
        self.fields["old_password"].label = _("Present password")
        _explain_passwords(self.fields)

    def clean_old_password(self):
        taken = throttle.admit_guess(self.request, self.user.email)
        password = super().clean_old_password()
        throttle.take_back(taken)
        return password


def _explain_passwords(fields):
    fields["new_password1"].help_text = " ".join(password_validators_help_texts())
    fields["new_password2"].label = _("New password, once more")
    fields["new_password2"].help_text = ""


@cache
def _time_zones():
    return sorted(
        name
        for name in zoneinfo.available_timezones()
        if name == "UTC" or ("/" in name and name[:4] != "Etc/")
    )


class ProfileForm(forms.ModelForm):
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    time_zone = forms.ChoiceField(label=_("Time zone"))
    shortcuts = forms.BooleanField(label=_("Single-letter shortcuts"), required=False)
    mails = forms.ChoiceField(
        choices=Mails,
        label=_("Inbox by e-mail"),
        help_text=_("What you have not read, as links. Once a day is at 7:00 in your time zone."),
    )

    class Meta:
        model = User
        fields = ("name", "language", "time_zone", "shortcuts", "mails")
        labels = {"name": _("Name")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The stored zone stays a choice, even where this machine does not know it.
        zones = sorted({*_time_zones(), self.instance.time_zone})
        field = self.fields["time_zone"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(zone, zone.replace("_", " ")) for zone in zones]


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("Name"), max_length=100, help_text=_("What will use it, so that you know it again.")
    )
    scope = forms.ChoiceField(label=_("Scope"), choices=Scope, initial=Scope.READ)
    days = forms.IntegerField(
        label=_("Valid for days"), min_value=1, max_value=tokens.MOST_DAYS, initial=tokens.DAYS
    )


class RightsForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role)
    desks = forms.ModelMultipleChoiceField(
        Desk.objects.all(), label=_("Desks"), required=False, widget=forms.CheckboxSelectMultiple()
    )
    active = forms.BooleanField(
        label=_("Active"),
        required=False,
        help_text=_("Without it the person is signed out everywhere and their tokens end for good."),
    )


class InviteForm(forms.Form):
    email = forms.EmailField(label=_("E-mail"), max_length=254)
    name = forms.CharField(label=_("Name"), max_length=150)
    role = forms.ChoiceField(label=_("Role"), choices=Role, initial=Role.REVIEWER)
    desks = forms.ModelMultipleChoiceField(
        Desk.objects.all(), label=_("Desks"), required=False, widget=forms.CheckboxSelectMultiple()
    )

    TAKEN = _("Somebody with this address is here already; see the list of people.")

    def clean_email(self):
        email = User.objects.normalize_email(self.cleaned_data["email"])
        if User.objects.filter(email=email).exists():
            raise forms.ValidationError(self.TAKEN)
        return email


class DeskForm(forms.ModelForm):
    class Meta:
        model = Desk
        fields = ("name", "slug")
        labels = {"name": _("Name"), "slug": _("Slug")}
        help_texts = {"slug": _("Short, for addresses and the API: small letters, digits, hyphens.")}
        error_messages = {"slug": {"unique": _("Desk with this Slug already exists.")}}
