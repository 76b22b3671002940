import pytest

from accounts.models import Event
from claims.models import Claim, SignOff
from claims.moves import move, settle
from claims.workflow import ArticleStatus, ClaimChanged, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, VerdictFactory


def test_a_step_changes_the_row_and_leaves_one_event(reviewer):
    claim = ClaimFactory(status=Status.OPEN)

    move(claim, Status.IN_CHECK, by=reviewer, step="take", assignee=reviewer)

    stored = Claim.objects.get(pk=claim.pk)
    event = Event.objects.about(claim).get()
    assert (stored.status, stored.assignee, stored.version) == (Status.IN_CHECK, reviewer, 2)
    assert (event.kind, event.by, event.before["status"], event.after["status"]) == (
        "claim.take",
        reviewer,
        "open",
        "in_check",
    )
    assert event.after["assignee"] == reviewer.pk
    assert list(Event.objects.within(claim.article)) == [event]


def test_a_row_that_moved_on_is_not_changed(reviewer, editor):
    claim = ClaimFactory(status=Status.OPEN)
    read_earlier = Claim.objects.get(pk=claim.pk)
    move(claim, Status.IN_CHECK, by=reviewer, step="take", assignee=reviewer)

    with pytest.raises(ClaimChanged) as refused:
        move(read_earlier, Status.IN_CHECK, by=editor, step="take", assignee=editor)

    assert refused.value.state == {
        "status": "in_check",
        "version": 2,
        "holder": {"id": reviewer.pk, "name": reviewer.name},
    }
    assert reviewer.name in refused.value.message
    assert Claim.objects.get(pk=claim.pk).assignee == reviewer
    assert Event.objects.about(claim).count() == 1


def test_a_move_that_the_table_lacks_is_a_fault(reviewer):
    claim = ClaimFactory(status=Status.OPEN)

    with pytest.raises(ValueError, match="does not lead to"):
        move(claim, Status.RESOLVED, by=reviewer, step="sign_off")


def test_the_step_that_clears_the_last_gate_makes_the_article_ready(reviewer):
    claim = ClaimFactory(status=Status.OPEN)

    move(claim, Status.DISMISSED, by=reviewer, step="dismiss")

    claim.article.refresh_from_db()
    assert claim.article.status == ArticleStatus.READY
    assert Event.objects.about(claim.article).get().after == {"status": "ready"}


def test_a_verdict_without_evidence_keeps_the_article_in_check(reviewer):
    claim = ClaimFactory(status=Status.RESOLVED)
    claim.verdict = VerdictFactory(claim=claim)
    claim.save()

    settle(claim.article_id, by=reviewer)

    claim.article.refresh_from_db()
    assert claim.article.status == ArticleStatus.CHECKING

    claim.verdict.evidence.add(EvidenceFactory(claim=claim))
    settle(claim.article_id, by=reviewer)

    claim.article.refresh_from_db()
    assert claim.article.status == ArticleStatus.READY


def test_a_claim_in_work_reopens_a_signed_article(editor):
    article = ArticleFactory(status=ArticleStatus.SIGNED_OFF)
    SignOff.objects.create(article=article, revision=article.revision, by=editor)
    ClaimFactory(article=article, status=Status.OPEN)

    settle(article.pk, by=editor)

    article.refresh_from_db()
    assert article.status == ArticleStatus.CHECKING


def test_a_signed_article_whose_gates_hold_stays_signed(editor):
    article = ArticleFactory(status=ArticleStatus.SIGNED_OFF)

    settle(article.pk, by=editor)

    article.refresh_from_db()
    assert article.status == ArticleStatus.SIGNED_OFF
