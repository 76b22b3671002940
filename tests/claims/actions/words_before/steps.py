"""The words of these tests, and what is done to the claims on them."""

from django.forms.models import model_to_dict

from accounts.models import Event
from claims.actions import spans
from claims.models import Claim
from claims.search import claims_matching
from claims.workflow import Status

TEXT = "In May 2019 rents rose by 9 percent, and Jane Doe signed 12 leases in Berlin. Nobody left."
FIRST, SECOND = "In May 2019 rents rose by 9 percent", "and Jane Doe signed 12 leases in Berlin."
WHOLE = f"{FIRST}, {SECOND}"
BUILT_ON = "something was built on it"


def stored(claim):
    return Claim.objects.select_related("article", "assignee", "revision").get(pk=claim.pk)


def all_of(claim):
    """Every field of a claim but the version, which counts its steps."""
    return {name: value for name, value in model_to_dict(stored(claim)).items() if name != "version"}


def respan(claim, by):
    spans.respan(claim, by=by, start=0, end=11)
    return claim


def split(claim, by):
    return spans.split(claim, by=by, at=TEXT.index(" and Jane"))


def kinds(claim):
    return [(event.kind, event.note) for event in Event.objects.about(claim) if event.kind == "claim.undo"]


def found(words):
    return list(claims_matching(Claim.objects.exclude(status=Status.CLOSED), words))


def told_anew(make, by):
    claim = make(WHOLE)
    return respan(claim, by), claim


def cut(make, by):
    claim = make(WHOLE)
    return claim, split(claim, by)


def merged(make, by):
    first, second = make(FIRST), make(SECOND)
    return spans.merge(first, by=by, other=second), stored(second)
