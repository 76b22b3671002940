"""Words are taken back while somebody builds on them: one of the two is done, never half of each."""

import pytest

from claims.actions import assignments, evidence, spans
from claims.actions.undo import undo
from claims.models import Claim
from claims.workflow import Status, WorkflowError
from tests.claims.actions.test_revisions_at_once import ROUNDS, at_once
from tests.factories import ArticleFactory, ClaimFactory

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "Rents rose by 9 percent in May. It rained all week in Brask."
WHOLE, FIRST, SECOND = (0, 60), (0, 31), (32, 60)


def spans_of(article):
    live = Claim.objects.filter(article=article).exclude(status=Status.CLOSED)
    return sorted(live.values_list("start", "end"))


def read(claim):
    return Claim.objects.select_related("article", "assignee").get(pk=claim.pk)


def merged(desk, by):
    article = ArticleFactory(desk=desk, text=TEXT)
    first, second = (ClaimFactory(article=article, start=a, end=b) for a, b in (FIRST, SECOND))
    return spans.merge(first, by=by, other=second), second


def cut(desk, by):
    claim = ClaimFactory(article=ArticleFactory(desk=desk, text=TEXT), start=0, end=60)
    return claim, spans.split(claim, by=by, at=31)


@pytest.mark.parametrize(("anew", "before"), [(merged, [FIRST, SECOND]), (cut, [WHOLE])])
def test_pressed_twice_at_once_a_step_is_taken_back_once(desk, editor, anew, before):
    for _ in range(ROUNDS):
        claim, _other = anew(desk, editor)
        rows = [read(claim), read(claim)]

        answers = at_once(*(lambda row=row: undo(row, by=editor) for row in rows))

        assert sorted(isinstance(answer, WorkflowError) for answer in answers) == [False, True]
        assert spans_of(claim.article) == before


def test_a_half_is_taken_or_made_one_again(desk, editor, reviewer):
    for _ in range(ROUNDS):
        claim, half = cut(desk, editor)
        whole, free = read(claim), read(half)

        undone, taken = at_once(
            lambda whole=whole: undo(whole, by=editor), lambda free=free: assignments.take(free, by=reviewer)
        )

        assert isinstance(undone, WorkflowError) != isinstance(taken, WorkflowError)
        now = read(half)
        if undone is None:
            assert (spans_of(claim.article), now.status, now.assignee) == ([WHOLE], Status.CLOSED, None)
        else:
            assert (spans_of(claim.article), now.assignee) == ([FIRST, SECOND], reviewer)


def test_a_source_for_the_merged_claim_comes_before_or_after(desk, editor, reviewer):
    for _ in range(ROUNDS):
        kept, _other = merged(desk, editor)
        row, source = read(kept), {"kind": "primary", "locator": "p. 3", "stance": "supports"}

        undone, added = at_once(
            lambda row=row: undo(row, by=editor),
            lambda kept=kept, source=source: evidence.add_evidence(kept, by=reviewer, **source),
        )

        assert added.claim_id == kept.pk
        stays = isinstance(undone, WorkflowError)
        assert spans_of(kept.article) == ([WHOLE] if stays else [FIRST, SECOND])


def test_of_two_who_cut_and_choose_words_at_once_one_is_told(desk, editor, reviewer):
    for _ in range(ROUNDS):
        claim = ClaimFactory(article=ArticleFactory(desk=desk, text=TEXT), start=0, end=60)
        hers, his = read(claim), read(claim)

        answers = at_once(
            lambda hers=hers: spans.respan(hers, by=editor, start=32, end=60),
            lambda his=his: spans.split(his, by=reviewer, at=31),
        )

        assert [isinstance(answer, WorkflowError) for answer in answers].count(True) == 1
        assert spans_of(claim.article) in ([SECOND], [FIRST, SECOND])
