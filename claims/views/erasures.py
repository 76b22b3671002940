"""Erasures: asked for on the history of an article or here for a person, carried out or declined here."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims import policy
from claims.actions import erasures
from claims.desk_forms import ConfirmForm, ErasePersonForm
from claims.forms import ReasonForm
from claims.models import Article, ErasureState
from claims.paging import page_of
from claims.views import history
from claims.views.doors import carried_out, find_article, refused


@require_safe
def article_history(request, pk):
    return history_page(request, pk)


@require_POST
def article_erase(request, pk):
    """Ask for the erasure of its words."""
    article = find_article(request, pk)
    policy.require(request.user, "ask_erasure", article)
    form = ReasonForm(request.POST)
    if carried_out(form, lambda typed: erasures.ask(article, by=request.user, **typed)):
        messages.success(request, _("An admin is asked to erase the words of this article."))
        return redirect("article-history", pk=pk)
    return history_page(request, pk, form=form)


def history_page(request, pk, *, form=None):
    """The history with what was asked of it, and the form that asks for an erasure."""
    article = find_article(request, pk)
    policy.require_reads_work(request.user)
    page = page_of(history.of_article(request.user, article), ("-id",), cursor=request.GET.get("cursor", ""))
    context = {
        "article": article,
        "page": page,
        "events": history.lines_with_links(page.rows),
        "open": article.erasures.filter(state=ErasureState.ASKED).select_related("asked_by").first(),
        "can": policy.steps_for(request.user, article),
        "form": form or ReasonForm(),
    }
    status = refused(form) if form else 200
    return render(request, "claims/article_history.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def erasure_list(request):
    """What was asked for; here an editor asks for the erasure of a person."""
    user = request.user
    policy.require_erasures(user)
    if request.method == "POST":
        policy.require_to_erase(user)
    form = ErasePersonForm(
        request.POST if request.method == "POST" else None, people=policy.people_to_erase(user)
    )
    if form.is_bound and carried_out(
        form, lambda typed: erasures.ask(typed["person"], by=user, reason=typed["reason"])
    ):
        messages.success(request, _("An admin is asked to erase this person."))
        return redirect("erasures")
    found = policy.visible_erasures(user).select_related("asked_by", "decided_by", "person")
    page = page_of(found, ("-id",), cursor=request.GET.get("cursor", ""))
    context = {
        "page": page,
        "seen": seen_articles(user, page.rows),
        "form": form if policy.may_ask_to_erase(user) else None,
    }
    return render(request, "claims/erasures.html", context, status=refused(form))


@require_safe
def erasure(request, pk):
    return erasure_page(request, pk)


@require_POST
def erasure_carry_out(request, pk):
    row = find_erasure(request, pk)
    policy.require_deciding(request.user, row)
    form = ConfirmForm(request.POST, wanted=row.number)
    if carried_out(form, lambda _typed: erasures.carry_out(row, by=request.user)):
        messages.success(request, _("The erasure of {whom} is carried out.").format(whom=row.about))
        return redirect("erasure", pk=pk)
    return erasure_page(request, pk, confirm=form)


@require_POST
def erasure_decline(request, pk):
    row = find_erasure(request, pk)
    policy.require_deciding(request.user, row)
    form = ReasonForm(request.POST)
    if carried_out(form, lambda typed: erasures.decline(row, by=request.user, **typed)):
        return redirect("erasure", pk=pk)
    return erasure_page(request, pk, decline=form)


def find_erasure(request, pk):
    policy.require_erasures(request.user)
    rows = policy.visible_erasures(request.user).select_related("asked_by", "decided_by", "person", "article")
    return get_object_or_404(rows, pk=pk)


def erasure_page(request, pk, *, confirm=None, decline=None):
    """One request with both forms; of an article only its id, unless the reader sees it anyway."""
    row, user = find_erasure(request, pk), request.user
    sent = confirm or decline
    context = {
        "erasure": row,
        "seen": seen_articles(user, [row]),
        "refusal": policy.deciding_refusal(user, row),
        "confirm": confirm or ConfirmForm(wanted=row.number),
        "decline": decline or ReasonForm(),
        "sent": sent,
    }
    return render(request, "claims/erasure.html", context, status=refused(sent) if sent else 200)


def seen_articles(user, rows):
    """The addresses of those articles of `rows` that `user` sees, by id."""
    ids = [row.article_id for row in rows if row.article_id]
    seen = policy.visible_articles(user).filter(pk__in=ids) if ids else Article.objects.none()
    return {pk: reverse("article", args=[pk]) for pk in seen.values_list("pk", flat=True)}
