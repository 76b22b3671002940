"""A writer decides while an editor reopens the claim: one after the other; neither waits for ever."""

import pytest

from claims.actions import fixes, verdicts
from claims.models import ArticleKind, Claim, Fix, FixState, Outcome
from claims.workflow import Status, WorkflowError
from tests.claims.actions.test_revisions_at_once import ROUNDS, at_once
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_fix_decided_while_its_claim_is_reopened_ends_with_it(desk, editor, reviewer, second_editor):
    writer = UserFactory(role="reviewer", desks=[desk])
    for _ in range(ROUNDS):
        article = ArticleFactory(desk=desk, submitted_by=editor, writer=writer, kind=ArticleKind.HOUSE)
        claim = ClaimFactory(article=article, status=Status.IN_CHECK, assignee=reviewer)
        verdict = verdicts.propose_verdict(
            claim,
            by=reviewer,
            rating=RatingFactory(scale=article.scale),
            rationale="Seen.",
            evidence=[EvidenceFactory(claim=claim, added_by=reviewer)],
            outcome=Outcome.FIX,
            new_wording="8 percent",
        )
        verdicts.sign_off(claim, by=second_editor, verdict=verdict.pk)
        read, fix = Claim.objects.get(pk=claim.pk), Fix.objects.get(verdict=verdict)

        reopened, decided = at_once(
            lambda read=read: verdicts.reopen(read, by=second_editor, reason="Is that so?"),
            lambda fix=fix: fixes.accept(fix, by=writer),
        )

        assert reopened is None
        assert decided is None or isinstance(decided, WorkflowError)
        assert Fix.objects.get(pk=fix.pk).state == FixState.DROPPED
        assert Claim.objects.get(pk=claim.pk).status == Status.IN_CHECK
