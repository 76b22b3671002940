"""What stands between an article and its sign-off."""

import re
from collections import Counter
from math import inf
from typing import NamedTuple

from django.db.models import Count
from django.utils import timezone

from accounts.models import JobState
from claims.models import ArticleKind, Claim, Extraction, Fix, FixState, Outcome
from claims.models.gate_words import GATES, of_gate, of_gate_in_english
from claims.workflow import Status


class Gate(NamedTuple):
    """One thing that is missing: a code, a sentence, how many, and the status of those claims (or "").

    `message` is in English, to be stored and sent; `words` are for the page.
    """

    code: str
    message: str
    number: int
    status: str

    @property
    def words(self) -> str:
        """The sentence in the reader's language."""
        return of_gate(self.code, self.number)

    @property
    def seen(self) -> str:
        """As a person names it who signs in spite of it (`named`)."""
        return f"{self.code}:{self.number}"


WAITING = [  # the statuses that hold up a sign-off
    Status.SUGGESTED,
    Status.OPEN,
    Status.IN_CHECK,
    Status.AWAITING_SECOND_CHECK,
    Status.AWAITING_SIGN_OFF,
]


def unfounded(article):
    """The resolved claims of `article` whose verdict has neither evidence nor a waiver."""
    return (
        Claim.objects.filter(article=article, status=Status.RESOLVED, verdict__evidence=None)
        .exclude(verdict__outcome=Outcome.ON_AUTHOR)
        .order_by("start")
    )


def single_sources(article):
    """The resolved claims of `article` whose verdict rests on one record only: a warning, no gate."""
    return (
        Claim.objects.filter(article=article, status=Status.RESOLVED)
        .annotate(records=Count("verdict__evidence"))
        .filter(records=1)
        .order_by("start")
    )


def changed_in_wording(article):
    """The claims of `article` with a verdict on words that changed since, in their wording only."""
    return Claim.objects.filter(article=article).changed_in_words().order_by("start")


def run_out(article):
    """The claims of `article` that stand on a waiver whose time is up."""
    return Claim.objects.filter(
        article=article, waivers__ended_at=None, waivers__expires_at__lte=timezone.now()
    ).order_by("start")


UNDECIDED = [FixState.ASKED, FixState.DECLINED, FixState.ACCEPTED]  # fixes that hold up a sign-off

CODES = tuple(GATES)
NAMED = re.compile(rf"({'|'.join(CODES)})(?::(\d{{1,9}}))?", re.ASCII)


def _about_outcomes(article):
    states = Fix.objects.filter(article=article, state__in=UNDECIDED).values_list("state", flat=True)
    counts = Counter(states)
    for state in UNDECIDED:
        if count := counts[state]:
            yield _gate(f"fixes_{state.value}", count)
    if count := run_out(article).count():
        yield _gate("waivers", count)


def _gate(code, count, status=""):
    return Gate(code, of_gate_in_english(code, count), count, status)


def open_gates(article):
    """The gates of `article` that are not passed, as a list of Gate; empty: it can be signed off."""
    return list(_gates(article))


def all_passed(article):
    """Whether `article` has no open gate; asks no further than to the first."""
    return next(_gates(article), None) is None


def _gates(article):
    done = Extraction.objects.filter(revision_id=article.revision_id, state=JobState.DONE).exists()
    if not done:
        yield _gate("extraction", 1)
    counts = dict(
        Claim.objects.filter(article=article, status__in=WAITING)
        .values_list("status")
        .annotate(count=Count("pk"))
        .order_by()
    )
    for status in WAITING:
        if count := counts.get(status, 0):
            yield _gate(status.value, count, status.value)
    if count := unfounded(article).count():
        yield _gate("unfounded", count, Status.RESOLVED.value)
    if count := changed_in_wording(article).count():
        yield _gate("stale", count)
    if article.kind == ArticleKind.HOUSE:  # outcomes are for house copy
        yield from _about_outcomes(article)


def named(said):
    """The exception that a person names, as a code or with the number that was seen: "stale", "stale:3".

    As {"code", "number"}, the number None where it was not told; None where there is no such gate.
    """
    found = NAMED.fullmatch(said)
    return found and {"code": found[1], "number": int(found[2]) if found[2] else None}


def uncovered(gates, exceptions):
    """Those of `gates` that a sign-off "in spite of" does not name, or that are more than was seen."""
    covered = {one["code"]: inf if one["number"] is None else one["number"] for one in exceptions}
    return [gate for gate in gates if gate.number > covered.get(gate.code, 0)]
