"""Guest links: made and ended by editors, and what somebody without an account sees and does through one."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from accounts import throttle
from claims import policy
from claims.actions import fixes, guest_links
from claims.forms import FixForm, GuestLinkForm
from claims.models import Extraction, FixState
from claims.views.doors import carried_out, find_article, posted_version, refused
from claims.views.fix_list import FixRow, fix_list, with_words

GUESTS_OWN = {"accept", "decline"}  # of fixes.STEPS
NO_FIX = _("There is no such fix on this list; it may no longer be asked for. Open the link again.")
ENDED = _("This link leads nowhere: it was ended, its time is over, or the check of the article is finished.")


@never_cache
@require_POST
def guest_link_make(request, pk):
    article = find_article(request, pk)
    policy.require(request.user, "revise", article)
    form, made = GuestLinkForm(request.POST), []
    if not carried_out(form, lambda typed: made.append(guest_links.make(article, by=request.user, **typed))):
        return fix_list(request, pk, link_form=form)
    link, raw = made[0]
    address = request.build_absolute_uri(reverse("guest-fixes", args=[raw]))
    # Shown in this very answer: a redirect would have to keep the plain key somewhere.
    context = {"article": article, "link": link, "address": address}
    return render(request, "claims/guest_link_made.html", context)


@require_POST
def guest_link_revoke(request, pk, number):
    article = find_article(request, pk)
    link = get_object_or_404(article.guest_links.select_related("article"), number=number)
    guest_links.revoke(link, by=request.user)
    return redirect(f"{reverse('article-fixes', args=[pk])}#links")


# Who has the address may act and nobody else knows it; and with no referrer a browser names no origin that
# the check against forged requests could compare.
@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def guest_fixes(request, key):
    """One article's fix list, for who has its link. Only a POST decides anything."""
    response = _answer(request, key)
    patch_cache_control(response, private=True, no_store=True)
    response.headers["Referrer-Policy"] = "no-referrer"  # the address is the key
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _answer(request, key):
    try:
        throttle.admit_guest(request)
    except throttle.TooManyTries as error:
        return _closed(request, " ".join(error.messages), status=429)
    link = guest_links.find(key)
    if link is None:
        return _closed(request, ENDED, status=404)
    if request.method != "POST":
        return _page(request, link)
    return _decide(request, link)


def _decide(request, link):
    number, step = request.POST.get("fix", ""), request.POST.get("step", "")
    if step not in GUESTS_OWN or not (number.isascii() and number.isdigit() and len(number) < 19):
        return _closed(request, NO_FIX, status=404)
    fix = _shown(link).select_related("article", "claim").filter(pk=number).first()
    if fix is None:
        return _closed(request, NO_FIX, status=404)
    fix.version = posted_version(request, fix.version)
    form = FixForm(request.POST)
    if carried_out(form, lambda typed: fixes.take_step(step, fix, typed, link=link)):
        return redirect(f"{request.path}#fix-{fix.pk}")
    return _page(request, link, form=form, of=fix.pk)


def _shown(link):
    """What the link shows: the fixes that are asked for or decided on; none of those that were given up."""
    return link.article.fixes.exclude(state=FixState.DROPPED)


def _page(request, link, *, form=None, of=None):
    rows = [FixRow(fix, pieces, form if fix.pk == of else None) for fix, pieces in with_words(_shown(link))]
    extraction = Extraction.objects.filter(revision=link.article.revision_id).only("language").first()
    context = {
        "user": AnonymousUser(),  # whoever is signed in: here they are a guest
        "link": link,
        "asked": [row for row in rows if row.fix.state == FixState.ASKED],
        "decided": [row for row in rows if row.fix.state != FixState.ASKED],
        "sent": form,
        "of_the_words": extraction.language if extraction else "",
    }
    return render(request, "claims/guest_fixes.html", context, status=refused(form) if form else 200)


def _closed(request, message, *, status):
    context = {"user": AnonymousUser(), "message": message}
    return render(request, "claims/guest_closed.html", context, status=status)
