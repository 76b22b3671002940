"""The threshold of a desk: what another one would change, and setting it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims import policy
from claims.actions import settings
from claims.desk_forms import SaveThresholdForm, ThresholdForm
from claims.models import DeskSetting
from claims.thresholds import last_search
from claims.views import history, rules
from claims.views.doors import UNPROCESSABLE, carried_out, refused

SHOWN = 50  # sentences of each list


@require_http_methods(["GET", "HEAD", "POST"])
def desk_threshold(request, slug):
    desk = get_object_or_404(policy.desks_of(request.user), slug=slug)
    policy.require_set_threshold(request.user, desk)
    if request.method != "POST":
        setting = DeskSetting.objects.of(desk.pk)
        form = ThresholdForm({"threshold": request.GET.get("threshold", setting.threshold)})
        return _page(request, desk, form, status=200 if form.is_valid() else UNPROCESSABLE)
    form = SaveThresholdForm(request.POST)
    if carried_out(form, lambda typed: settings.set_threshold(desk, by=request.user, **typed)):
        stored = _("Stored. It counts for the next articles of {desk}.").format(desk=desk.name)
        messages.success(request, stored)
        return redirect("desk-threshold", slug=slug)
    return _page(request, desk, form, status=refused(form))


def _page(request, desk, form, *, status):
    threshold = form.cleaned_data.get("threshold")
    context = {
        "desk": desk,
        "desks": policy.desks_of(request.user),
        "form": form,
        "setting": DeskSetting.objects.of(desk.pk),
        "preview": None if threshold is None else _preview(request.user, desk, threshold),
        "changes": history.of_threshold(desk),
        "rules": rules.sentences_for(desk),
    }
    return render(request, "claims/threshold.html", context, status=status)


def _preview(user, desk, threshold):
    """What would change on the last articles of `desk` that `user` may see."""
    found = last_search(policy.visible_articles(user).filter(desk=desk))
    appearing, vanishing = found.appearing(threshold), found.vanishing(threshold)
    said = [one.accepted for one in vanishing]
    return {
        "threshold": threshold,
        "articles": found.articles,
        "made": len(found.made),
        "steps": found.steps(),
        "more": len(appearing) - len(vanishing),
        "fewer": len(vanishing) - len(appearing),
        "count": found.at(threshold),
        "appearing": appearing[:SHOWN],
        "appearing_count": len(appearing),
        "vanishing": vanishing[:SHOWN],
        "vanishing_count": len(vanishing),
        "accepted": said.count(True),
        "dismissed": said.count(False),
        "unjudged": said.count(None),
    }
