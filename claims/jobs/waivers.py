"""Waivers that run out: the claim is checked again."""

import logging

from django.db import transaction
from django.utils import timezone

from claims import spoken
from claims.consequences import back_to_checker
from claims.models import Waiver
from claims.moves import lock_article, settle
from claims.workflow import Status

log = logging.getLogger(__name__)


def end_waivers():
    """End every waiver whose time is up; each in a transaction of its own, and once.

    One that fails waits for the next round, and holds up no other.
    """
    over = Waiver.objects.filter(ended_at=None, expires_at__lte=timezone.now())
    for pk in list(over.order_by("expires_at").values_list("pk", flat=True)):
        try:
            end_waiver(pk)
        except Exception:
            log.exception("waiver %s: could not be ended", pk)


@transaction.atomic
def end_waiver(pk):
    """End one waiver, unless that was done meanwhile; its claim goes back to its checker."""
    waiver = Waiver.objects.select_related("claim__article", "claim__verdict__author").get(pk=pk)
    lock_article(waiver.article_id)
    if not Waiver.objects.filter(pk=pk, ended_at=None).update(ended_at=timezone.now()):
        return
    claim = waiver.claim
    claim.refresh_from_db()
    if claim.status == Status.RESOLVED and claim.verdict_id == waiver.verdict_id:
        back_to_checker(claim, by=None, step="waiver_ended", note=spoken.RAN_OUT)
    settle(waiver.article_id, by=None)
