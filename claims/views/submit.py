"""Submitting an article: paste, see what was recognised, store."""

from typing import Any

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from accounts.policy import require
from claims import policy
from claims.actions import articles
from claims.forms import SubmitForm
from claims.intake.dating import printed_date
from claims.intake.documents import LARGEST_FILE
from claims.views import kept
from claims.views.doors import UNPROCESSABLE, carried_out, refused

TOO_LARGE = 413
ONLY_EDITORS = _("Only editors can submit articles.")
FIELDS = (
    "text",
    "headline",
    "standfirst",
    "title",
    "kind",
    "desk",
    "writer",
    "byline",
    "published_at",
    "due_at",
    "risk",
)


def article_submit(request):
    require(policy.may_submit(request.user), ONLY_EDITORS)
    form = _form(request)
    if request.method != "POST":
        return _page(request, form)
    stored = []
    if form.is_valid() and (twin := _twin(request.user, form)):
        return _page(request, form, status=UNPROCESSABLE, twin=twin)
    if carried_out(form, lambda typed: stored.append(_submit(request.user, typed))):
        return redirect(stored[0])
    status = TOO_LARGE if len(form.data.get("text", "").encode()) > LARGEST_FILE else refused(form)
    return _page(request, form, status=status)


@require_POST
def article_preview(request):
    """What would be recognised in the text, shown without saving anything."""
    require(policy.may_submit(request.user), ONLY_EDITORS)
    form = _form(request)
    form.is_valid()
    typed = form.cleaned_data
    context: dict[str, Any] = {"published": typed.get("published_at")}
    try:
        document = articles.read_text(
            typed.get("text", ""),
            headline=typed.get("headline", ""),
            standfirst=typed.get("standfirst", ""),
        )
        context["document"] = document
        context["printed"] = printed_date(document.text, document.blocks)
    except ValidationError as error:
        context["wrong"] = error.messages
    if request.htmx:
        return render(request, "claims/preview.html", context)
    return _page(request, form, **context)


def _page(request, form, *, status=200, **context):
    draft = kept.of_submission(request.user)
    context |= {"form": kept.filled(form, draft), "kept": draft}
    return render(request, "claims/article_submit.html", context, status=status)


def _form(request):
    desks = policy.desks_of(request.user)
    first = desks.first()
    return SubmitForm(
        request.POST if request.method == "POST" else None,
        desks=desks,
        people=policy.colleagues_of(request.user),
        initial={"desk": first and first.pk},
    )


def _twin(user, form):
    """An article with the same text on the same desk, unless the person said to submit anyway."""
    typed = form.cleaned_data
    if typed["anyway"]:
        return None
    try:
        document = articles.read_text(
            typed["text"], headline=typed["headline"], standfirst=typed["standfirst"]
        )
    except ValidationError:
        return None  # told at the field in a moment, by the action
    return articles.same_text(document.text, desk=typed["desk"], by=user)


def _submit(user, typed):
    return articles.submit_article(
        by=user,
        restricted_to=typed["readers"] if typed["restricted"] else None,
        **{name: typed[name] for name in FIELDS},
    )
