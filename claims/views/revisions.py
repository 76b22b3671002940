"""Versions of a text: a new one with its preview, the list of them, and each with what it changed."""

import re

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims import policy
from claims.actions import revisions
from claims.actions.articles import sha256_of
from claims.anchoring import diff
from claims.forms import ReviseForm
from claims.intake.documents import LARGEST_FILE
from claims.paging import page_of
from claims.text import normalise
from claims.views import changes
from claims.views.doors import carried_out, find_article, refused
from claims.views.galley import galley
from claims.views.kept import Drafts, filled
from claims.workflow import ArticleStatus

TOO_LARGE = 413
ID = re.compile(r"[0-9]{1,18}")


def article_revise(request, pk):
    """Compare first, then save: a text is stored only by who saw what it does."""
    article = find_article(request, pk)
    policy.require(request.user, "revise", article)
    if request.method != "POST":
        form = ReviseForm(initial={"text": article.revision.text, "base": article.revision_id})
        return _page(request, article, _begun(form, _draft(request, article)))
    form = ReviseForm(request.POST)
    text = request.POST.get("text", "")
    digest = sha256_of(normalise(text))
    saves = "save" in request.POST and request.POST.get("previewed") == digest
    made = []
    act = revisions.add_revision if saves else revisions.plan_revision

    def send(typed):
        made.append(act(article, by=request.user, text=typed["text"], base=typed["base"]))

    if not carried_out(form, send):
        status = TOO_LARGE if len(text.encode()) > LARGEST_FILE else refused(form)
        return _page(request, find_article(request, pk), form, status=status)
    if saves and made[0][2]:
        _tell(request, article, made[0])
        return redirect(article)
    plan = made[0][1] if saves else made[0]
    return _page(request, article, form, plan=plan, digest=digest, again="save" in request.POST)


def _begun(form, kept):
    """The form with the draft `kept`: words typed over an older text are compared with that one first."""
    base = kept.values.get("base", "")
    if isinstance(base, str) and ID.fullmatch(base):
        form.initial["base"] = int(base)
    return filled(form, kept)


def _draft(request, article):
    return Drafts(article, request.user, back=reverse("article-revise", args=[article.pk]))["revise"]


def _tell(request, article, made):
    revision, plan, _is_new = made
    told = [
        _("Revision {number} is stored; its new sentences are being searched for claims.").format(
            number=revision.number
        )
    ]
    if article.status == ArticleStatus.SIGNED_OFF:  # as it was found, before the saving
        told.append(_("The sign-off of revision {number} no longer holds.").format(number=plan.base.number))
    messages.success(request, " ".join(told))


def _page(request, article, form, *, plan=None, digest="", again=False, status=200):
    """`plan` and `digest`: what was compared; `again`: it was to be saved, but in words not seen before."""
    conflict = getattr(form, "conflict", None)
    context = {
        "article": article,
        "form": form,
        "kept": _draft(request, article),
        # After a conflict the next comparison is with what came meanwhile.
        "base": article.revision_id if conflict else form["base"].value(),
        "previewed": digest,
        "again": again,
        "next_number": article.revision.number + 1,
        "plan": plan,
    }
    if plan is not None:
        pieces = plan.diff
        context |= {
            "same": plan.base.sha256 == sha256_of(plan.document.text),
            "parts": changes.folded(pieces),
            "same_words": all(piece.op == "equal" for piece in pieces),
            "changes": changes.planned(plan),
        }
    return render(request, "claims/revise.html", context, status=status)


@require_safe
def revision_list(request, pk):
    article = find_article(request, pk)
    rows = article.revisions.select_related("created_by").defer("text", "blocks")
    page = page_of(rows, ("-number",), cursor=request.GET.get("cursor", ""))
    context = {
        "article": article,
        "page": page,
        "counts": changes.counted(page.rows) if policy.reads_work(request.user) else {},
        "reads_work": policy.reads_work(request.user),
        "can": policy.steps_for(request.user, article),
    }
    return render(request, "claims/revision_list.html", context)


@require_safe
def revision(request, pk, number):
    """One version as it was, with what it changed; nothing on this page can be changed."""
    article = find_article(request, pk)
    versions = article.revisions.select_related("created_by")
    revision = get_object_or_404(versions, number=number)
    before = versions.filter(number=number - 1).first()
    reads_work = policy.reads_work(request.user)
    context = {
        "article": article,
        "revision": revision,
        "before": before,
        "is_newest": revision.pk == article.revision_id,
        "parts": changes.folded(diff(before.text, revision.text)) if before else [],
        "changes": changes.carried(revision) if before and reads_work else None,
        "copy": galley(revision, []),
    }
    return render(request, "claims/revision.html", context)
