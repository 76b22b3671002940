"""The sign-off of an article: its gates, each leading to its place, and the signature."""

from typing import NamedTuple

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from claims import policy
from claims.actions import articles
from claims.forms import ArticleSignOffForm, ReasonForm
from claims.gates import Gate, changed_in_wording, open_gates, run_out, single_sources, unfounded
from claims.models import SignOff
from claims.moves import article_erased
from claims.published_forms import CorrectForm, PublishForm
from claims.views.doors import carried_out, find_article, refused
from claims.workflow import FINAL, ArticleStatus

LISTED = 20  # claims named under a gate
CLAIMS_OF = {"unfounded": unfounded, "stale": changed_in_wording, "waivers": run_out}


class GateRow(NamedTuple):
    """`claims` are the first of those that no filter of the lists finds, named one by one."""

    gate: Gate
    place: str
    claims: list


def article_sign_off(request, pk):
    article = find_article(request, pk)
    if request.method == "POST":
        policy.require(request.user, "sign_off", article)
    form = ArticleSignOffForm(
        request.POST if request.method == "POST" else None, initial={"seen": article.revision_id}
    )
    if request.method == "POST" and carried_out(
        form,
        lambda typed: articles.sign_off_article(
            article,
            by=request.user,
            revision=typed["seen"],
            note=typed["note"],
            exceptions=typed["exceptions"],
        ),
    ):
        return redirect("article-sign-off", pk=pk)
    return sign_off_page(request, pk, form=form)


@require_POST
def article_close(request, pk):
    article = find_article(request, pk)
    articles.close_article(article, by=request.user)
    return redirect("article-sign-off", pk=pk)


@require_POST
def article_reopen(request, pk):
    article = find_article(request, pk)
    policy.require(request.user, "reopen", article)
    form = ReasonForm(request.POST, name="note")
    if carried_out(form, lambda typed: articles.reopen_article(article, by=request.user, **typed)):
        return redirect("article-sign-off", pk=pk)
    return sign_off_page(request, pk, form=form)


def sign_off_page(request, pk, *, form=None, publish_form=None, correct_form=None):
    """The page, with the one form that was sent and not carried out, if any."""
    article = find_article(request, pk)
    sent = form or publish_form or correct_form
    signed = article.status in FINAL
    context = {
        "article": article,
        "sent": sent,
        "form": form or ArticleSignOffForm(initial={"seen": article.revision_id}),
        "publish_form": publish_form or PublishForm(),
        "correct_form": correct_form or CorrectForm(article=article),
        "publications": article.publications.select_related("by", "revision"),
        "corrections": article.corrections.select_related("by", "claim"),
        "signed": signed,
        "gates": [_row(article, gate) for gate in open_gates(article)],
        "single_sources": single_sources(article)[:LISTED],
        "may_spite": article.status in {ArticleStatus.CHECKING, ArticleStatus.READY},
        "signatures": SignOff.objects.filter(article=article, claim=None)
        .select_related("by", "revision")
        .order_by("-id"),
        "reads_work": policy.reads_work(request.user),
        "refusal": policy.refusal(request.user, "sign_off", article) or gone(article),
        "can": policy.steps_for(request.user, article),
    }
    return render(request, "claims/sign_off.html", context, status=refused(sent))


def gone(article):
    """The sentence that nothing can be done on an article without words; "" while it has them."""
    return article_erased(article).message if article.erased_at is not None else ""


def _row(article, gate):
    claims = list(CLAIMS_OF[gate.code](article)[:LISTED]) if gate.code in CLAIMS_OF else []
    return GateRow(gate, claims[0].get_absolute_url() if claims else _place(article, gate), claims)


def _place(article, gate):
    """Where a gate is dealt with: the article itself, its fix list, or the claims concerned."""
    if gate.code.startswith("fixes_"):
        return reverse("article-fixes", args=[article.pk])
    if not gate.status:
        return article.get_absolute_url()
    return f"{reverse('claims')}?{urlencode({'article': article.pk, 'status': gate.status})}"
