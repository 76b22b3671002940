"""The list from which a claim was opened: where it stands in it, what comes before and after, the way back.

A list is named in the address of the claim, `?list=`: by a section of the queue ("mine"), as "held" or
"article", or by the filters, order and page of the list of claims ("status=open&order=due&cursor=…").
"""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts.policy import can_review
from claims import policy
from claims.filters import ORDERS, asked_in, claim_order, filter_claims, name_of_order
from claims.models import Claim
from claims.paging import PAGE, around, capped_count, cursor_from
from claims.views.doors import listed_in
from claims.views.queue import sections_of
from claims.workflow import Status

NOT_CHECKED = {Status.DISMISSED, Status.CLOSED}
HELD, ARTICLE = "held", "article"


class Walk(NamedTuple):
    """A claim in its list; `previous` and `next` are addresses, or "".

    `number` is "" for a claim that stands in the list no more.
    """

    title: str
    address: str
    number: str
    total: str
    previous: str
    next: str


class _List(NamedTuple):
    """`name` is what stands in the address; `back` gives the address of the list with a claim in sight."""

    name: str
    title: str
    claims: Any
    order: tuple[str, ...]
    back: Any


def walk(request, claim):
    """Where `claim` stands in the list that the address of `request` names, or else in the usual one."""
    found = _list(listed_in(request), request.user, claim)
    near = around(found.claims, found.order, claim)

    def address(neighbour):
        return f"{neighbour.get_absolute_url()}?{urlencode({'list': found.name})}" if neighbour else ""

    total = capped_count(found.claims)
    return Walk(
        found.title, found.back(near.number), near.number, total, address(near.previous), address(near.next)
    )


def onward(request, claim):
    """The walk that a step on `claim` goes on with, None for a step that stays.

    Asked before the step, which may take the claim out of the list, or to another place in it.
    """
    return walk(request, claim) if "onward" in request.POST else None


def _list(text, user, claim):
    queue = f"{reverse('queue')}#claim-{claim.pk}"
    if "=" in text:
        try:
            return _filtered(text, user, claim)
        except ValidationError:
            text = ""
    if text and text not in (HELD, ARTICLE) and can_review(user):
        for kind, claims in sections_of(user):
            if kind.name == text:
                return _List(text, str(kind.title), claims, ORDERS[kind.order], lambda _number: queue)
    if text == HELD or (text != ARTICLE and claim.assignee_id == user.pk):
        mine = policy.visible_claims(user).held_by(user)
        return _List(HELD, _("What I hold"), mine, ORDERS["priority"], lambda _number: queue)
    others = Claim.objects.filter(revision=claim.revision_id).exclude(status__in=NOT_CHECKED)
    copy = f"{claim.article.get_absolute_url()}?claim={claim.pk}#words-{claim.pk}"
    return _List(ARTICLE, _("This article"), others, ("start", "end"), lambda _number: copy)


def _filtered(text, user, claim):
    address = QueryDict(text)
    asked = asked_in(address)
    order = claim_order(asked)
    claims = filter_claims(policy.visible_claims(user), asked, by=user)

    def back(number):
        """The page it was opened from, or else the first one, or the one that begins with this claim."""
        shown = asked
        if cursor := address.get("cursor"):
            shown = asked | {"cursor": cursor}
        elif number and not (number.isdecimal() and int(number) <= PAGE):
            shown = asked | {"cursor": cursor_from(claim, order)}
        return f"{reverse('claims')}?{urlencode(shown)}#claim-{claim.pk}"

    name = urlencode(asked | {"order": name_of_order(asked)})
    return _List(name, _("Claims"), claims, order, back)
