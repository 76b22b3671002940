"""What a new version of the text does to each claim; of many at once what can be asked once is asked once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Event
from claims import search
from claims.actions import evidence, revisions, triage, verdicts
from claims.actions.carrying import Carry, apart
from claims.anchoring import Anchored, Change
from claims.models import Carried, Claim, Fix, FixState, Revision, Standing, Verdict
from claims.text import Span
from claims.workflow import ClaimChanged, Status
from tests.claims.actions.versions import LEASES, RENTS, TEXT, claim_on, decided_on, revise
from tests.factories import ArticleFactory, ClaimFactory, FixFactory, RatingFactory, VerdictFactory

EACH = 4  # queries for one claim more: its event, and who is told of it


@pytest.fixture
def article(editor, desk):
    return ArticleFactory(desk=desk, submitted_by=editor, text=TEXT)


@pytest.fixture
def decided(article, reviewer, second_editor):
    return decided_on(article, RENTS, by=reviewer, approver=second_editor)


def test_what_stays_the_same_only_moves(article, decided, editor):
    version = decided.version
    revise(article, "A new first sentence.\n\n" + TEXT, editor)

    decided.refresh_from_db()
    article.refresh_from_db()
    assert (article.revision.number, decided.revision_id) == (2, article.revision_id)
    assert decided.text == article.revision.text[decided.start : decided.end] == TEXT[slice(*RENTS)]
    assert (decided.status, decided.version, decided.verdict.standing) == (
        Status.RESOLVED,
        version,
        Standing.SIGNED_OFF,
    )
    assert not Event.objects.about(decided).filter(kind__contains="changed").exists()
    assert Carried.objects.get(claim=decided).change == Change.SAME


def test_a_changed_fact_sends_a_decided_claim_back_to_its_checker(article, decided, editor, reviewer):
    revise(article, TEXT.replace("9 percent", "8 percent"), editor)

    decided.refresh_from_db()
    event = Event.objects.about(decided).last()
    assert (decided.status, decided.assignee, decided.verdict) == (Status.IN_CHECK, reviewer, None)
    assert decided.text == "Rents rose by 8 percent in May."
    assert decided.verdicts.get().standing == Standing.SUPERSEDED
    assert decided.evidence.count() == 1
    assert (event.kind, event.note) == (
        "claim.fact_changed",
        "The number “9 percent” became “8 percent”.",
    )
    assert decided.verdicts.get().words == "Rents rose by 9 percent in May."


def test_a_changed_fact_leaves_the_claim_open_where_its_checker_may_no_longer(
    article, decided, editor, reviewer
):
    reviewer.memberships.all().delete()

    revise(article, TEXT.replace("9 percent", "8 percent"), editor)

    decided.refresh_from_db()
    assert (decided.status, decided.assignee) == (Status.OPEN, None)


def test_changed_wording_keeps_the_verdict_and_asks_for_a_glance(article, decided, editor):
    revise(article, TEXT.replace("Rents rose", "Rents climbed"), editor)

    decided.refresh_from_db()
    assert (decided.status, decided.wants_a_glance) == (Status.RESOLVED, True)
    assert decided.verdict.standing == Standing.SIGNED_OFF


def test_a_claim_whose_words_are_gone_is_closed_with_its_history(article, decided, editor):
    old = article.revision_id
    revise(article, TEXT[RENTS[1] + 1 :], editor)

    decided.refresh_from_db()
    assert (decided.status, decided.revision_id, decided.text) == (Status.CLOSED, old, TEXT[slice(*RENTS)])
    assert decided.evidence.count() == decided.verdicts.count() == 1


def test_a_claim_marked_by_hand_is_carried_like_any_other(article, editor):
    claim = triage.mark_claim(article, by=editor, start=36, end=41)

    revise(article, "Late. " + TEXT, editor)

    claim.refresh_from_db()
    assert (claim.text, claim.start) == ("mayor", 42)
    assert [(cue["start"], cue["end"]) for cue in claim.cues] == [(42, 47)]


def test_who_checks_a_claim_is_told_that_its_words_changed(article, editor, reviewer):
    claim = claim_on(article, LEASES, status=Status.IN_CHECK, assignee=reviewer)
    seen = Claim.objects.get(pk=claim.pk)

    revise(article, TEXT.replace("12", "13"), editor)

    claim.refresh_from_db()
    assert (claim.status, claim.assignee, claim.wants_a_glance) == (Status.IN_CHECK, reviewer, True)
    record = evidence.add_evidence(claim, by=reviewer, kind="primary", locator="Register", stance="supports")
    with pytest.raises(ClaimChanged):  # what was typed for the old words does not pass for the new ones
        verdicts.propose_verdict(
            seen, by=reviewer, rating=RatingFactory(scale=article.scale), rationale="Seen.", evidence=[record]
        )


def test_a_fix_that_was_asked_for_is_applied_and_the_sign_off_stands(article, decided, editor):
    fix = Fix.objects.create(
        verdict=decided.verdict,
        claim=decided,
        article=article,
        old=decided.text,
        new="Rents rose by 7 percent in May.",
        state=FixState.ACCEPTED,
    )

    revise(article, TEXT.replace("9", "7"), editor)

    decided.refresh_from_db()
    fix.refresh_from_db()
    assert (decided.status, decided.text, fix.state) == (Status.RESOLVED, fix.new, FixState.APPLIED)
    assert decided.verdict.standing == Standing.SIGNED_OFF


def test_two_claims_that_become_one_leave_the_first(article, editor):
    first, second = claim_on(article, (32, 58)), claim_on(article, (36, 58))

    revise(article, TEXT.replace("The mayor signed", "Mayor signed"), editor)

    first.refresh_from_db()
    second.refresh_from_db()
    assert {first.status, second.status} >= {Status.OPEN}
    assert Claim.objects.filter(revision=article.revision_id).count() == len(
        {(c.start, c.end) for c in Claim.objects.filter(revision=article.revision_id)}
    )


def test_changed_words_are_found_by_search_and_old_ones_are_not(article, editor):
    claim = claim_on(article, LEASES)

    revise(article, TEXT.replace("12 leases", "12 contracts"), editor)

    assert list(search.claims_matching(Claim.objects.all(), "contracts")) == [claim]
    assert list(search.claims_matching(Claim.objects.all(), "leases")) == []


def test_of_two_claims_that_become_one_the_plan_says_which_goes(article, editor):
    first = claim_on(article, RENTS)
    second = claim_on(article, LEASES)
    place = Anchored(Change.SAME, Span(0, 31), "The same words.")

    kept, gone = apart([Carry(first, place, None), Carry(second, place, None)])

    assert (kept.anchored, gone.anchored.change, gone.anchored.place) == (place, Change.GONE, None)


@pytest.mark.parametrize("status", [Status.DISMISSED, Status.SUGGESTED])
def test_of_two_claims_that_become_one_the_one_with_a_verdict_stays(
    article, editor, reviewer, second_editor, status
):
    lesser = claim_on(article, (32, 58), status=status)
    decided = decided_on(article, (36, 58), by=reviewer, approver=second_editor)

    revise(article, TEXT.replace("The mayor signed", "Mayor signed"), editor)

    lesser.refresh_from_db()
    decided.refresh_from_db()
    assert (lesser.status, decided.status) == (Status.CLOSED, Status.RESOLVED)


def test_what_made_the_old_words_readable_alone_is_not_kept_for_new_ones(article, editor):
    alone = "The mayor [of Brask] signed 12 leases."
    same = claim_on(article, LEASES, standalone=alone)
    changed = claim_on(article, RENTS, standalone="Rents [in Brask] rose by 9 percent in May.")

    revise(article, TEXT.replace("9 percent", "7 percent"), editor)

    changed.refresh_from_db()
    same.refresh_from_db()
    assert (changed.standalone, same.standalone) == ("", alone)


def test_a_long_reason_is_kept_as_far_as_its_place_goes(article, editor):
    number = "9" * 400
    article.revision.text = TEXT.replace("12", number)
    Revision.objects.filter(pk=article.revision_id).update(text=article.revision.text)
    claim = claim_on(article, (LEASES[0], LEASES[1] + 398))

    revise(article, article.revision.text.replace(number, number + "1"), editor)

    assert len(claim.carried.get().why) == Carried._meta.get_field("why").max_length
    assert Event.objects.about(claim).last().note.endswith("1”.")


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
