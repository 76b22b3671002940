"""How far first and second verdicts of a desk agree, for its editors."""

from django.shortcuts import get_object_or_404, render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims import pairs, policy
from claims.agreement import FEWEST
from claims.desk_forms import PeriodForm
from claims.models import KINDS
from claims.text import Kind
from claims.views.doors import UNPROCESSABLE


@require_safe
def desk_agreement(request, slug):
    desk = get_object_or_404(policy.desks_of(request.user), slug=slug)
    policy.require_agreement(request.user, desk)
    form = PeriodForm.of(request.GET)
    context = {
        "desk": desk,
        "desks": policy.desks_of(request.user),
        "form": form,
        "fewest": FEWEST,
        "most": pairs.MOST,
    }
    if form.is_valid():
        seen = policy.visible_claims(request.user).filter(desk=desk)
        found = pairs.table(seen, *form.bounds())
        context |= {"found": found, "tables": list(_tables(desk, found))}
    return render(request, "claims/agreement.html", context, status=200 if form.is_valid() else UNPROCESSABLE)


def _tables(desk, found):
    """(name, title, what its rows are, rows); without a pair there is no table."""
    if not found.people:
        return
    yield "all", _("All pairs"), _("Desk"), [_line(desk.name, found.all)]
    by = [_line(_pair(sorted(found.names[one] for one in row.people)), row) for row in found.people]
    yield "people", _("By pair of people"), _("People"), by
    yield (
        "kinds",
        _("By kind of claim"),
        _("Kind"),
        [_line(KINDS[Kind(row.kind)], row) for row in found.kinds],
    )


def _pair(names):
    one, other = names
    return _("{one} and {other}").format(one=one, other=other)


def _line(name, row):
    told = row.agreement
    figures = [_said(told.share, 100, 0), _said(told.kappa), _said(told.nominal), _said(told.ordinal)]
    if told.ordinal and told.ordinal.pairs < told.pairs:
        figures[-1] = _("{figure} of {pairs}").format(figure=figures[-1], pairs=told.ordinal.pairs)
    return {
        "name": name,
        "pairs": told.pairs,
        "agreed": told.agreed,
        "figures": None if told.too_few else figures,
    }


def _said(estimate, times=1, digits=2):
    """A figure with its interval: "0.62 (0.41 to 0.83)"; "–" where there is none."""
    if estimate is None:
        return "–"
    value, low, high = (
        number_format(f"{times * one:.{digits}f}").replace("-", "\N{MINUS SIGN}")
        for one in (estimate.value, estimate.low, estimate.high)
    )
    return _("{value} ({low} to {high})").format(value=value, low=low, high=high)
