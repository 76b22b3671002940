"""Articles, claims and jobs in the back office: ids, states, times; no text, evidence or notes."""

from django.contrib import admin

from accounts.back_office import LookOnly
from claims.models import Article, Claim, Export, Extraction, Heartbeat, Rating, RatingScale, SignOff


@admin.register(Article)
class ArticleAdmin(LookOnly):
    fields = ("id", "kind", "desk_id", "status", "risk", "submitted_at", "due_at", "version")
    list_filter = ("status", "kind")


@admin.register(Claim)
class ClaimAdmin(LookOnly):
    fields = ("id", "article_id", "status", "kind", "risk", "priority", "assignee_id", "due_at", "version")
    list_filter = ("status", "kind")
    ordering = ("-id",)


@admin.register(Extraction)
class ExtractionAdmin(LookOnly):
    fields = ("id", "revision_id", "state", "attempt", "deaths", "done", "total", "queued_at", "finished_at")
    list_filter = ("state",)


@admin.register(Export)
class ExportAdmin(LookOnly):
    fields = ("id", "requested_by_id", "format", "state", "attempt", "queued_at", "finished_at", "expires_at")
    list_filter = ("state",)


@admin.register(SignOff)
class SignOffAdmin(LookOnly):
    fields = ("id", "article_id", "revision_id", "claim_id", "verdict_id", "by_id", "at", "undone_at")


@admin.register(RatingScale)
class RatingScaleAdmin(LookOnly):
    fields = ("id", "slug", "name", "kind", "active")


@admin.register(Rating)
class RatingAdmin(LookOnly):
    fields = ("id", "scale_id", "order", "slug", "label", "number", "colour")


@admin.register(Heartbeat)
class HeartbeatAdmin(LookOnly):
    fields = ("name", "at")
