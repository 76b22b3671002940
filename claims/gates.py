"""What stands between an article and its sign-off."""

from typing import NamedTuple

from django.db.models import Count

from accounts.models import JobState
from claims.models import Claim, Extraction, Outcome
from claims.workflow import Status


class Gate(NamedTuple):
    """One thing that is missing: a code, a sentence, how many, and the status of those claims (or "")."""

    code: str
    message: str
    number: int
    status: str


WAITING = {  # the statuses that hold up a sign-off: one, many
    Status.SUGGESTED: ("suggestion that nobody has judged", "suggestions that nobody has judged"),
    Status.OPEN: ("claim open", "claims open"),
    Status.IN_CHECK: ("claim in check", "claims in check"),
    Status.AWAITING_SECOND_CHECK: ("verdict awaiting a second check", "verdicts awaiting a second check"),
    Status.AWAITING_SIGN_OFF: ("verdict awaiting sign-off", "verdicts awaiting sign-off"),
}


def unfounded(article):
    """The resolved claims of `article` whose verdict has neither evidence nor a waiver."""
    return (
        Claim.objects.filter(article=article, status=Status.RESOLVED, verdict__evidence=None)
        .exclude(verdict__outcome=Outcome.ON_AUTHOR)
        .order_by("start")
    )


def open_gates(article):
    """The gates of `article` that are not passed, as a list of Gate; empty: it can be signed off."""
    gates = []
    done = Extraction.objects.filter(revision_id=article.revision_id, state=JobState.DONE).exists()
    if not done:
        gates.append(Gate("extraction", "the search for claims is not done", 1, ""))
    counts = dict(
        Claim.objects.filter(article=article, status__in=WAITING)
        .values_list("status")
        .annotate(count=Count("pk"))
        .order_by()
    )
    for status, (one, many) in WAITING.items():
        if count := counts.get(status, 0):
            gates.append(Gate(status.value, f"{count} {one if count == 1 else many}", count, status.value))
    if count := unfounded(article).count():
        what = "final verdict" if count == 1 else "final verdicts"
        gates.append(
            Gate("unfounded", f"{count} {what} without evidence or waiver", count, Status.RESOLVED.value)
        )
    return gates
