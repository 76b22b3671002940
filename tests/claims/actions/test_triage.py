import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import Event
from claims.actions import revisions, triage
from claims.models import Claim, Origin
from claims.search import claims_matching
from claims.workflow import ArticleChanged, ArticleStatus, ClaimChanged, NotHolder, Status
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "  🙂 İstanbul has 1,200 berths.\nThe café opened in 1987. "


@pytest.fixture
def article(desk):
    return ArticleFactory(desk=desk, text=TEXT)


def test_a_span_marked_by_hand_is_an_open_claim_without_the_white_space_around_it(article, reviewer):
    claim = triage.mark_claim(article, by=reviewer, start=1, end=31)

    assert claim.text == TEXT[claim.start : claim.end] == "🙂 İstanbul has 1,200 berths."
    assert (claim.status, claim.origin, claim.score) == (Status.OPEN, Origin.HAND, 1.0)
    assert claim.priority == 20 + 10
    assert claim.cues == [{"cue": "marked by hand", "start": 2, "end": claim.end}]
    assert [event.kind for event in Event.objects.about(claim)] == ["claim.mark"]
    assert list(claims_matching(Claim.objects.all(), "istanbul")) == [claim]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (7, 5), (0, 10_000), (0, 1), (0, 2)])
def test_a_span_without_words_of_the_text_is_refused(article, reviewer, start, end):
    with pytest.raises(ValidationError) as refused:
        triage.mark_claim(article, by=reviewer, start=start, end=end)

    assert list(refused.value.message_dict) == ["end"]
    assert not Claim.objects.exists()


@pytest.mark.parametrize("status", [Status.SUGGESTED, Status.DISMISSED])
def test_marking_a_suggestion_accepts_it(article, reviewer, status):
    there = ClaimFactory(article=article, start=2, end=30, status=status)

    assert triage.mark_claim(article, by=reviewer, start=2, end=30) == there

    there.refresh_from_db()
    assert there.status == Status.OPEN


def test_marking_a_claim_again_says_how_it_stands(article, reviewer):
    ClaimFactory(article=article, start=2, end=30, status=Status.OPEN)

    with pytest.raises(ClaimChanged):
        triage.mark_claim(article, by=reviewer, start=2, end=30)


def test_words_seen_in_an_older_revision_are_not_marked_at_their_old_place(article, editor):
    seen = article.revision_id
    revisions.add_revision(article, by=editor, text=f"New. {TEXT}", base=seen)

    with pytest.raises(ArticleChanged, match="The text changed"):
        triage.mark_claim(article, by=editor, start=2, end=30, revision=seen)

    assert not Claim.objects.exists()


def test_a_new_claim_reopens_a_signed_article_visibly(article, reviewer):
    article.status = ArticleStatus.SIGNED_OFF
    article.save()

    triage.mark_claim(article, by=reviewer, start=2, end=30)

    article.refresh_from_db()
    assert article.status == ArticleStatus.CHECKING
    assert Event.objects.about(article).get().before == {"status": "signed_off"}


def test_a_dismissal_needs_its_reason(article, reviewer):
    claim = ClaimFactory(article=article, status=Status.SUGGESTED)

    with pytest.raises(ValidationError) as refused:
        triage.dismiss(claim, by=reviewer, reason="  ")

    assert list(refused.value.message_dict) == ["reason"]


def test_a_claim_in_check_is_dismissed_by_its_holder_or_an_editor_only(
    article, reviewer, second_reviewer, editor
):
    claim = ClaimFactory(article=article, status=Status.IN_CHECK, assignee=reviewer)

    with pytest.raises(NotHolder) as refused:
        triage.dismiss(claim, by=second_reviewer, reason="opinion")
    triage.dismiss(claim, by=editor, reason="opinion")

    assert refused.value.state["holder"] == {"id": reviewer.pk, "name": reviewer.name}
    assert Claim.objects.get(pk=claim.pk).assignee is None


def test_an_open_claim_is_not_dismissed_by_a_reviewer_who_does_not_hold_it(article, reviewer):
    with pytest.raises(NotHolder):
        triage.dismiss(ClaimFactory(article=article, status=Status.OPEN), by=reviewer, reason="opinion")


def test_planning_sets_risk_deadline_and_priority(article, editor):
    claim = ClaimFactory(article=article, status=Status.OPEN, score=0.0)

    triage.plan(claim, by=editor, risk="high", due_at=timezone.now())

    assert (claim.risk, claim.priority) == ("high", 40 + 40)
    with pytest.raises(ClaimChanged):
        triage.plan(ClaimFactory(status=Status.RESOLVED), by=editor, risk="low", due_at=None)
