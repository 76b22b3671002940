"""The blocks of a text with their roles, each to be put right; furniture to be restored."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims import policy
from claims.actions.blocks import set_role
from claims.forms import BlockRoleForm
from claims.spoken import ROLES
from claims.views.doors import carried_out, find_article, refused


@require_http_methods(["GET", "HEAD", "POST"])
def article_blocks(request, pk):
    """All blocks; one is sent with its new role, and leads back to where it stands on the copy."""
    article = find_article(request, pk)
    policy.require(request.user, "set_role", article)
    form = BlockRoleForm(request.POST if request.method == "POST" else None)
    if form.is_bound and carried_out(form, lambda typed: set_role(article, by=request.user, **typed)):
        start = form.cleaned_data["start"]
        number = next(n for n, block in enumerate(article.revision.blocks, 1) if block["start"] == start)
        said = _("Block {number} is now {role}.")
        messages.success(request, said.format(number=number, role=ROLES[form.cleaned_data["role"]]))
        return redirect(f"{article.get_absolute_url()}#b{number}")
    text = article.revision.text
    rows = [
        (number, block["start"], block["role"], " ".join(text[block["start"] : block["end"]].split()))
        for number, block in enumerate(article.revision.blocks, 1)
    ]
    context = {"article": article, "form": form, "rows": rows, "roles": ROLES.items()}
    return render(request, "claims/blocks.html", context, status=refused(form))
