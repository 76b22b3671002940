"""Django's admin as a back office for looking: ids, states, times. Nothing can be changed there.

It has no sign-in and no password page of its own: a second door would be one without our throttle.
"""

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import policy


class LookOnly(admin.ModelAdmin):
    """List in `fields` what may be seen: ids, states and times; no text, evidence or notes."""

    actions = None
    show_full_result_count = False

    def get_list_display(self, request):
        return self.fields

    def has_view_permission(self, request, obj=None):
        return policy.can_administer(request.user)

    def has_module_permission(self, request):
        return policy.can_administer(request.user)

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class BackOffice(admin.AdminSite):
    site_header = site_title = gettext_lazy("Back office")
    index_title = gettext_lazy("Rows, for looking only")
    enable_nav_sidebar = False

    def register(self, model_or_iterable, admin_class=None, **options):
        """Only what is for looking; other apps' own pages (Django's groups, …) stay out."""
        if admin_class is not None and issubclass(admin_class, LookOnly):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request):
        return policy.can_administer(request.user)

    def login(self, request, extra_context=None):
        if request.user.is_authenticated:
            raise PermissionDenied(_("Only admins look into the back office."))
        return redirect("sign-in")

    def logout(self, request, extra_context=None):
        return LogoutView.as_view()(request)

    def password_change(self, request, extra_context=None):
        return redirect("password-change")

    def password_change_done(self, request, extra_context=None):
        return redirect("profile")

    def each_context(self, request):
        return super().each_context(request) | {"site_url": resolve_url("/")}
