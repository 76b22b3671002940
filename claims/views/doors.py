"""What every page view does alike: find the row, take a posted form to its action, lead back."""

from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from claims import policy
from claims.models import Claim, Verdict
from claims.workflow import WorkflowError

UNPROCESSABLE = 422  # htmx swaps it in, and a browser shows it: the form with what is wrong
CONFLICT = 409
LONGEST_LIST = 2000  # characters


def find_claim(request, pk, *, fresh=False):
    """The claim as the person saw it: a posted `version` stands for the row that was read.

    `fresh`: as it stands now, with its verdicts and the scale of its article, for showing.
    """
    claims = policy.visible_claims(request.user).select_related(
        "article__desk",
        "article__writer",
        "article__scale",
        "revision",
        "assignee",
        "verdict__rating",
        "verdict__author",
        "second_verdict__rating",
        "second_verdict__author",
    )
    if fresh:
        claims = (
            claims.select_related("revision__extraction")
            .defer("revision__extraction__sentences", "revision__extraction__facts")
            .prefetch_related(Prefetch("verdicts", Verdict.objects.select_related("author", "rating")))
        )
    claim = get_object_or_404(claims, pk=pk)
    if not fresh:
        claim.version = posted_version(request, claim.version)
    return claim


def posted_version(request, newest):
    """The version of a row that the person saw, as posted; `newest` where they say nothing sensible."""
    version = request.POST.get("version", "")
    if version.isascii() and version.isdigit() and len(version) < 10:
        return min(newest, int(version))
    return newest


def less_unread(claims, user):
    """Take from `claims`, to be shown and never saved, the verdicts that `user` does not read yet."""
    statuses = {claim.article.status for claim in claims}
    unread = {status for status in statuses if not policy.reads_verdicts(user, status)}
    for claim in claims:
        if claim.article.status in unread:
            claim.verdict = claim.second_verdict = claim.returned_at = None


def find_article(request, pk):
    articles = policy.visible_articles(request.user).select_related(
        "desk", "writer", "submitted_by", "revision__extraction"
    )
    return get_object_or_404(articles, pk=pk)


def carried_out(form, act):
    """Whether `form` was in order and `act(form.cleaned_data)` is done.

    Otherwise the form says what is wrong, and `form.conflict` is the WorkflowError, if it was one:
    nothing that was typed is lost.
    """
    form.conflict = None
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except ValidationError as error:
        _tell(form, error)
        return False
    except WorkflowError as error:
        form.conflict = error
        return False
    return True


def refused(form):
    """The HTTP status that goes with a form that was not carried out; 200 for one not sent at all."""
    if not form.is_bound:
        return 200
    return CONFLICT if getattr(form, "conflict", None) else UNPROCESSABLE


def _tell(form, error):
    fields = error.message_dict if hasattr(error, "error_dict") else {None: error.messages}
    for name, messages in fields.items():
        form.add_error(name if name in form.fields else None, messages)


def listed_in(request):
    """The list from which a claim was opened, as its address names it; "" where it does not."""
    return request.GET.get("list", "")[:LONGEST_LIST]


def carried(request):
    """What keeps that list in the next address: "?list=…" or ""."""
    text = listed_in(request)
    return f"?{urlencode({'list': text})}" if text else ""


def lead_to(request, claim, anchor=""):
    """Redirect to the desk of `claim`, in the list it was opened from."""
    return redirect(f"{claim.get_absolute_url()}{carried(request)}{anchor}")


def lead_back(request, place):
    """Redirect to the address in the field `next`, if it is one of ours, or to `place`."""
    address = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()):
        return HttpResponseRedirect(address)  # to `redirect` a word would be the name of a page
    return lead_to(request, place) if isinstance(place, Claim) else redirect(place)
