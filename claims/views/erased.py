"""What is still to be read of an article whose words were erased, and of its claims."""

from django.shortcuts import render

from claims import policy
from claims.models import Claim
from claims.views import history
from claims.views.doors import less_unread, refused


def article_page(request, article):
    """Its claims with how they stood, and where the rest is."""
    claims = list(
        Claim.objects.filter(article=article)
        .select_related("verdict__rating", "verdict__author")
        .order_by("start", "id")
    )
    for claim in claims:
        claim.article = article
    less_unread(claims, request.user)
    context = {
        "article": article,
        "claims": claims,
        "reads_verdicts": policy.reads_verdicts(request.user, article.status),
        "reads_work": policy.reads_work(request.user),
    }
    return render(request, "claims/article_erased.html", context)


def claim_page(request, claim, sent=None):
    """Its verdicts, less their words, and its history; `sent` is a form that was not carried out, or None."""
    user = request.user
    reads_work = policy.reads_work(user)
    context = {
        "claim": claim,
        "article": claim.article,
        "sent": sent,
        "verdicts": policy.verdicts_for(user, claim).select_related("rating", "author"),
        "events": history.lines(history.of_claim(user, claim)) if reads_work else [],
        "reads_work": reads_work,
    }
    return render(request, "claims/claim_erased.html", context, status=refused(sent) if sent else 200)
