import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims import policy
from claims.actions import assignments
from claims.models import Claim
from claims.workflow import ClaimChanged, NotHolder, Status
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def article(desk):
    return ArticleFactory(desk=desk)


def test_two_reviewers_take_at_once_and_one_wins(article, reviewer, editor):
    claim = ClaimFactory(article=article, status=Status.OPEN)
    same_claim_read_earlier = Claim.objects.get(pk=claim.pk)

    assignments.take(claim, by=reviewer)
    with pytest.raises(ClaimChanged):
        assignments.take(same_claim_read_earlier, by=editor)

    claim.refresh_from_db()
    assert claim.assignee == reviewer


def test_take_next_takes_in_the_order_of_the_queue(article, reviewer):
    low = ClaimFactory(article=article, priority=10)
    high = ClaimFactory(article=article, start=30, end=47, priority=90)
    queue = policy.visible_claims(reviewer).order_by("-priority", "id")

    assert assignments.take_next(queue, by=reviewer) == high
    assert assignments.take_next(queue, by=reviewer) == low
    assert assignments.take_next(queue, by=reviewer) is None


def test_take_next_passes_over_what_the_author_may_not_check(article, desk, reviewer):
    own = ArticleFactory(desk=desk, writer=reviewer)
    ClaimFactory(article=own, priority=90)
    other = ClaimFactory(article=article, priority=10)
    queue = policy.visible_claims(reviewer).order_by("-priority", "id")

    assert assignments.take_next(queue, by=reviewer) == other
    assert assignments.take_next(queue, by=reviewer) is None


def test_a_claim_is_assigned_to_somebody_who_may_check_it(article, editor, reviewer, viewer, outsider):
    claim = ClaimFactory(article=article)

    with pytest.raises(ValidationError):
        assignments.assign(claim, by=editor, assignee=outsider)
    with pytest.raises(PermissionDenied, match=f"{viewer.name} cannot check this claim"):
        assignments.assign(claim, by=editor, assignee=viewer)
    assignments.assign(claim, by=editor, assignee=reviewer)

    assert (claim.status, claim.assignee) == (Status.IN_CHECK, reviewer)


def test_a_claim_in_check_is_reassigned(article, editor, reviewer, second_reviewer):
    claim = ClaimFactory(article=article, status=Status.IN_CHECK, assignee=reviewer)

    assignments.assign(claim, by=editor, assignee=second_reviewer)

    assert (claim.status, claim.assignee) == (Status.IN_CHECK, second_reviewer)


def test_the_author_is_not_assigned(desk, editor, reviewer):
    claim = ClaimFactory(article=ArticleFactory(desk=desk, writer=reviewer))

    with pytest.raises(PermissionDenied, match="Four eyes"):
        assignments.assign(claim, by=editor, assignee=reviewer)


def test_only_the_holder_or_an_editor_releases(article, reviewer, second_reviewer):
    claim = ClaimFactory(article=article, status=Status.IN_CHECK, assignee=reviewer)

    with pytest.raises(NotHolder, match=reviewer.name):
        assignments.release(claim, by=second_reviewer)
    assignments.release(claim, by=reviewer)

    assert (claim.status, claim.assignee) == (Status.OPEN, None)
