"""Whatever is done in whatever order: claim, verdicts, fixes, waivers and signatures agree."""

import random

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event
from claims import search
from claims.actions import assignments, fixes, revisions, spans, triage, undo, verdicts
from claims.consequences import IN_FORCE, UNDECIDED
from claims.models import Article, ArticleKind, CheckRule, Claim, Fix, Outcome, SignOff, Standing
from claims.workflow import Status, WorkflowError
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory, UserFactory

TEXT = "Rents rose by 9 percent in May. It rained all week in Brask."
TEXTS = [TEXT, TEXT.replace("9", "8"), TEXT.replace("rose", "climbed"), f"New. {TEXT}"]
STEPS = 120
LIKELY = ["propose", "sign_off", "fix"] * 3  # without these a walk rarely gets far


class Walk:
    """One claim and all that is done to it, by chance."""

    def __init__(self, desk, editors, reviewers, seed):
        self.chance, self.editors, self.people = random.Random(seed), editors, [*editors, *reviewers]
        self.writer = UserFactory(role="reviewer", desks=[desk])
        self.article = ArticleFactory(
            desk=desk, submitted_by=editors[0], writer=self.writer, kind=ArticleKind.HOUSE, text=TEXT
        )
        self.claim = ClaimFactory(article=self.article, end=31, status=Status.OPEN)
        search.add_claims([self.claim.pk])
        self.rating = RatingFactory(scale=self.article.scale)
        CheckRule.objects.create(active=seed % 2 == 0)

    def step(self, name):
        claim = Claim.objects.get(pk=self.claim.pk)
        by, editor = self.chance.choice(self.people), self.chance.choice(self.editors)
        holder = claim.assignee or by
        match name:
            case "take" | "release":
                getattr(assignments, name)(claim, by=by if name == "take" else holder)
            case "assign":
                assignments.assign(claim, by=editor, assignee=by)
            case "propose":
                self.propose(claim, holder)
            case "sign_off":
                given = self.chance.choice([claim.verdict_id, claim.second_verdict_id])
                verdicts.sign_off(claim, by=editor, verdict=given, note="So it is.")
            case "withdraw":
                verdicts.withdraw(claim, by=by)
            case "return_claim":
                verdicts.return_claim(claim, by=editor, note="Why?")
            case "reopen":
                verdicts.reopen(claim, by=editor, reason="Why?")
            case "respan":
                end = claim.end - 1 if self.chance.random() < 0.5 else claim.end + 5
                spans.respan(claim, by=holder, start=claim.start, end=end)
            case "restore":
                triage.restore(claim, by=by)
            case "undo":
                last = Event.objects.about(claim).last()
                undo.undo(claim, by=(last and last.by) or by)
            case "fix":
                self.decide(Fix.objects.filter(claim=claim).last(), by)
            case "revise" if self.chance.random() < 0.2:
                newest = Article.objects.get(pk=self.article.pk)
                text = self.chance.choice(TEXTS)
                revisions.add_revision(newest, by=editor, text=text, base=newest.revision_id)
            case "rule" if self.chance.random() < 0.1:
                CheckRule.objects.update(active=self.chance.random() < 0.5)

    def propose(self, claim, by):
        outcome = self.chance.choice(Outcome.values)
        wording = "Rents rose by 7 percent in May." if outcome == Outcome.FIX else ""
        told = {"rationale": "Seen.", "outcome": outcome, "new_wording": wording}
        record = EvidenceFactory(claim=claim, added_by=by)
        verdicts.propose_verdict(claim, by=by, rating=self.rating, evidence=[record], **told)

    def decide(self, fix, by):
        if fix is not None:
            name = self.chance.choice([*fixes.STEPS])
            by = self.writer if name in {"accept", "decline"} else by
            fixes.take_step(name, fix, {"reason": "So it is.", "expires_at": None}, by=by)


def require_consistent(claim):
    claim = Claim.objects.get(pk=claim.pk)
    assert claim.text == claim.revision.text[claim.start : claim.end]
    named = {pk for pk in (claim.verdict_id, claim.second_verdict_id) if pk is not None}
    standings = dict(claim.verdicts.filter(standing__in=IN_FORCE).values_list("pk", "standing"))
    match claim.status:
        case Status.AWAITING_SECOND_CHECK:
            assert (named, [*standings.values()]) == (set(), [Standing.BLIND])
        case Status.OPEN | Status.IN_CHECK:
            assert (named, standings) == (set(), {})
            assert (claim.assignee is None) == (claim.status == Status.OPEN)
        case Status.AWAITING_SIGN_OFF:
            assert claim.verdict_id is not None
            assert standings == dict.fromkeys(named, Standing.PROPOSED)
        case Status.RESOLVED:
            assert standings == {claim.verdict_id: Standing.SIGNED_OFF}
            assert SignOff.objects.filter(verdict=claim.verdict_id, undone_at=None).count() == 1
    set_going = [*claim.fixes.filter(state__in=UNDECIDED), *claim.waivers.filter(ended_at=None)]
    signed = [claim.verdict_id] if claim.status == Status.RESOLVED else []
    assert {one.verdict_id for one in set_going} <= {*signed}


@pytest.mark.parametrize("seed", range(12))
def test_no_walk_ends_in_a_contradiction(desk, editor, second_editor, reviewer, second_reviewer, seed):
    walk = Walk(desk, [editor, second_editor], [reviewer, second_reviewer], seed)
    names = [
        "take",
        "release",
        "assign",
        "withdraw",
        "return_claim",
        "reopen",
        "restore",
        "respan",
        "undo",
        "revise",
        "rule",
    ]
    taken = set()
    for _ in range(STEPS):
        name = walk.chance.choice([*names, *LIKELY])
        try:
            walk.step(name)
        except (PermissionDenied, ValidationError, WorkflowError):
            continue
        taken.add(name)
        require_consistent(walk.claim)
    assert {"take", "propose"} & taken
