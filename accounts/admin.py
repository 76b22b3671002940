"""People and the trail in the back office."""

from django.contrib import admin

from .back_office import LookOnly
from .models import Desk, Event, OutgoingMail, Token, User


@admin.register(User)
class UserAdmin(LookOnly):
    fields = ("id", "role", "is_active", "created_at", "last_login")
    list_filter = ("role", "is_active")


@admin.register(Desk)
class DeskAdmin(LookOnly):
    fields = ("id", "slug", "name")


@admin.register(Token)
class TokenAdmin(LookOnly):
    fields = ("id", "user_id", "scope", "created_at", "expires_at", "revoked_at", "last_used_at")


@admin.register(OutgoingMail)
class OutgoingMailAdmin(LookOnly):
    fields = ("id", "kind", "state", "attempt", "deaths", "queued_at", "started_at", "finished_at")
    list_filter = ("state", "kind")


@admin.register(Event)
class EventAdmin(LookOnly):
    fields = ("id", "kind", "at", "by_id", "subject_kind", "subject_id", "within")
    ordering = ("-id",)
