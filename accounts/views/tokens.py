"""My API tokens: only their owner sees and makes them here."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from .. import tokens
from ..forms import TokenForm


def token_list(request):
    return render(request, "accounts/token_list.html", {"tokens": request.user.tokens.all()})


@never_cache
def token_create(request):
    form = TokenForm(request.POST or None)
    if form.is_valid():
        token, raw = tokens.make(request.user, **form.cleaned_data, by=request.user)
        # Shown in this very answer: a redirect would have to keep the plain value somewhere.
        return render(request, "accounts/token_made.html", {"token": token, "raw": raw})
    return render(request, "accounts/token_create.html", {"form": form})


@require_POST
def token_revoke(request, pk):
    tokens.revoke(get_object_or_404(request.user.tokens, pk=pk), by=request.user)
    return redirect("token-list")
