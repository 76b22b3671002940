"""Every step × every status, on the same claim, by the person whose step it is."""

import pytest
from django.utils import timezone

from accounts.models import Event
from claims.actions import assignments, triage, undo, verdicts
from claims.models import Claim, Standing
from claims.workflow import STEPS, ClaimChanged, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory, VerdictFactory

SECOND = Status.AWAITING_SECOND_CHECK
# Where a step leads from the second check, and what the event is called there.
FROM_SECOND = {
    "take": (SECOND, "take"),
    "assign": (SECOND, "assign"),
    "release": (SECOND, "release"),
    "propose": (Status.AWAITING_SIGN_OFF, "propose_second"),
    "withdraw": (Status.IN_CHECK, "withdraw_first"),
}
# Once both verdicts are known nobody is blind again; a first verdict is withdrawn for good.
FINAL = {("propose", SECOND), ("withdraw", SECOND)}
LEADS_TO = {
    "accept": Status.OPEN,
    "dismiss": Status.DISMISSED,
    "restore": Status.OPEN,
    "take": Status.IN_CHECK,
    "assign": Status.IN_CHECK,
    "release": Status.OPEN,
    "propose": Status.AWAITING_SIGN_OFF,
    "withdraw": Status.IN_CHECK,
    "sign_off": Status.RESOLVED,
    "return": Status.IN_CHECK,
    "reopen": Status.IN_CHECK,
}


@pytest.fixture
def claim_at(desk, reviewer, second_reviewer):
    """A claim at a status as the workflow would have left it: held, or with a verdict, where it belongs."""

    def make(status, step=""):
        claim = ClaimFactory(article=ArticleFactory(desk=desk), status=status)
        evidence = EvidenceFactory(claim=claim)
        if status == SECOND:
            first = second_reviewer if step != "withdraw" else reviewer
            VerdictFactory(claim=claim, author=first, standing=Standing.BLIND)
            claim.assignee = reviewer if step in {"release", "propose"} else None
        if status == Status.IN_CHECK:
            claim.assignee = reviewer
        if status in {Status.AWAITING_SIGN_OFF, Status.RESOLVED}:
            claim.verdict = VerdictFactory(claim=claim, author=reviewer)
            claim.verdict.evidence.add(evidence)
        claim.save()
        return claim

    return make


def take_step(step, claim, *, reviewer, editor):
    rating = RatingFactory(scale=claim.article.scale)
    steps = {
        "accept": lambda: triage.accept(claim, by=reviewer),
        "dismiss": lambda: triage.dismiss(claim, by=editor, reason="opinion"),
        "restore": lambda: triage.restore(claim, by=reviewer),
        "take": lambda: assignments.take(claim, by=reviewer),
        "assign": lambda: assignments.assign(claim, by=editor, assignee=reviewer),
        "release": lambda: assignments.release(claim, by=editor),
        "propose": lambda: verdicts.propose_verdict(
            claim, by=reviewer, rating=rating, rationale="It does.", evidence=list(claim.evidence.all())
        ),
        "withdraw": lambda: verdicts.withdraw(claim, by=reviewer),
        "sign_off": lambda: verdicts.sign_off(claim, by=editor, verdict=claim.verdict_id),
        "return": lambda: verdicts.return_claim(claim, by=editor, note="Which register?"),
        "reopen": lambda: verdicts.reopen(claim, by=editor, reason="The register was revised."),
    }
    steps[step]()


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("step", STEPS)
def test_every_step_at_every_status(claim_at, reviewer, editor, step, status):
    claim = claim_at(status, step)

    if status in STEPS[step]:
        take_step(step, claim, reviewer=reviewer, editor=editor)

        stored = Claim.objects.get(pk=claim.pk)
        target, name = FROM_SECOND[step] if status == SECOND else (LEADS_TO[step], step)
        assert (stored.status, stored.version) == (target, 2)
        assert [event.kind for event in Event.objects.about(claim)] == [f"claim.{name}"]
    else:
        with pytest.raises(ClaimChanged):
            take_step(step, claim, reviewer=reviewer, editor=editor)

        stored = Claim.objects.get(pk=claim.pk)
        assert (stored.status, stored.version) == (status, 1)
        assert not Event.objects.about(claim).exists()


@pytest.mark.parametrize(
    ("step", "status"),
    [
        (step, status)
        for step, statuses in STEPS.items()
        for status in sorted(statuses)
        if (step, status) not in FINAL
    ],
)
def test_every_step_can_be_undone_by_who_took_it(claim_at, reviewer, editor, step, status):
    claim = claim_at(status, step)
    before = Claim.objects.values("status", "assignee", "verdict", "verdict__standing").get(pk=claim.pk)
    take_step(step, claim, reviewer=reviewer, editor=editor)
    who = Event.objects.about(claim).last().by

    undo.undo(claim, by=who)

    assert (
        Claim.objects.values("status", "assignee", "verdict", "verdict__standing").get(pk=claim.pk) == before
    )
    assert [event.kind for event in Event.objects.about(claim)] == [f"claim.{step}", "claim.undo"]


@pytest.mark.parametrize("step", STEPS)
def test_a_stale_version_is_refused_at_every_step(claim_at, reviewer, editor, step):
    claim = claim_at(sorted(STEPS[step])[0], step)
    Claim.objects.filter(pk=claim.pk).update(version=9, created_at=timezone.now())

    with pytest.raises(ClaimChanged):
        take_step(step, claim, reviewer=reviewer, editor=editor)

    assert not Event.objects.about(claim).exists()
