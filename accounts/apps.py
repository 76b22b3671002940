from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("people and the trail")
    default = True


class BackOfficeConfig(admin.AdminConfig):
    """Django's admin with our own door and for looking only."""

    default = False
    default_site = "accounts.back_office.BackOffice"
