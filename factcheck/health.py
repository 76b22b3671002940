"""For load balancers and monitoring: alive, ready, figures. No sign-in, and no word of any article."""

import hmac
from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.models import Count, Model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import policy, sealing, tokens
from accounts.models import OutgoingMail
from claims.models import Article, Claim, Export, Extraction, Heartbeat

PARTS = ("broker", "relay", "worker")
FRESH = timedelta(seconds=30)  # a part that was not heard of for longer counts as down


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """503 only without the database: submitting works while broker, relay and worker are down."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        parts = states()
    except DatabaseError:
        return JsonResponse({"database": "down"}, status=503)
    return JsonResponse({"database": "up"} | parts)


def states() -> dict[str, str]:
    """The relay notes when it last heard of each part, so that this process need not talk to the broker."""
    since = timezone.now() - FRESH
    heard = set(Heartbeat.objects.filter(at__gte=since).values_list("name", flat=True))
    return {part: "up" if part in heard else "down" for part in PARTS}


@login_not_required
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus text for `Bearer METRICS_TOKEN`, or for the `Token` of an admin: it counts all desks."""
    if not may_read_metrics(request.headers.get("Authorization", "")):
        why = "Send METRICS_TOKEN as bearer token, or the API token of an admin.\n"
        return HttpResponse(
            why, status=401, content_type="text/plain", headers={"WWW-Authenticate": "Bearer"}
        )
    return HttpResponse("\n".join(lines()) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8")


def may_read_metrics(sent: str) -> bool:
    scheme, _, value = sent.partition(" ")
    if scheme == "Bearer":
        expected = settings.METRICS_TOKEN
        return bool(expected) and hmac.compare_digest(value.encode(), expected.encode())
    token = tokens.authenticate(value) if scheme == "Token" else None
    return token is not None and policy.can_administer(token.user)


def lines() -> Iterator[str]:
    yield from counts("desk_articles", "Articles by status.", Article, "status")
    yield from counts("desk_claims", "Claims by status.", Claim, "status")
    for model in (Extraction, Export, OutgoingMail):
        name = f"desk_jobs_{model._meta.model_name}"
        yield from counts(name, f"Stored jobs of the kind {model._meta.model_name} by state.", model, "state")
    yield from (
        "# HELP desk_events_unsealed Events not yet in the audit chain.",
        "# TYPE desk_events_unsealed gauge",
        f"desk_events_unsealed {sealing.head().unsealed}",
    )
    yield from ("# HELP desk_up Whether a part was heard of lately.", "# TYPE desk_up gauge")
    for part, state in states().items():
        yield f'desk_up{{part="{part}"}} {int(state == "up")}'


def counts(name: str, meaning: str, model: type[Model], field: str) -> Iterator[str]:
    yield from (f"# HELP {name} {meaning}", f"# TYPE {name} gauge")
    rows = model._default_manager.order_by().values_list(field).annotate(rows=Count("pk")).order_by(field)
    for value, number in rows:
        yield f'{name}{{{field}="{value}"}} {number}'
