"""What an open page asks every now and then: who else is here, and what changed since it was drawn.

Polled, not streamed: a stream would hold one of the few threads of the web server for each open page.
"""

from django.db.models import Max, OuterRef, Subquery
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.models import Event
from claims import policy
from claims.actions import presence
from claims.views import history
from claims.views.presence import company
from claims.workflow import STEPS, Status

MOST_TOLD = 3  # sentences on what happened; the page itself shows the rest
# Built once: this is asked more often than anything else.
NEWEST = Subquery(
    Event.objects.filter(subject_kind="claim", subject_id=OuterRef("pk")).order_by("-id").values("pk")[:1]
)
# What policy asks of a claim before it tells of it: nothing else is read.
ASKED_OF = ["status", "version", "assignee", "desk", "kind", "risk", "priority", "continued_in"]
MOST_SHOWN = 200  # claims on a list
# What a page of many claims shows of one. Only the number is told: how a claim stands is on every list.
SEEN_ON_LISTS = [f"claim.{step}" for step in STEPS] + [
    "claim.mark",
    "claim.respan",
    "claim.split",
    "claim.split_off",
    "claim.merge",
    "claim.merged",
    "claim.set_aside",
    "claim.plan",
    "claim.seen",
    "claim.undo",
    "claim.waiver_ended",
    "claim.propose_first",
    "claim.propose_second",
    "claim.withdraw_first",
    "claim.wording_changed",
    "claim.fact_changed",
    "claim.gone",
    "claim.fix_applied",
    "claim.fix_accepted",
]


@require_safe
def claim_pulse(request, pk):
    """204, or {version, event, token, here, writing, news}. The page sends back what it was told last."""
    user, asked = request.user, request.GET
    claim = get_object_or_404(
        policy.visible_claims(user)
        .select_related("article")
        .only(*ASKED_OF, "article__desk", "article__restricted")
        .annotate(newest=NEWEST),
        pk=pk,
    )
    there = company(user, claim)
    presence.arrive(claim, by=user, before=there.own, writing=asked.get("writing") == "1")
    known, version = _number(asked.get("event")), _number(asked.get("version"))
    events = _events(user, claim, known) if (claim.newest or 0) > known else []
    if not events and claim.version == version and asked.get("token") == there.token:
        return HttpResponse(status=204)
    return JsonResponse(
        {
            "version": claim.version,
            "event": events[-1].pk if events else known,
            "token": there.token,
            "here": there.here,
            "writing": there.writing,
            "news": _news(user, claim, events, changed=claim.version != version),
        }
    )


@require_POST
def claim_leave(request, pk):
    """The page was closed."""
    claim = get_object_or_404(policy.visible_claims(request.user), pk=pk)
    presence.leave(claim, by=request.user)
    return HttpResponse(status=204)


@require_safe
def article_pulse(request, pk):
    """As `claims_pulse`, of the claims of one article."""
    article = get_object_or_404(policy.visible_articles(request.user).only("pk"), pk=pk)
    return _changed(request, Event.objects.within(article).filter(subject_kind="claim"))


@require_safe
def claims_pulse(request):
    """204, or {event, changed, text}: how many of the claims on a list changed since `event`, by others.

    `claims` are their ids. Without `event` it only tells where to begin.
    """
    asked = [_number(one) for one in request.GET.get("claims", "").split(",")[:MOST_SHOWN]]
    seen = policy.visible_claims(request.user).filter(pk__in=asked).values_list("pk", flat=True)
    return _changed(request, Event.objects.filter(subject_kind="claim", subject_id__in=list(seen)))


def _changed(request, events):
    events = events.filter(kind__in=SEEN_ON_LISTS).order_by()
    if "event" not in request.GET:
        return JsonResponse({"event": events.aggregate(newest=Max("pk"))["newest"] or 0, "changed": 0})
    since = events.filter(pk__gt=_number(request.GET["event"])).exclude(by=request.user.pk)
    changed = since.values("subject_id").distinct().count()
    if not changed:
        return HttpResponse(status=204)
    text = ngettext("{n} claim changed.", "{n} claims changed.", changed).format(n=changed)
    return JsonResponse({"changed": changed, "text": text})


def _events(user, claim, known):
    """The events after `known` that `user` reads, oldest first."""
    if not policy.reads_work(user):
        return []
    return list(policy.history_of_claim(user, claim).filter(pk__gt=known).select_related("by"))


def _news(user, claim, events, *, changed):
    """Sentences on what others did. Where its maker is not for `user`, how the claim stands now."""
    others = [event for event in events if event.by_id != user.pk]
    if others:
        return [history.told(event) for event in others[-MOST_TOLD:]]
    if changed and not events:
        return [_("This claim changed: it is {status}.").format(status=Status(claim.status).label)]
    return []


def _number(text):
    """A count or an id from an address; 0 where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else 0
