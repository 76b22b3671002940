"""The fix list of an article: what the writer decides, what the editor makes of it, and the applying."""

from typing import NamedTuple

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from claims import policy
from claims.actions import fixes
from claims.actions.articles import sha256_of
from claims.anchoring import Piece, diff
from claims.forms import ApplyForm, FixForm, GuestLinkForm
from claims.models import Fix, FixState
from claims.views import changes
from claims.views.doors import carried_out, find_article, posted_version, refused
from claims.workflow import FINAL

# In the order in which something is left to do.
HEADINGS = {
    FixState.ASKED: gettext_lazy("Waiting for the writer"),
    FixState.DECLINED: gettext_lazy("Declined by the writer"),
    FixState.ACCEPTED: gettext_lazy("Accepted, not in the text yet"),
    FixState.APPLIED: gettext_lazy("In the text"),
    FixState.DROPPED: gettext_lazy("No longer asked for"),
}


class FixRow(NamedTuple):
    """A fix with the way from its old to its new words; `form` if a step on it was not carried out."""

    fix: Fix
    pieces: list[Piece]
    form: FixForm | None = None
    step: str = ""


@require_safe
def article_fixes(request, pk):
    return fix_list(request, pk)


def fix_list(request, pk, *, sent=None, step="", of=None, link_form=None):
    """The page; `sent` is the form of a `step` on the fix `of` (its id) that was not carried out."""
    article, user = find_article(request, pk), request.user
    policy.require_reads_fixes(user, article)
    rows = [
        FixRow(fix, pieces, *((sent, step) if fix.pk == of else ()))
        for fix, pieces in with_words(policy.visible_fixes(user).filter(article=article))
    ]
    can = policy.steps_for(user, article)
    context = {
        "article": article,
        "groups": [
            (state, heading, found)
            for state, heading in HEADINGS.items()
            if (found := [row for row in rows if row.fix.state == state])
        ],
        "to_apply": sum(row.fix.state == FixState.ACCEPTED for row in rows),
        "can": can,
        "reads_work": policy.reads_work(user),
        "sent": sent,
        "final": article.status in FINAL,
        "links": article.guest_links.select_related("created_by").order_by("-number")
        if "revise" in can
        else [],
        "link_form": link_form or GuestLinkForm(),
    }
    form = sent or link_form
    return render(request, "claims/fix_list.html", context, status=refused(form) if form else 200)


def with_words(found):
    """The fixes of a queryset in the order of the text, each with the difference of its words."""
    rows = found.select_related("claim", "verdict", "decided_by", "decided_through")
    return [(fix, diff(fix.old, fix.new)) for fix in rows.order_by("claim__start", "id")]


def step_of(name):
    """The view of one step on a fix."""

    @require_POST
    def fix_step(request, pk):
        fix = find_fix(request, pk)
        policy.require(request.user, fixes.STEPS[name].right, fix.article)
        form = FixForm(request.POST)
        if carried_out(form, lambda typed: fixes.take_step(name, fix, typed, by=request.user)):
            return redirect(f"{reverse('article-fixes', args=[fix.article_id])}#fix-{pk}")
        return fix_list(request, fix.article_id, sent=form, step=name, of=pk)

    return fix_step


def find_fix(request, pk):
    """The fix as the person saw it: a posted `version` stands for the row that was read."""
    found = policy.visible_fixes(request.user).select_related("article", "claim", "verdict__author")
    fix = get_object_or_404(found, pk=pk)
    fix.version = posted_version(request, fix.version)
    return fix


def article_fixes_apply(request, pk):
    """The difference first, then the next revision: exactly the one that was looked at."""
    article = find_article(request, pk)
    policy.require(request.user, "revise", article)
    form = ApplyForm(request.POST if request.method == "POST" else {"base": article.revision_id})
    plans = []

    def plan(typed):
        plans.append(fixes.plan_accepted(article, by=request.user, base=typed["base"]))

    context = {"article": article, "form": form}
    if not carried_out(form, plan):
        status = refused(form) if request.method == "POST" else 200
        return render(request, "claims/fixes_apply.html", context, status=status)
    digest = sha256_of(plans[0].document.text)
    seen = request.method == "POST" and form.cleaned_data["previewed"] == digest
    if seen and carried_out(form, lambda typed: _apply(request, article, typed["base"])):
        return redirect("article-fixes", pk=pk)
    context |= {
        "plan": plans[0],
        "parts": changes.folded(plans[0].diff),
        "changes": changes.planned(plans[0]),
        "previewed": digest,
        "again": request.method == "POST" and not seen,
        "next_number": article.revision.number + 1,
    }
    return render(request, "claims/fixes_apply.html", context, status=refused(form) if seen else 200)


def _apply(request, article, base):
    revision, _plan, _is_new = fixes.apply_accepted(article, by=request.user, base=base)
    applied = _("The accepted fixes are in revision {number}.").format(number=revision.number)
    messages.success(request, applied)
