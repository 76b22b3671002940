"""Who sees an article, changed after it was submitted."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims import policy
from claims.actions.readers import set_readers
from claims.forms import ReadersForm
from claims.views.doors import carried_out, find_article, posted_version, refused


@require_http_methods(["GET", "HEAD", "POST"])
def article_readers(request, pk):
    article = find_article(request, pk)
    policy.require(request.user, "set_readers", article)
    asked = {
        "data": request.POST if request.method == "POST" else None,
        "people": policy.people_on_desk(article),
        "initial": {"restricted": article.restricted, "restricted_to": list(article.readers.all())},
    }
    form = ReadersForm(**asked)

    def change(typed):
        named = typed["restricted_to"] if typed["restricted"] else None
        version = posted_version(request, article.version)
        set_readers(article, by=request.user, restricted_to=named, version=version)

    if form.is_bound and carried_out(form, change):
        if form.cleaned_data["restricted"]:
            said = _("Only the people you named see the article from now on, and you.")
        else:
            said = _("Everybody on the desk sees the article.")
        messages.success(request, said)
        return redirect(article)
    return render(request, "claims/readers.html", {"article": article, "form": form}, status=refused(form))
