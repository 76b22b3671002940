"""The sign-off of an article: its gates, each leading to its place, and the signature."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from claims import policy
from claims.actions import articles
from claims.forms import ReasonForm, SignOffForm
from claims.gates import open_gates, unfounded
from claims.models import SignOff
from claims.views.doors import carried_out, find_article, refused
from claims.workflow import FINAL


def article_sign_off(request, pk):
    article = find_article(request, pk)
    if request.method == "POST":
        policy.require(request.user, "sign_off", article)
    form = SignOffForm(
        request.POST if request.method == "POST" else None, initial={"seen": article.revision_id}
    )
    if request.method == "POST" and carried_out(
        form,
        lambda typed: articles.sign_off_article(
            article, by=request.user, revision=typed["seen"], note=typed["note"]
        ),
    ):
        return redirect("article-sign-off", pk=pk)
    return _page(request, pk, form)


@require_POST
def article_reopen(request, pk):
    article = find_article(request, pk)
    policy.require(request.user, "reopen", article)
    form = ReasonForm(request.POST, name="note")
    if carried_out(form, lambda typed: articles.reopen_article(article, by=request.user, **typed)):
        return redirect("article-sign-off", pk=pk)
    return _page(request, pk, form)


def _page(request, pk, form):
    article = find_article(request, pk)
    signed = article.status in FINAL
    context = {
        "article": article,
        "form": form,
        "signed": signed,
        "gates": [(gate, _place(article, gate)) for gate in open_gates(article)],
        "signatures": SignOff.objects.filter(article=article, claim=None)
        .select_related("by", "revision")
        .order_by("-id"),
        "reads_work": policy.reads_work(request.user),
        "refusal": policy.refusal(request.user, "sign_off", article),
        "can": policy.steps_for(request.user, article),
    }
    return render(request, "claims/sign_off.html", context, status=refused(form))


def _place(article, gate):
    """Where a gate is dealt with: the article itself, one claim, or the claims concerned."""
    if gate.code == "extraction":
        return article.get_absolute_url()
    if gate.code == "unfounded":
        return unfounded(article).first().get_absolute_url()
    return f"{reverse('claims')}?{urlencode({'article': article.pk, 'status': gate.status})}"
