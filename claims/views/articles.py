"""Articles: the list with its progress, and the annotated copy."""

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from accounts.models import JobState
from claims import policy
from claims.actions import articles, triage
from claims.filters import ARTICLE_FILTERS, filter_articles
from claims.forms import SpanForm
from claims.models import Claim
from claims.paging import page_of
from claims.views import erased, glances
from claims.views.buttons import buttons
from claims.views.doors import UNPROCESSABLE, carried_out, find_article, less_unread, refused
from claims.views.galley import STAGES, UNMARKED, galley
from claims.views.numbered import finder, numbered
from claims.views.spans import reshape
from claims.views.tick_map import covered, open_facts
from claims.views.why import why
from claims.workflow import ArticleStatus, Status

RUNNING = {JobState.QUEUED, JobState.RUNNING}


@require_safe
def article_list(request):
    asked = {name: request.GET[name] for name in ARTICLE_FILTERS if request.GET.get(name)}
    desks = list(policy.desks_of(request.user))
    desk = next((desk for desk in desks if desk.slug == asked.get("desk")), desks[0] if desks else None)
    context: dict[str, Any] = {
        "asked": asked,
        "query": urlencode(asked),
        "choices": {
            "status": ArticleStatus.choices,
            "desk": [(desk.slug, desk.name) for desk in desks],
        },
        "threshold_of": desk if desk and policy.may_set_threshold(request.user, desk) else None,
        "figures_of": desk if desk and policy.may_read_figures(request.user, desk) else None,
    }
    try:
        seen = filter_articles(policy.visible_articles(request.user), asked, by=request.user)
        page = page_of(seen.for_listing(), ("-id",), cursor=request.GET.get("cursor", ""))
    except ValidationError as error:
        return render(request, "claims/article_list.html", context | {"wrong": error}, status=UNPROCESSABLE)
    context |= {"page": page, "progress": _progress(page.rows)}
    context["running"] = any(row.revision and row.revision.extraction.state in RUNNING for row in page.rows)
    return render(request, "claims/article_list.html", context)


def _progress(rows):
    """For each article: how many claims stand where, and their sum, of those that are to be checked."""
    counts = (
        Claim.objects.filter(article__in=[row.pk for row in rows])
        .exclude(status__in=UNMARKED)
        .order_by()
        .values_list("article", "status")
        .annotate(count=Count("pk"))
    )
    progress: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys([*STAGES, "all"], 0))
    for article, status, count in counts:
        stage = next(stage for stage, members in STAGES.items() if status in members)
        progress[article][stage] += count
        progress[article]["all"] += count
    return dict(progress)


@require_safe
def article(request, pk):
    article = find_article(request, pk)
    if article.erased_at is not None:
        return erased.article_page(request, article)
    claims = _claims_of(article, request.user)
    focus = _focus(claims, request.GET.get("claim", ""))
    changed = glances.waiting(claims, request.user)
    card = focus and _card(request, article, focus, claims, changed)
    if request.htmx and request.htmx.target == "card":
        return render(request, "claims/card.html", {"article": article, "card": card})
    facts = open_facts(article.revision, claims)
    context = {
        "article": article,
        "extraction": article.revision.extraction,
        "copy": galley(article.revision, claims, focus and focus.pk, facts=facts),
        "words": covered(article.revision, claims),
        "facts": facts,
        "dismissed": [claim for claim in claims if claim.status == Status.DISMISSED],
        "changed": changed,
        "card": card,
        "can": policy.steps_for(request.user, article),
        "watched": policy.watched_articles(request.user).contains(article),
        "has_fixes": policy.reads_fixes(request.user, article) and article.fixes.exists(),
        "reads_verdicts": policy.reads_verdicts(request.user, article.status),
        "reads_work": policy.reads_work(request.user),
    }
    return render(request, "claims/article.html", context)


# What is drawn of every claim; the one on the card is read whole.
DRAWN = (
    *("start", "end", "text", "standalone", "status", "quantities", "dates", "wants_a_glance"),
    *("article", "revision", "second_verdict", "returned_at", "assignee__name"),
    *("verdict__outcome", "verdict__revision", "verdict__rating__colour", "verdict__rating__label"),
)


def _claims_of(article, user):
    """The claims of the newest text in its order, as far as `user` reads them."""
    claims = list(
        Claim.objects.filter(revision=article.revision_id)
        .select_related("assignee", "verdict__rating")
        .only(*DRAWN)
        .order_by("start", "-end", "pk")
    )
    for claim in claims:
        claim.article = article
    less_unread(claims, user)
    return claims


def _focus(claims, asked):
    return next((claim for claim in claims if str(claim.pk) == asked), None)


def _card(request, article, focus, claims, changed):
    """The claim in focus, its buttons, and where judging it leads: to the next suggestion.

    `words=1` in the address: its words are being changed.
    """
    user = request.user
    claim = Claim.objects.select_related("assignee", "verdict__rating", "verdict__author").get(pk=focus.pk)
    claim.article = article
    less_unread([claim], user)
    waiting = [other for other in claims if other.status == Status.SUGGESTED and other.pk != claim.pk]
    later = [other for other in waiting if other.start >= claim.start]
    following = (later or waiting or [claim])[0] if claim.status == Status.SUGGESTED else claim
    return {
        "claim": claim,
        "number": claims.index(claim) + 1,
        "why": why(claim, article.revision.text, article.revision.extraction),
        "buttons": buttons(user, claim),
        "glance": changed.get(claim.pk),
        "may_see": policy.may(user, "seen", claim),
        "reshape": reshape(user, claim, claims),
        "words_open": "words" in request.GET,
        "next": f"{article.get_absolute_url()}?claim={following.pk}",
    }


@require_safe
def article_progress(request, pk):
    """The extraction while it runs; when it is over, the whole page is drawn anew."""
    article = find_article(request, pk)
    extraction = article.revision.extraction
    context = {"article": article, "extraction": extraction, "can": policy.steps_for(request.user, article)}
    response = render(request, "claims/extraction.html", context)
    if extraction.state not in RUNNING:
        response.headers["HX-Refresh"] = "true"
    return response


@require_POST
def article_retry(request, pk):
    article = find_article(request, pk)
    articles.retry_extraction(article, by=request.user)
    return redirect(article)


def article_mark(request, pk):
    """Mark a claim by hand: on the page by selecting words, here by choosing a sentence."""
    article = find_article(request, pk)
    policy.require(request.user, "mark", article)
    start, _, end = request.POST.get("span", "").partition("-")
    typed = request.POST.dict() | {"start": start, "end": end} if start else request.POST
    form = SpanForm(typed if request.method == "POST" else None)
    marked: list[Claim] = []
    if form.is_bound and carried_out(
        form, lambda span: marked.append(triage.mark_claim(article, by=request.user, **span))
    ):
        return redirect(f"{article.get_absolute_url()}?claim={marked[0].pk}#words-{marked[0].pk}")
    context = {"article": article, "form": form, "sentences": _sentences(article.revision)}
    return render(request, "claims/article_mark.html", context, status=refused(form))


def _sentences(revision):
    """What can be marked without a mouse: the sentences that were found, or else the blocks.

    Each with its words and with the claim that stands in it already, or None.
    """
    standing = finder([one for one in numbered(revision) if one.claim.status not in UNMARKED])
    return [
        (start, end, revision.text[start:end].strip(), standing(start, end))
        for span in revision.extraction.sentences or revision.blocks
        for start, end in [(span["start"], span["end"])]
    ]
