"""Many claims carried over at once: each has its event, and what can be asked once is asked once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Event
from claims.actions import revisions
from claims.models import Claim, Fix, FixState, Standing, Verdict
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, FixFactory, VerdictFactory

EACH = 4  # queries for one claim more: its event, and who is told of it


@pytest.fixture
def revised(desk, editor, reviewer):
    """Changes a fact in every one of so many signed claims; returns the claims and the queries it took."""

    def revise(count):
        text = " ".join(f"Rents in street {n} rose by 9 percent." for n in range(1000, 1000 + count))
        article = ArticleFactory(desk=desk, submitted_by=editor, text=text)
        length = len(text) // count + 1
        claims = [
            ClaimFactory(article=article, start=n * length, end=(n + 1) * length - 1, status=Status.RESOLVED)
            for n in range(count)
        ]
        for claim in claims:
            claim.verdict = VerdictFactory(claim=claim, author=reviewer, standing=Standing.SIGNED_OFF)
            claim.save()
            FixFactory(claim=claim, verdict=claim.verdict, new="Rents fell.")
        new = text.replace("9 percent", "8 percent")
        with CaptureQueriesContext(connection) as queries:
            revisions.add_revision(article, by=editor, text=new, base=article.revision_id)
        return claims, queries

    return revise


def test_each_claim_goes_back_to_its_checker_with_an_event(revised, reviewer):
    claims, _queries = revised(3)

    for claim in claims:
        version = claim.version
        claim.refresh_from_db()
        [event] = Event.objects.about(claim)
        assert (claim.status, claim.assignee, claim.verdict) == (Status.IN_CHECK, reviewer, None)
        assert (claim.version, claim.text[-18:]) == (version + 1, "rose by 8 percent.")
        assert (event.kind, event.note) == (
            "claim.fact_changed",
            "The number “9 percent” became “8 percent”.",
        )
        assert event.before["status"] == Status.RESOLVED
        assert list(event.before["standings"].values()) == [Standing.SIGNED_OFF]
        assert (event.after["status"], event.after["assignee"]) == (Status.IN_CHECK, reviewer.pk)
    assert {one.standing for one in Verdict.objects.all()} == {Standing.SUPERSEDED}
    assert {one.state for one in Fix.objects.all()} == {FixState.DROPPED}
    assert Claim.objects.filter(returned_at=None).count() == 0


def test_many_claims_cost_little_more_than_their_events(revised):
    _claims, of_few = revised(10)
    _claims, of_many = revised(30)

    assert len(of_many) - len(of_few) <= 20 * EACH
